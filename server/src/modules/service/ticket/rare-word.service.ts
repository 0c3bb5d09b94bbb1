import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/** How many tickets may have a word for it to lead to them; beyond that a page fills sooner by looking at each. */
const RARE = 2000;

/** The rarest of these words where few tickets have it, null where all are common: how the desk's search is entered. */
export async function rareWordOf(work: Work, words: readonly string[]): Promise<string | null> {
  const { rows } = await sql<{ word: string; n: number }>`
    select q.word, (select count(*)::int from (
      select from service_ticket_word w where w.word = q.word limit ${RARE + 1}) seen) as n
    from unnest(${[...words]}::text[]) q(word) order by n, q.word limit 1`.execute(work.sql);
  const [rarest] = rows;
  return rarest && rarest.n <= RARE ? rarest.word : null;
}
