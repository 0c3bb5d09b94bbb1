import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { wantedWords } from './search-words.calc.ts';

/** A word of more tickets than these says nothing about any of them. */
const MOST_TICKETS = 2000;

/** Earlier tickets like what somebody writes: a party's among its own alone, the desk's among all of that side. */
export class SimilarTickets {
  /** By how many rare words they share. */
  async find(work: Work, text: string, atMost: number, exceptId: string | null = null): Promise<string[]> {
    const words = wantedWords(text.slice(0, 2000));
    if (words.length === 0) return [];
    const { audience, organisationId } = work.actor;
    const isOurs = audience === 'STAFF' || audience === 'SYSTEM';
    const seen = isOurs ? sql`true` : sql`w.organisation_id = ${organisationId} and w.audience = ${audience}`;
    const { rows } = await sql<{ id: string }>`
      with wanted as materialized (select q.word, x.n from unnest(${words}::text[]) q(word)
        cross join lateral (select count(*)::int as n from (select from service_ticket_word w
          where w.word = q.word and not w.is_internal and ${seen} limit ${MOST_TICKETS + 1}) few) x
        where x.n between 1 and ${MOST_TICKETS} order by x.n, q.word limit 12)
      select t.id from wanted a join service_ticket_word w on w.word = a.word and not w.is_internal and ${seen}
      join service_ticket t on t.id = w.ticket_id
      where t.is_shared and t.id is distinct from ${exceptId}::uuid and not t.is_spam
        and (${isOurs} or (t.organisation_id = ${organisationId} and t.audience = ${audience}))
      group by t.id having count(*) >= 2 or ${words.length} = 1
      order by sum(1.0 / a.n) desc, t.id desc limit ${atMost}`.execute(work.sql);
    return rows.map(({ id }) => id);
  }
}

export const similarTickets = new SimilarTickets();
