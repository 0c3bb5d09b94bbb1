import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { DocumentContradiction } from '../integrations.errors.ts';
import type { Typed } from '../csv/typed-rows.ts';
import { company, customers, locations, sites, suppliers } from '../templates/party.templates.ts';
import { loader, stillGood } from './loader.ts';
import { openPlaces } from './places.ts';
import { resolve, type Loading } from './references.ts';
import { upsert, type Counts } from './upsert.ts';

type PartyRow = Typed<typeof suppliers.columns>;

const columns =
  'id uuid, number text, name text, locale text, time_zone text, currency char(3), country char(2), email text, phone text, address text, gs1_company_prefix text, is_active boolean';

// The side is only ever added: whoever supplies us may also buy from us.
function loadParties(side: 'is_company' | 'is_supplier' | 'is_customer') {
  return ({ work }: Loading, rows: readonly PartyRow[]): Promise<Counts> =>
    upsert(
      work,
      {
        table: 'identity_organisation',
        columns: `${columns}, ${side} boolean`,
        key: ['number'],
        hasVersion: true,
      },
      rows.map((row) => ({ ...row, id: newId(), [side]: true })),
    );
}

export const supplierLoader = loader(suppliers, loadParties('is_supplier'));
export const customerLoader = loader(customers, loadParties('is_customer'));

/** There is one company: a file that names another is refused. */
export const companyLoader = loader(company, async (loading, rows) => {
  const { rows: known } = await sql<{ number: string }>`
    select number from identity_organisation where is_company`.execute(loading.work.sql);
  const number = known[0]?.number ?? rows[0]?.number;
  for (const row of rows) {
    if (row.number === number) continue;
    loading.issues.add(loading.file, row.$line, 'number', new DocumentContradiction({ column: 'number', line: 1 }));
    loading.blocked.add(row.$document);
  }
  return loadParties('is_company')(loading, stillGood(loading, rows));
});

export const siteLoader = loader(sites, async ({ work }, rows) => {
  const columns = 'id uuid, code text, name text, time_zone text, address text, is_active boolean';
  const staged = rows.map((row) => ({ ...row, id: newId() }));
  const counts = await upsert(work, { table: 'catalog_site', columns, key: ['code'] }, staged);
  await openPlaces(
    work,
    staged.map(({ code }) => code),
  );
  return counts;
});

export const locationLoader = loader(locations, async (loading, rows) => {
  const site = await resolve(loading, rows, 'site', 'site', (row) => row.site);
  const target = {
    table: 'catalog_location',
    columns: 'id uuid, site_id uuid, code text, name text, kind text, is_active boolean',
    key: ['site_id', 'code'],
  };
  return upsert(
    loading.work,
    target,
    stillGood(loading, rows).map((row) => ({ ...row, id: newId(), site_id: site(row) })),
  );
});
