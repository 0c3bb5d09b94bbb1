import { sql } from 'kysely';
import type { Audience } from '../../../platform/access/actor.ts';
import type { Work } from '../../../platform/db/work.ts';

/** For whom a person last acted on this side: the membership, or null when he has no place there. */
export async function placeOf(
  work: Work,
  personId: string,
  audience: Audience,
  organisationId: string | null = null,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select m.id from identity_membership m join identity_organisation o on o.id = m.organisation_id
    where m.person_id = ${personId} and m.audience = ${audience} and m.is_active and o.is_active
      and (${organisationId}::uuid is null or m.organisation_id = ${organisationId}::uuid)
    order by (select max(s.last_seen_at) from identity_session s where s.membership_id = m.id and s.person_id = m.person_id) desc nulls last, m.created_at, m.id
    limit 1`.execute(work.sql);
  return rows[0]?.id ?? null;
}
