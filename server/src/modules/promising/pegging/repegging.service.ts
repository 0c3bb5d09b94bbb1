import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { availabilityUpkeep } from '../availability/availability-upkeep.service.ts';
import { promiseNotices } from '../notice/promise-notices.service.ts';
import { lineAtRisk, supplyShort } from '../promising.events.ts';
import { keyText, readBook, type Book, type Key, type OpenLine } from './book.reads.ts';
import { estimates } from './estimates.service.ts';
import { pegLines, type PeggedLine } from './line-pegs.calc.ts';
import { pegWriting, type LineChange } from './peg-writing.service.ts';
import { isAtRisk } from './standing.calc.ts';
import { readStored, type StoredPegging } from './stored-pegging.reads.ts';

const MOST_NAMED = 50;

/**
 * Keeps pegs, standings, availability and notices true for the keys that something touched. It reads the book of those
 * keys and writes what changed, nothing else: a second run right after the first writes no row.
 */
class Repegging {
  /** @returns how many lines stand differently now. */
  async repeg(work: Work, touched: readonly Key[]): Promise<number> {
    const keys = [...new Map(touched.map((key) => [keyText(key), key])).values()];
    if (keys.length === 0) return 0;
    await work.em.flush();
    await this.lock(work, keys);
    const [book, stored] = await this.read(work, keys);
    const pegged = keys.flatMap((key) => pegKey(book, key));
    const changes = await pegWriting.write(work, pegged, stored);
    await availabilityUpkeep.write(work, keys, book);
    const noticed = await promiseNotices.follow(work, changes);
    await estimates.hand(work, changes, pegged);
    this.tell(work, changes, noticed);
    return changes.length;
  }

  /**
   * One at a time per key, in the order of the keys. It waits shorter than a deadlock takes to be found, so that in a
   * meeting with somebody who writes an order it is this work that steps back and is asked for again.
   */
  private async lock(work: Work, keys: readonly Key[]): Promise<void> {
    await sql`select set_config('lock_timeout', '700ms', true), set_config('enable_seqscan', 'off', true)`.execute(
      work.sql,
    );
    await lockKeys(work, keys);
  }

  /**
   * Planned for what the tables hold now, and by index: a plan kept from when there was hardly a notice would look for
   * each line's by going through all of them. Writing goes back to kept plans: every foreign key has one.
   */
  private async read(work: Work, keys: readonly Key[]): Promise<[Book, StoredPegging]> {
    await sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`.execute(work.sql);
    const read: [Book, StoredPegging] = [await readBook(work, keys), await readStored(work, keys)];
    await sql`select set_config('plan_cache_mode', 'auto', true)`.execute(work.sql);
    return read;
  }

  /** A line of which the customer is told needs no second event; of many on one item the first ones stand for all. */
  private tell(work: Work, changes: readonly LineChange[], noticed: ReadonlySet<string>): void {
    const worse = changes.filter(
      ({ before, after }) => isAtRisk(after.standing) && !(before && isAtRisk(before.standing)),
    );
    const unsaid = worse.filter(({ after }) => !noticed.has(after.line.id));
    for (const lines of byKey(unsaid).values())
      for (const { after } of lines.slice(0, MOST_NAMED)) work.record(lineAtRisk(after.line, after.standing));
    const short = changes.filter(({ before, after }) => after.standing.unpegged.gt(before?.standing.unpegged ?? 0));
    for (const lines of byKey(short).values()) {
      const [first] = lines;
      if (!first) continue;
      const lineIds = lines.slice(0, MOST_NAMED).map(({ after }) => after.line.id);
      work.record(supplyShort(first.after.line, { lineIds, count: lines.length }));
    }
  }
}

const byKey = (changes: readonly LineChange[]) => Map.groupBy(changes, ({ after }) => keyText(after.line));

/** Whoever promises or pegs holds its keys until its transaction ends. */
export async function lockKeys(work: Work, keys: readonly Key[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(k.item_id || ' ' || k.site_id, 66))
    from (select distinct item_id, site_id from unnest(${keys.map(({ itemId }) => itemId)}::text[], ${keys.map(({ siteId }) => siteId)}::text[])
      as x(item_id, site_id) order by 1, 2) k`.execute(work.sql);
}

/** Pegs one key of a book. */
export function pegKey(book: Book, key: Key): PeggedLine<OpenLine>[] {
  const name = keyText(key);
  return pegLines(book.supplies.get(name) ?? [], book.lines.get(name) ?? [], `STOCK ${key.siteId}`);
}

export const repegging = new Repegging();
