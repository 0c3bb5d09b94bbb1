import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { cleanEnvironment, lastLine, type Server } from './cluster.ts';
import { canConnect } from './connection.ts';
import { EmbeddedPostgresError } from './errors.ts';
import type { DatabaseHome } from './home.ts';
import { isAlive, isPostgres } from './processes.ts';

/** A running Postgres server: started by us, or found alive and adopted. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const startLimitMs = 60_000;
const stopLimitMs = 60_000;
const logLimitBytes = 10_000_000;

const pidFile = (home: DatabaseHome): string => join(home.cluster, 'postmaster.pid');

function readPidFile(home: DatabaseHome): Postmaster | undefined {
  try {
    const lines = readFileSync(pidFile(home), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3] ?? 0) };
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer().once('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
  });
  return promise;
}

/** A sixteenth of the machine's memory, within reason. Postgres takes of it what it comes to touch. */
const buffersMb = Math.floor(Math.min(1024, Math.max(128, totalmem() / 2 ** 20 / 16)));

function settings({ durable }: Server, port: number): string[] {
  const common = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    'shared_preload_libraries=',
  ];
  const kind = durable
    ? [`shared_buffers=${buffersMb}MB`, 'max_wal_size=1GB']
    : ['shared_buffers=128MB', 'max_wal_size=512MB', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  return [...common, ...kind].flatMap((setting) => ['-c', setting]);
}

/**
 * glibc gives memory back to the system after every answer of a hundred kilobytes, and takes it again for the next one:
 * hundreds of page faults, more than the answer itself costs. Each connection keeps this much instead.
 */
const keptMemory = { MALLOC_TRIM_THRESHOLD_: '8388608', MALLOC_MMAP_THRESHOLD_: '8388608' };

/** Starts in its own session: a Ctrl-C in the terminal reaches us only, and we stop it in order. */
function launch(server: Server, port: number): ChildProcess {
  const { bin, home, runAs } = server;
  const tooLong = (statSync(home.log, { throwIfNoEntry: false })?.size ?? 0) > logLimitBytes;
  const log = openSync(home.log, tooLong ? 'w' : 'a', 0o600);
  try {
    const child = spawn(join(bin, 'postgres'), ['-D', home.cluster, ...settings(server, port)], {
      cwd: home.path,
      env: { ...cleanEnvironment(), ...keptMemory },
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log, log],
      ...(runAs && { uid: runAs.uid, gid: runAs.gid }),
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** What a server that ended by itself said last, and whether waiting or another port can help. */
function explainExit(home: DatabaseHome, from: number): { reason: string; mayRetry: boolean } {
  const output = readFileSync(home.log).subarray(from).toString();
  return {
    reason: lastLine(output),
    mayRetry: /still in use|already exists|could not bind|Address already in use|is starting up/i.test(output),
  };
}

async function untilReady(
  home: DatabaseHome,
  hasEnded: () => boolean,
  deadline: number,
): Promise<Postmaster | undefined> {
  while (Date.now() < deadline && !hasEnded()) {
    const found = readPidFile(home);
    if (found !== undefined && found.port > 0 && (await canConnect(home, found.port))) return found;
    await sleep(20);
  }
  return undefined;
}

/** A server that outlived its Node process, or undefined. A pid file of a dead server is removed. */
async function adopt(home: DatabaseHome): Promise<Postmaster | undefined> {
  const found = readPidFile(home);
  if (found === undefined) return undefined;
  if (isPostgres(found.pid)) {
    const live = await untilReady(home, () => !isPostgres(found.pid), Date.now() + startLimitMs);
    if (live !== undefined) return live;
  }
  if (isPostgres(found.pid)) {
    throw new EmbeddedPostgresError(
      `Postgres process ${found.pid} holds ${home.cluster} but does not answer; end it and start again.`,
    );
  }
  // Postgres itself would take a stranger that got the old process id (common in containers) for a live server.
  rmSync(pidFile(home), { force: true });
  return undefined;
}

/** Adopts the live server or starts one, waiting while processes of a killed one go away. */
export async function bringUp(server: Server, preferredPort?: number): Promise<Postmaster> {
  const { home } = server;
  const deadline = Date.now() + startLimitMs;
  let port = preferredPort ?? (await freePort());
  let reason = 'it did not answer within a minute';
  while (Date.now() < deadline) {
    const adopted = await adopt(home);
    if (adopted !== undefined) return adopted;
    const logStart = statSync(home.log, { throwIfNoEntry: false })?.size ?? 0;
    const child = launch(server, port);
    const failed = new Promise<never>((_, reject) => child.once('error', reject));
    const up = await Promise.race([
      failed,
      untilReady(home, () => child.exitCode !== null || child.signalCode !== null, deadline),
    ]);
    if (up !== undefined) return up;
    const exit = explainExit(home, logStart > logLimitBytes ? 0 : logStart);
    reason = exit.reason;
    if (!exit.mayRetry) break;
    await sleep(100);
    if (preferredPort === undefined) port = await freePort();
  }
  throw new EmbeddedPostgresError(`The embedded database did not start: ${reason} (details in ${home.log}).`);
}

/** Whether the server still runs. */
export function isUp({ pid }: Postmaster): boolean {
  return isAlive(pid);
}

/** Fast shutdown: open transactions roll back, everything committed is on disk, no recovery at the next start. */
export async function shutDown({ bin, home }: Server): Promise<void> {
  if (process.platform === 'win32') {
    await promisify(execFile)(join(bin, 'pg_ctl'), ['stop', '-D', home.cluster, '-m', 'fast', '-w']);
    return;
  }
  const pid = readPidFile(home)?.pid;
  if (pid === undefined || !isPostgres(pid)) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + stopLimitMs;
  // The files are consistent once the pid file is gone; the process itself ends a moment later.
  while (existsSync(pidFile(home)) || isPostgres(pid)) {
    if (Date.now() > deadline)
      throw new EmbeddedPostgresError(`The embedded database (process ${pid}) did not stop within a minute.`);
    if (!isPostgres(pid)) return;
    await sleep(20);
  }
}
