import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export type Portal = 'supplier' | 'customer' | 'admin';

/** What one caller asks for: as whom, and with which variables. */
export interface Ask {
  readonly portal: Portal;
  /** The n-th organisation's person; 0 is the company's. */
  readonly who: number;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The site that delivers to whoever asks: the peer has to be told, we look it up. */
  readonly site?: string;
}

export type ContenderName = 'corridor' | 'limit' | 'peer';

/** A server under test, in a process of its own. */
export interface Contender {
  readonly name: ContenderName;
  readonly port: number;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Starts a server and waits for the line that names its port. */
export async function launch(
  name: ContenderName,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<Contender> {
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await portOf(child);
  return { name, port, pid: child.pid ?? 0, stop: () => end(child) };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const port = /port (\d+)/.exec(said)?.[1];
      if (port) resolve(Number(port));
    });
    child.once('exit', (code) => reject(new Error(`a server ended with ${code}: ${said}`)));
  });
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
