import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/** What else somebody may want beside what he looks at. */
export class Suggestions {
  /**
   * Items that go with these, the likeliest first: only what can be had, nothing to whoever refused offers, and nothing
   * at all to a customer with a severe ticket open, who has other worries.
   */
  async find(work: Work, itemIds: readonly string[], atMost: number): Promise<string[]> {
    const { personId, organisationId } = work.actor;
    const { rows } = await sql<{ id: string }>`
      select r.suggested_item_id as id from service_suggestion_rule r join catalog_item i on i.id = r.suggested_item_id
      where r.item_id = any(${[...itemIds]}::uuid[]) and not r.suggested_item_id = any(${[...itemIds]}::uuid[])
        and r.is_available and i.is_active and i.is_sellable
        and not exists (select from service_ticket t where t.organisation_id = ${organisationId} and t.audience = 'CUSTOMER'
          and t.priority = 'URGENT' and t.category in ('OPEN', 'PAUSED'))
        and coalesce((select k.state from interactions_consent k join interactions_contact c on c.id = k.contact_id
          where c.person_id = ${personId} and c.organisation_id = ${organisationId} and k.purpose = 'OFFERS'
          order by k.recorded_at desc, k.id desc limit 1), 'UNKNOWN') in ('UNKNOWN', 'GRANTED')
      group by r.suggested_item_id order by max(r.confidence) desc, max(r.lift) desc, r.suggested_item_id limit ${atMost}`.execute(
      work.sql,
    );
    return rows.map(({ id }) => id);
  }
}

export const suggestions = new Suggestions();
