import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { wordsOf } from './search-words.calc.ts';

/** Keeps the words under which a ticket is found. Those of notes stay apart: they are ours. */
export class TicketWords {
  async add(work: Work, ticketId: string, text: string, isInternal = false): Promise<void> {
    const words = wordsOf(text.slice(0, 8000));
    if (words.length === 0) return;
    await sql`
      insert into service_ticket_word (word, ticket_id, organisation_id, audience, is_internal)
      select w, t.id, t.organisation_id, t.audience, ${isInternal} or not t.is_shared
      from unnest(${words}::text[]) w cross join service_ticket t where t.id = ${ticketId}
      on conflict do nothing`.execute(work.sql);
  }
}

export const ticketWords = new TicketWords();
