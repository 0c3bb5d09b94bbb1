import { join } from 'node:path';
import { projectFolder } from '../../../../server/src/platform/project-folder.ts';
import { requestBytes } from '../measure/http-load.ts';
import type { Stage } from '../stage/stage.ts';
import { launch, type Ask, type Contender } from './contender.ts';

/** Starts the hand-written server. */
export const startLimit = (stage: Stage): Promise<Contender> =>
  launch(
    'limit',
    [
      '--import',
      '@swc-node/register/esm-register',
      join(projectFolder, 'tests/bench/product/limit/server.ts'),
      stage.apiUrl,
    ],
    { SWC_NODE_PROJECT: join(projectFolder, 'server/tsconfig.json') },
    join(projectFolder, 'server'),
  );

export const limitRequest = (operation: string, { who, variables }: Ask): Buffer =>
  requestBytes(`/${operation}`, { cookie: `session=bench-${who}` }, variables);
