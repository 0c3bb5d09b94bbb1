import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../server/src/platform/config.ts';
import { end } from './product/contenders/contender.ts';
import { freePort } from './product/contenders/corridor.ts';
import { residentMb } from './product/measure/process-cpu.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const WARM_STARTS = 5;

interface Started {
  readonly child: ChildProcess;
  readonly seconds: number;
}

/** From the start of the process to its first answered query. */
async function start(dataDir: string): Promise<Started> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [join(projectFolder, 'server/dist/main.js')], {
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

/** Fresh: makes its database. Warm: finds it. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'corridor-start-'));
  try {
    const fresh = await start(dataDir);
    say(
      `fresh start to the first answer: ${fresh.seconds.toFixed(2)} s, memory ${residentMb(fresh.child.pid ?? 0).toFixed(0)} MB`,
    );
    await end(fresh.child);
    const warm: number[] = [];
    for (let n = 0; n < WARM_STARTS; n++) {
      const { child, seconds } = await start(dataDir);
      warm.push(seconds);
      await end(child);
    }
    say(`warm starts to the first answer: ${warm.map((seconds) => seconds.toFixed(2)).join(', ')} s`);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await main();
