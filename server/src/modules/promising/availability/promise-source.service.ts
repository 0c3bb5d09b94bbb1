import { sql } from 'kysely';
import { todayIn } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { PromisedDay, PromiseSource } from '../../sales/promise.port.ts';
import { readBook, type Key } from '../pegging/book.reads.ts';
import { lockKeys, pegKey } from '../pegging/repegging.service.ts';
import { latest } from '../pegging/standing.calc.ts';
import { capableDays } from './capable-days.service.ts';

interface Place extends Key {
  zone: string;
}

/**
 * The days sales promises: what pegging gives each line in its place in the queue, or the day by which we can make what
 * it does not give. The keys are held until the transaction ends, so that two orders that ask at once are not promised
 * the same units.
 */
class PeggedPromises implements PromiseSource {
  async promise(work: Work, lineIds: readonly string[]): Promise<readonly PromisedDay[]> {
    if (lineIds.length === 0) return [];
    await work.em.flush();
    const { rows: places } = await sql<Place>`
      select distinct l.item_id as "itemId", l.site_id as "siteId", s.time_zone as zone
      from sales_order_line l join catalog_site s on s.id = l.site_id where l.id = any(${lineIds}::uuid[])`.execute(
      work.sql,
    );
    await lockKeys(work, places);
    const book = await readBook(work, places);
    const pegged = places.flatMap((place) => pegKey(book, place).map((one) => ({ ...one, zone: place.zone })));
    const capable = await capableDays.of(work, pegged);
    const days = new Map(
      pegged.map(({ line, standing, zone }): [string, PromisedDay] => {
        const served = standing.expectedOn ?? todayIn(zone, work.clock);
        if (standing.unpegged.isZero()) return [line.id, { lineId: line.id, on: served }];
        const made = capable.get(line.id) ?? null;
        const on = made && latest(made, standing.expectedOn);
        return [line.id, { lineId: line.id, on, isToBeMade: true }];
      }),
    );
    return lineIds.map((lineId) => days.get(lineId) ?? { lineId, on: null });
  }
}

export const peggedPromises = new PeggedPromises();
