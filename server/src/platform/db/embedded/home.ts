import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf, EmbeddedPostgresError, explainDisk } from './errors.ts';
import { canRead, type RunAs } from './run-as.ts';

/** Where database files go when the unprivileged user cannot enter the project (a checkout below /root). */
export const publicFolder = '/var/lib/corridor';

/** The names inside the folder that belongs to one embedded database. */
export class DatabaseHome {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  get cluster(): string {
    return join(this.path, 'cluster');
  }
  get unfinishedCluster(): string {
    return join(this.path, 'cluster.new');
  }
  get log(): string {
    return join(this.path, 'server.log');
  }
  get lock(): string {
    return join(this.path, 'start.lock');
  }
  get users(): string {
    return join(this.path, 'users');
  }

  /** The owner's password: made once, readable by this user only. */
  password(): string {
    const file = join(this.path, 'password');
    try {
      return readFileSync(file, 'utf8').trim();
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
    return this.password();
  }
}

/** What the folder names of test databases begin with. */
export const testHomePrefix = 'corridor-test-';

function prepared(path: string, runAs: RunAs | undefined): DatabaseHome {
  const home = new DatabaseHome(realpathSync(path));
  // The mode given at creation is cut by the umask, and Postgres must be able to enter.
  if (runAs !== undefined) chmodSync(home.path, 0o755);
  if (!canRead(home.path, runAs)) {
    throw new EmbeddedPostgresError(
      `User "${runAs?.name ?? ''}", which runs Postgres, cannot enter ${home.path}; move the data folder (CORRIDOR_DATA_DIR) or set DATABASE_URL.`,
    );
  }
  mkdirSync(home.users, { recursive: true });
  return home;
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** A random name, so that deleting the data folder really begins afresh and old files are never touched. */
function makePublicHome(): string {
  mkdirSync(publicFolder, { recursive: true, mode: 0o755 });
  const path = join(publicFolder, `database-${randomBytes(6).toString('hex')}`);
  mkdirSync(path, { mode: 0o755 });
  return path;
}

/** The folder of the database inside `dataDir`; a link to a reachable folder when Postgres could not enter it. */
export function openHome(dataDir: string, runAs: RunAs | undefined, log: (line: string) => void): DatabaseHome {
  const path = join(dataDir, 'postgres');
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!exists(path)) placeHome(path, dataDir, runAs, log);
    return prepared(path, runAs);
  } catch (error) {
    throw explainDisk(error, path);
  }
}

function placeHome(path: string, dataDir: string, runAs: RunAs | undefined, log: (line: string) => void): void {
  if (canRead(dataDir, runAs)) {
    mkdirSync(path, { recursive: true, mode: 0o755 });
    return;
  }
  const elsewhere = makePublicHome();
  try {
    symlinkSync(elsewhere, path);
    log(
      `Database files are kept in ${elsewhere}: user "${runAs?.name ?? ''}", which runs Postgres, cannot enter ${dataDir}.`,
    );
  } catch (error) {
    rmSync(elsewhere, { recursive: true });
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** A throw-away folder for tests. */
export function openEphemeralHome(runAs: RunAs | undefined): DatabaseHome {
  try {
    const parent = canRead(tmpdir(), runAs) ? tmpdir() : publicFolder;
    mkdirSync(parent, { recursive: true });
    return prepared(mkdtempSync(join(parent, testHomePrefix)), runAs);
  } catch (error) {
    throw explainDisk(error, tmpdir());
  }
}
