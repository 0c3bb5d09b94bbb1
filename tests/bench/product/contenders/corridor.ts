import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../../../server/src/platform/project-folder.ts';
import { requestBytes } from '../measure/http-load.ts';
import { freePort } from '../../../support/free-port.ts';
import { SECRET, type Stage } from '../stage/stage.ts';
import { end, type Ask, type Contender } from './contender.ts';

const WAIT_MS = 180_000;

/** The built product as `npm start` runs it, over the stage's database. Background jobs are left to another process. */
export async function startCorridor(
  stage: Stage,
  flags: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Contender> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [...(await serverFlags()), ...flags, join(projectFolder, 'server/dist/main.js')],
    {
      cwd: projectFolder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        DATABASE_URL: stage.ownerUrl,
        CORRIDOR_SECRET: SECRET,
        PORT: String(port),
        DEMO: 'off',
        WORKER: 'off',
        LOG_LEVEL: 'error',
        ...env,
      },
    },
  );
  const until = Date.now() + WAIT_MS;
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return { name: 'corridor', port, pid: child.pid ?? 0, stop: () => end(child) };
    if (child.exitCode !== null || Date.now() > until) {
      await end(child);
      throw new Error('the server did not start');
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** As `npm start` passes them. */
export async function serverFlags(): Promise<string[]> {
  return JSON.parse(await readFile(join(projectFolder, 'server/bootstrap/server-flags.json'), 'utf8')) as string[];
}

/** The portals' own documents, by the name of their operation. */
export async function trustedDocuments(): Promise<ReadonlyMap<string, { id: string; text: string }>> {
  const text = await readFile(join(projectFolder, 'schema/trusted-documents.json'), 'utf8');
  const entries = Object.entries(JSON.parse(text) as Record<string, { name: string; document: string }>);
  return new Map(entries.map(([id, { name, document }]) => [name, { id, text: document }]));
}

/** The request as the portal sends it. */
export const corridorRequest = (documentId: string, { portal, who, variables }: Ask): Buffer =>
  requestBytes(
    '/graphql',
    { cookie: `corridor-${portal}=bench-${who}`, 'x-corridor-portal': portal, 'accept-language': 'en' },
    { documentId: `sha256:${documentId}`, variables },
  );
