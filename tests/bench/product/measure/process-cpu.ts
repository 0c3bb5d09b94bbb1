import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

interface ProcessTimes {
  readonly pid: number;
  readonly parent: number;
  readonly cpuMs: number;
  /** Of children that have ended. */
  readonly endedMs: number;
}

const TICK_MS = 10;

function fromProc(pid: string): ProcessTimes | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = (from: number): number => (Number(fields[from]) + Number(fields[from + 1])) * TICK_MS;
    return { pid: Number(pid), parent: Number(fields[1]), cpuMs: ticks(11), endedMs: ticks(13) };
  } catch {
    return null;
  }
}

/** `12:34.56` or `1-02:03:04` as milliseconds. */
function parseTime(text: string): number {
  const [days, clock] = text.includes('-') ? text.split('-') : ['0', text];
  const seconds = (clock ?? '').split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return (Number(days) * 86_400 + seconds) * 1000;
}

function allProcesses(): ProcessTimes[] {
  if (process.platform === 'linux')
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => fromProc(pid) ?? []);
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,time='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([pid, parent, time]) => ({
      pid: Number(pid),
      parent: Number(parent),
      cpuMs: parseTime(time ?? '0'),
      endedMs: 0,
    }));
}

export interface CpuMs {
  readonly server: number;
  readonly database: number;
}

/** Processor time so far: of the process, and of all of Postgres, the connections that were closed meanwhile included. */
export function cpuOf(server: number, postmaster: number): CpuMs {
  const all = allProcesses();
  return {
    server: all.find(({ pid }) => pid === server)?.cpuMs ?? 0,
    database: all
      .filter(({ pid, parent }) => pid === postmaster || parent === postmaster)
      .reduce((sum, { pid, cpuMs, endedMs }) => sum + cpuMs + (pid === postmaster ? endedMs : 0), 0),
  };
}

/** The process that the backend `pid` belongs to. */
export const parentOf = (pid: number): number => allProcesses().find((one) => one.pid === pid)?.parent ?? 0;

/** Memory of a process that is not shared with files, in MB. */
export function residentMb(pid: number): number {
  if (process.platform === 'linux') {
    const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return Number(line?.[1] ?? 0) / 1024;
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).trim()) / 1024;
}
