import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresError } from './errors.ts';

/** The operating system user that Postgres runs as when it may not run as us. */
export interface RunAs {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

function lookUp(name: string): RunAs | undefined {
  try {
    const ask = (flag: string): number =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) >>> 0;
    return { name, uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

/** Postgres refuses the superuser: for root an existing unprivileged user, otherwise nobody else than us. */
export function chooseRunAs(): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (user === undefined) {
    throw new EmbeddedPostgresError(
      'Postgres may not run as root and neither user "postgres" nor "nobody" exists; start as another user or set DATABASE_URL.',
    );
  }
  const probe = spawnSync('true', { uid: user.uid, gid: user.gid, cwd: '/' });
  if (probe.error) {
    throw new EmbeddedPostgresError(
      `Postgres may not run as root and this machine does not allow changing to user "${user.name}"; start as another user or set DATABASE_URL.`,
    );
  }
  return user;
}

function mayPass(path: string, user: RunAs, wanted: number): boolean {
  const { uid, gid, mode } = statSync(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}

/** Whether the user can enter every folder on the way and read `path` itself; always true for ourselves. */
export function canRead(path: string, user: RunAs | undefined): boolean {
  if (user === undefined) return true;
  const real = realpathSync(path);
  if (!mayPass(real, user, statSync(real).isDirectory() ? 5 : 4)) return false;
  for (let folder = dirname(real); ; folder = dirname(folder)) {
    if (!mayPass(folder, user, 1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Gives a path to the user Postgres runs as. */
export function giveTo(path: string, user: RunAs | undefined): void {
  if (user !== undefined) chownSync(path, user.uid, user.gid);
}
