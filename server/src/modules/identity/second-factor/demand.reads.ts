import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/** Whether any organisation that this person acts for asks for a second factor. */
export async function isFactorDemanded(work: Work, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from identity_membership m join identity_organisation o on o.id = m.organisation_id
    where m.person_id = ${personId} and m.is_active and o.requires_second_factor limit 1`.execute(work.sql);
  return rows.length > 0;
}
