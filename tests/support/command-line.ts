import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { TestApp } from './app.ts';

const SERVER = fileURLToPath(new URL('../../server/', import.meta.url));

// What `npm test` has just built begins sooner than the sources, which may be newer than what stands built elsewhere.
const COMMAND = process.env.CORRIDOR_IS_BUILT
  ? ['dist/cli.js']
  : ['--import', '@swc-node/register/esm-register', 'src/cli.ts'];

/** What a command answered. */
export interface Ran {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs `corridor <args>` as an operator would, on the database of `app`. */
export async function corridor(app: TestApp, args: readonly string[], input = ''): Promise<Ran> {
  const child = spawn(process.execPath, [...COMMAND, ...args], {
    cwd: SERVER,
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: app.owner.ownerUrl,
      DATABASE_API_URL: app.apiUrl,
      PUBLIC_URL: 'https://corridor.example',
    },
  });
  child.stdin.end(input);
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, output, errors };
}
