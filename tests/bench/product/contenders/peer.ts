import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { projectFolder } from '../../../../server/src/platform/project-folder.ts';
import { requestBytes } from '../measure/http-load.ts';
import type { Operation } from '../operations/operation.ts';
import type { Stage } from '../stage/stage.ts';
import { launch, type Ask, type Contender } from './contender.ts';

const FOLDER = join(projectFolder, 'tests/bench/peer');

/** PostGraphile over the same tables, under the same role and actor. Installed when it is first asked for. */
export async function startPeer(stage: Stage, log: (line: string) => void): Promise<Contender> {
  if (!existsSync(join(FOLDER, 'node_modules'))) {
    log('installing PostGraphile, for the benchmark alone');
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'inherit' });
  }
  await stage.query(readFileSync(join(FOLDER, 'peer.sql'), 'utf8'));
  return launch('peer', ['server.mjs', stage.apiUrl], { NODE_ENV: 'production', GRAPHILE_ENV: 'production' }, FOLDER);
}

export const peerRequest = ({ peer }: Operation, ask: Ask): Buffer =>
  requestBytes(
    '/graphql',
    { cookie: `session=bench-${ask.who}` },
    { query: peer?.query, variables: peer?.variables(ask) },
  );
