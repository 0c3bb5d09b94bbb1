import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './errors.ts';
import type { DatabaseHome } from './home.ts';
import { giveTo, type RunAs } from './run-as.ts';

/** The role that owns the schema: it migrates, and nothing else logs in with it. */
export const ownerRole = 'corridor_owner';

const majorVersion = '18';

/** Everything needed to run one embedded database. */
export interface Server {
  readonly bin: string;
  readonly home: DatabaseHome;
  readonly runAs: RunAs | undefined;
  /** False for tests: a crash of the machine may lose everything. */
  readonly durable: boolean;
}

/** What every database program of ours sees: nothing of the caller's PG* variables, no locale, UTC. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const system = process.platform === 'win32' ? { SystemRoot: 'C:\\Windows' } : { PATH: '/usr/bin:/bin' };
  return { ...system, LC_ALL: 'C', TZ: 'UTC' };
}

function run(
  program: string,
  args: string[],
  cwd: string,
  runAs: RunAs | undefined,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(runAs && { uid: runAs.uid, gid: runAs.gid }),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/**
 * Trigrams and the text parser still ask the C library what a letter is, so Chinese needs a UTF-8 LC_CTYPE;
 * sorting and case come from Postgres' own C.UTF-8 and are the same on every machine.
 */
const characterLocales = ['C.UTF-8', 'en_US.UTF-8', 'C'];

async function initialise({ bin, home, runAs, durable }: Server): Promise<void> {
  const passwordFile = join(home.path, 'initdb-password');
  const { unfinishedCluster: folder } = home;
  let last = '';
  try {
    writeFileSync(passwordFile, home.password(), { mode: 0o600 });
    giveTo(passwordFile, runAs);
    for (const locale of characterLocales) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { mode: 0o700 });
      giveTo(folder, runAs);
      const args = [
        '-D',
        folder,
        '-U',
        ownerRole,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ];
      const locales = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${locale}`];
      const { code, output } = await run(join(bin, 'initdb'), [...args, ...locales], home.path, runAs);
      if (code === 0) return;
      last = output;
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
  throw new EmbeddedPostgresError(`The database files could not be created in ${home.path}: ${lastLine(last)}`);
}

/** The last line of a program's output that says something. */
export function lastLine(output: string): string {
  return (
    output
      .trim()
      .split('\n')
      .findLast((line) => /error|fatal|panic|hint/i.test(line)) ??
    output.trim().split('\n').at(-1) ??
    ''
  );
}

/** Makes sure the data files exist, whole, and belong to this major version. */
export async function ensureCluster(server: Server): Promise<void> {
  const { home } = server;
  if (!existsSync(home.cluster)) {
    // Created aside and renamed: a crash halfway leaves nothing that looks like a database.
    await initialise(server);
    renameSync(home.unfinishedCluster, home.cluster);
  }
  const version = readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8').trim();
  if (version !== majorVersion) {
    throw new EmbeddedPostgresError(
      `The database files in ${home.cluster} belong to Postgres ${version}, this version needs ${majorVersion}; move them away or dump and restore them.`,
    );
  }
}
