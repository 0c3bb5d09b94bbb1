import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { SiteNeeded } from '../integrations.errors.ts';
import { openPlaces } from './places.ts';
import type { Loading } from './references.ts';
import { resolve } from './references.ts';

/** Where goods are kept when nobody has named a company or a site yet, so that a planner can begin with items alone. */
const GROUND = { company: 'COMPANY', site: 'MAIN' } as const;

interface Placed {
  readonly site: string | null;
  readonly $line: number;
  readonly $document: string;
}

/**
 * The site of each row: the one it names, else the only one there is. Where there is none yet, it is opened. With
 * several, a row that names none is reported.
 */
export async function siteOf<R extends Placed>(
  loading: Loading,
  rows: readonly R[],
): Promise<(row: R) => string | null> {
  const named = await resolve(loading, rows, 'site', 'site', (row) => row.site);
  const unnamed = rows.filter(({ site }) => !site);
  if (unnamed.length === 0) return named;
  const only = await onlySite(loading.work);
  for (const row of only ? [] : unnamed) {
    loading.issues.add(loading.file, row.$line, 'site', new SiteNeeded());
    loading.blocked.add(row.$document);
  }
  return (row) => (row.site ? named(row) : only);
}

async function onlySite(work: Work): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from catalog_site where is_active order by code limit 2`.execute(
    work.sql,
  );
  if (rows.length > 1) return null;
  return rows[0]?.id ?? openSite(work);
}

async function openSite(work: Work): Promise<string> {
  const id = newId();
  await sql`
    insert into identity_organisation (id, number, name, is_company)
    select ${newId()}, ${GROUND.company}, 'Our company', true
    where not exists (select from identity_organisation where is_company)`.execute(work.sql);
  await sql`insert into catalog_site (id, code, name) values (${id}, ${GROUND.site}, 'Main site')`.execute(work.sql);
  await openPlaces(work, [GROUND.site]);
  return id;
}

/** The place for goods at a site where a row names none. */
export async function storageOf(work: Work, siteIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ site: string; id: string }>`
    select distinct on (site_id) site_id as site, id from catalog_location
    where site_id = any(${siteIds}::uuid[]) and kind = 'STORAGE' and is_active
    order by site_id, code = 'STORAGE' desc, code`.execute(work.sql);
  return new Map(rows.map(({ site, id }) => [site, id]));
}

/** The codes of sites, by id. */
export async function siteCodes(work: Work, siteIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from catalog_site where id = any(${siteIds}::uuid[])`.execute(work.sql);
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** The time zones of sites, by id. */
export async function siteZones(work: Work, siteIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; zone: string }>`
    select id, time_zone as zone from catalog_site where id = any(${siteIds}::uuid[])`.execute(work.sql);
  return new Map(rows.map(({ id, zone }) => [id, zone]));
}
