import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../../../server/src/platform/project-folder.ts';
import { end } from '../contenders/contender.ts';
import { serverFlags } from '../contenders/corridor.ts';
import { freePort } from '../../../support/free-port.ts';
import { residentMb } from '../measure/process-cpu.ts';

const WARM_STARTS = 5;

interface Started {
  readonly child: ChildProcess;
  readonly seconds: number;
}

/** Seconds from the start of the process to its first answered query. */
export interface Starts {
  /** Makes its database. */
  readonly fresh: number;
  /** Finds it; sorted. */
  readonly warm: readonly number[];
  /** After its first answer. */
  readonly memoryMb: number;
}

async function start(dataDir: string): Promise<Started> {
  const [port, flags] = [await freePort(), await serverFlags()];
  const began = performance.now();
  const child = spawn(process.execPath, [...flags, join(projectFolder, 'server/dist/main.js')], {
    cwd: projectFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { CORRIDOR_DATA_DIR: dataDir, PORT: String(port), DEMO: 'off', LOG_LEVEL: 'error' },
  });
  const ask = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' };
  while (child.exitCode === null) {
    const isAnswered = await fetch(`http://127.0.0.1:${port}/graphql`, ask).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isAnswered) return { child, seconds: (performance.now() - began) / 1000 };
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the server did not start');
}

/** Starts the product as `npm start` does, over a database of its own that is gone afterwards. */
export async function measureStarts(): Promise<Starts> {
  const dataDir = mkdtempSync(join(tmpdir(), 'corridor-start-'));
  try {
    const fresh = await start(dataDir);
    const memoryMb = residentMb(fresh.child.pid ?? 0);
    await end(fresh.child);
    const warm: number[] = [];
    for (let n = 0; n < WARM_STARTS; n++) {
      const { child, seconds } = await start(dataDir);
      warm.push(seconds);
      await end(child);
    }
    return { fresh: fresh.seconds, warm: warm.sort((a, b) => a - b), memoryMb };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
