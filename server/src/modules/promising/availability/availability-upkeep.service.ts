import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { keyText, type Book, type Key } from '../pegging/book.reads.ts';
import { availableToPromise, type AvailabilityStep } from './availability.calc.ts';

/** What of the supplies of a key may still be promised: what is set aside for lines is not among them. */
export function stepsOf(book: Book, key: Key): AvailabilityStep[] {
  const queued = (book.lines.get(keyText(key)) ?? []).map(({ quantity, allocated }) =>
    Decimal.max(0, quantity.minus(allocated)),
  );
  return availableToPromise(book.supplies.get(keyText(key)) ?? [], Decimal.sum(0, ...queued));
}

/** Keeps the availability that catalogues show; a key that has the same to offer is not written. */
class AvailabilityUpkeep {
  async write(work: Work, keys: readonly Key[], book: Book): Promise<void> {
    const rows = keys.map((key) => {
      const steps = stepsOf(book, key);
      const later = steps.filter(({ on }) => on !== null);
      return {
        id: newId(),
        item_id: key.itemId,
        site_id: key.siteId,
        available_now: (steps.find(({ on }) => on === null)?.quantity ?? new Decimal(0)).toString(),
        next_on: later[0]?.on ?? null,
        available_later: (steps.at(-1)?.quantity ?? new Decimal(0)).toString(),
        steps: steps.map(({ on, quantity }) => ({ on, quantity: quantity.toString() })),
      };
    });
    await sql`
      insert into promising_availability as a (id, item_id, site_id, available_now, next_on, available_later, steps, as_of)
      select x.*, ${work.clock.now()} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as x(id uuid, item_id uuid, site_id uuid, available_now numeric, next_on date, available_later numeric, steps jsonb)
      on conflict (item_id, site_id) do update
        set available_now = excluded.available_now, next_on = excluded.next_on, available_later = excluded.available_later,
            steps = excluded.steps, as_of = excluded.as_of
        where a.steps is distinct from excluded.steps`.execute(work.sql);
  }
}

export const availabilityUpkeep = new AvailabilityUpkeep();
