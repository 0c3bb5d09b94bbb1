import { systemActor } from '../../platform/access/actor.ts';
import { inOrder } from '../../kernel/in-order.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Job } from '../../platform/jobs/worker.ts';
import { REPEG_ALL_JOB } from './pegging/repeg-request.service.ts';
import { repegging } from './pegging/repegging.service.ts';
import { touchedKeys } from './pegging/touched-keys.service.ts';

const KEYS_PER_TRANSACTION = 200;

/** Pegs the whole book, some keys per transaction, so that nobody waits long for any of them. @returns lines that changed. */
export async function repegAll(database: Database): Promise<number> {
  const actor = systemActor('promising repeg');
  const keys = await database.transact(actor, (work) => touchedKeys.all(work));
  const portions = Array.from({ length: Math.ceil(keys.length / KEYS_PER_TRANSACTION) }, (_, n) =>
    keys.slice(n * KEYS_PER_TRANSACTION, (n + 1) * KEYS_PER_TRANSACTION),
  );
  const changed = await inOrder(portions, (part) => database.transact(actor, (work) => repegging.repeg(work, part)));
  return changed.reduce((sum, count) => sum + count, 0);
}

/** After bulk loads, and daily: what is overdue slips by the clock alone. */
export const promisingJobs: readonly Job[] = [
  { name: REPEG_ALL_JOB, cron: '20 0 * * *', run: async (database) => void (await repegAll(database)) },
];
