import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** A random secret made at the first call and kept in a file that only this user can read. */
export function keptSecret(file: string): string {
  const kept = read(file);
  if (kept) return kept;
  mkdirSync(dirname(file), { recursive: true });
  // Written aside and linked, so that of two first starts both use the same secret and none sees half of it.
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, randomBytes(48).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(aside, file);
  } catch (error) {
    if (read(file) === undefined) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}
