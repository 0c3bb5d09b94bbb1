import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { codeOf } from './errors.ts';

interface ProcessFacts {
  /** Moment the process began, in ticks since boot: tells a process from a later one with the same id. */
  readonly began: string;
  readonly state: string;
  readonly command: string;
}

function linuxFacts(pid: number): ProcessFacts | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const nameEnd = stat.lastIndexOf(')');
    const fields = stat.slice(nameEnd + 2).split(' ');
    return {
      began: fields[19] ?? '',
      state: fields[0] ?? '',
      command: stat.slice(stat.indexOf('(') + 1, nameEnd),
    };
  } catch {
    return undefined;
  }
}

/** Whether the process runs; a zombie, which nobody may ever reap in a container, counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  return process.platform !== 'linux' || !['Z', 'X'].includes(linuxFacts(pid)?.state ?? 'X');
}

/** Whether the process runs and is a Postgres server, not a stranger that inherited the number. */
export function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') return linuxFacts(pid)?.command === 'postgres';
  if (process.platform === 'win32') return true;
  try {
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres');
  } catch {
    return false;
  }
}

/** A name for this process that no later process can have by accident. */
export function ownIdentity(): string {
  return `${process.pid}-${process.platform === 'linux' ? (linuxFacts(process.pid)?.began ?? '0') : '0'}`;
}

/** Whether the process named by `ownIdentity` in some process still runs. */
export function identityLives(identity: string): boolean {
  const [pid, began] = identity.split('-');
  if (pid === undefined || !isAlive(Number(pid))) return false;
  return process.platform !== 'linux' || linuxFacts(Number(pid))?.began === began;
}
