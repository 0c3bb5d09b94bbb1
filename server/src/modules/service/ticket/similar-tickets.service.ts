import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { wantedWords } from './search-words.calc.ts';

/** Earlier tickets like what somebody writes: a party's among its own alone, the desk's among all of that side. */
export class SimilarTickets {
  /** By how many rare words they share; a word that half of all tickets have says nothing. */
  async find(work: Work, text: string, atMost: number, exceptId: string | null = null): Promise<string[]> {
    const words = wantedWords(text.slice(0, 2000));
    if (words.length === 0) return [];
    const { audience, organisationId } = work.actor;
    const { rows } = await sql<{ id: string }>`
      with wanted as (select w.word, count(*) as n from service_ticket_word w
        where w.word = any(${words}::text[]) and not w.is_internal group by w.word order by n limit 12)
      select t.id from wanted a join service_ticket_word w on w.word = a.word and not w.is_internal
      join service_ticket t on t.id = w.ticket_id
      where t.is_shared and t.id is distinct from ${exceptId}::uuid and not t.is_spam
        and (${audience} in ('STAFF', 'SYSTEM') or (t.organisation_id = ${organisationId} and t.audience = ${audience}))
      group by t.id having count(*) >= 2 or ${words.length} = 1
      order by sum(1.0 / a.n) desc, t.id desc limit ${atMost}`.execute(work.sql);
    return rows.map(({ id }) => id);
  }
}

export const similarTickets = new SimilarTickets();
