import { sql } from 'kysely';
import { todayIn } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { PromisedDay, PromiseSource } from '../../sales/promise.port.ts';
import { readBook, type Key } from '../pegging/book.reads.ts';
import { lockKeys, pegKey } from '../pegging/repegging.service.ts';

interface Place extends Key {
  zone: string;
}

/**
 * The days sales promises: what pegging gives each line in its place in the queue. The keys are held until the
 * transaction ends, so that two orders that ask at once are not promised the same units.
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
    const days = new Map(
      places.flatMap((place) => {
        const today = todayIn(place.zone, work.clock);
        return pegKey(book, place).map(
          ({ line, standing }) => [line.id, standing.unpegged.gt(0) ? null : (standing.expectedOn ?? today)] as const,
        );
      }),
    );
    return lineIds.map((lineId) => ({ lineId, on: days.get(lineId) ?? null }));
  }
}

export const peggedPromises = new PeggedPromises();
