import { linkSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, EmbeddedPostgresError } from './errors.ts';
import type { DatabaseHome } from './home.ts';
import { identityLives, ownIdentity } from './processes.ts';

let serial = 0;

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Linking a finished file is atomic: nobody ever sees a lock without its holder's name. */
function tryTake(lock: string, mine: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  }
}

function dropIfHolderDied(lock: string, mine: string): void {
  const holder = read(lock);
  if (holder === undefined || identityLives(holder.split(' ')[0] ?? '')) return;
  const aside = `${mine}.stale`;
  try {
    renameSync(lock, aside);
    if (read(aside) !== holder) tryTake(lock, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** Runs `work` while no other process starts or stops the same database; a dead holder does not block. */
export async function withLock<T>(home: DatabaseHome, work: () => Promise<T>): Promise<T> {
  const name = `${ownIdentity()} ${(serial += 1)}`;
  const mine = join(home.path, `start.lock.${name.replace(' ', '-')}`);
  writeFileSync(mine, name);
  try {
    const deadline = Date.now() + 60_000;
    while (!tryTake(home.lock, mine)) {
      if (Date.now() > deadline) {
        throw new EmbeddedPostgresError(
          `Process ${read(home.lock) ?? 'unknown'} has been starting or stopping the database in ${home.path} for a minute; end it and start again.`,
        );
      }
      dropIfHolderDied(home.lock, mine);
      await sleep(50);
    }
    try {
      return await work();
    } finally {
      if (read(home.lock) === name) rmSync(home.lock, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Notes that this process uses the database; returns how to take the note back. */
export function register(home: DatabaseHome): () => void {
  mkdirSync(home.users, { recursive: true });
  const file = join(home.users, `${ownIdentity()}-${(serial += 1)}`);
  writeFileSync(file, '');
  return () => rmSync(file, { force: true });
}

/** Whether any living process still uses the database; notes of dead ones are removed. */
export function isUsed(home: DatabaseHome): boolean {
  const notes = readdirSync(home.users);
  const dead = notes.filter((note) => !identityLives(note));
  for (const note of dead) rmSync(join(home.users, note), { force: true });
  return notes.length > dead.length;
}
