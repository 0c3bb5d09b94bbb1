import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { LOCATION_KINDS } from '../templates/party.templates.ts';

/** A site has a place of every kind, so that every move has somewhere to come from and go to. */
export async function openPlaces(work: Work, codes: readonly string[]): Promise<void> {
  await sql`
    insert into catalog_location (id, site_id, code, name, kind)
    select gen_random_uuid(), s.id, k.kind, initcap(k.kind), k.kind
    from catalog_site s cross join unnest(${LOCATION_KINDS}::text[]) k(kind)
    where s.code = any(${codes}) and not exists (select from catalog_location l where l.site_id = s.id and l.kind = k.kind)
    on conflict do nothing`.execute(work.sql);
}
