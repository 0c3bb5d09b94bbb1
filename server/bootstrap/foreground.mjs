import { spawn } from 'node:child_process';
import { pinnedNode, project } from './project.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const parentCheckMs = 500;
/** What programs answer that stop on SIGTERM but report it, such as vite. */
const endedBySigterm = 143;

/**
 * Runs programs on the pinned Node in this terminal until one ends; resolves with the exit code.
 * They get their own process groups: of Ctrl-C, npm and the terminal each send a copy, and the programs must
 * see exactly one request to stop. When one ends, or our own parent vanishes, the others are asked to stop too.
 */
export async function foreground(commands, env = {}) {
  const children = commands.map(({ args, cwd = project }) =>
    spawn(pinnedNode, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: 'inherit',
      detached: process.platform !== 'win32',
    }),
  );
  let asked = false;
  const stop = () => {
    if (asked) return;
    asked = true;
    for (const child of children) child.kill('SIGTERM');
  };
  for (const signal of signals) process.on(signal, stop);
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && stop(), parentCheckMs);

  const ends = children.map(
    (child) =>
      new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('exit', (code, signal) =>
          resolve(asked && (signal === 'SIGTERM' || code === endedBySigterm) ? 0 : (code ?? 1)),
        );
      }),
  );
  try {
    const first = await Promise.race(ends);
    stop();
    const codes = await Promise.all(ends);
    return first || Math.max(...codes);
  } finally {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, stop);
  }
}
