import { existsSync, readFileSync } from 'node:fs';

/** Milliseconds of work, here and in the database: on a machine that others use the clock says little. */
export interface Effort {
  readonly here: number;
  /** Null where the system does not tell. */
  readonly database: number | null;
}

const TICK_MILLISECONDS = 10;
// In /proc/<pid>/stat, counted after the name: time in user mode and in the kernel.
const [USER, SYSTEM] = [11, 12] as const;

/** What this process and the backend with that id have worked so far. */
export function effortUntilNow(backend: number): Effort {
  const { user, system } = process.cpuUsage();
  const file = `/proc/${backend}/stat`;
  const fields = existsSync(file)
    ? readFileSync(file, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
    : null;
  const ticks = fields && Number(fields[USER]) + Number(fields[SYSTEM]);
  return { here: (user + system) / 1000, database: ticks === null ? null : ticks * TICK_MILLISECONDS };
}

export function effortSince(before: Effort, backend: number): string {
  const now = effortUntilNow(backend);
  const database = now.database === null || before.database === null ? '?' : now.database - before.database;
  return `${(now.here - before.here).toFixed(0)} ms of work here, ${database} ms in the database`;
}
