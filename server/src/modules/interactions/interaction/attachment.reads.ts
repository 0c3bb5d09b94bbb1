import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/** The name of a file, as far as the reader may see what it belongs to; null for a foreign one and an unknown one. */
export async function attachmentOf(work: Work, id: string): Promise<{ name: string } | null> {
  const { rows } = await sql<{ name: string }>`
    select a.name from interactions_attachment a
    where a.id = ${id} and (${work.actor.audience} = 'STAFF' or exists (
      select from interactions_interaction i where i.id = a.interaction_id and i.visibility = 'SHARED'
        and i.organisation_id = ${work.actor.organisationId} and i.audience = ${work.actor.audience}))`.execute(
    work.sql,
  );
  return rows[0] ?? null;
}
