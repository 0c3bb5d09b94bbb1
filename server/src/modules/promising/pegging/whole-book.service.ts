import { inOrder, portionsOf } from '../../../kernel/in-order.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import { repegging } from './repegging.service.ts';
import { touchedKeys } from './touched-keys.service.ts';

const KEYS_PER_TRANSACTION = 200;

/** Everything that waits and everything that serves, pegged anew: after bulk loads, and daily. */
class WholeBook {
  /** Some keys per transaction, so that nobody waits long for any of them. @returns how many lines changed. */
  async repeg(database: Database): Promise<number> {
    const actor = systemActor('promising repeg');
    const keys = await database.transact(actor, (work) => touchedKeys.all(work));
    const portions = portionsOf(keys, KEYS_PER_TRANSACTION);
    const changed = await inOrder(portions, (part) => database.transact(actor, (work) => repegging.repeg(work, part)));
    return changed.reduce((sum, count) => sum + count, 0);
  }
}

export const wholeBook = new WholeBook();
