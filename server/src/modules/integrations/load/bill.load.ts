import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { structures } from '../../planning/bill/structures.service.ts';
import type { Typed } from '../csv/typed-rows.ts';
import { BILL_HEADER, bills } from '../templates/planning.templates.ts';
import { refuseContradictions, refuseRepeats } from './documents.ts';
import { loader, stillGood } from './loader.ts';
import { resolve } from './references.ts';
import { upsert } from './upsert.ts';

type Row = Typed<typeof bills.columns>;

const BILL = 'id uuid, item_id uuid, site_id uuid, revision text, alternate int, base_quantity numeric';
const COMPONENT =
  'id uuid, bill_id uuid, position int, item_id uuid, quantity numeric, scrap numeric, is_phantom boolean, operation_no int, valid_from date, valid_to date';

/** Bills as the file says they are: its rows are all components of each bill it names. What has a bill is made. */
export const billLoader = loader(bills, async (loading, rows) => {
  refuseContradictions(loading, rows, BILL_HEADER);
  const placed = rows.filter(({ position }) => position > 0);
  refuseRepeats(loading, placed, 'position', (row) => [row.$document, row.position]);
  const { work } = loading;
  const item = await resolve(loading, rows, 'sku', 'item', (row) => row.sku);
  const component = await resolve(loading, rows, 'component', 'item', (row) => row.component);
  const site = await resolve(loading, rows, 'site', 'site', (row) => row.site);
  const documents = [...Map.groupBy(stillGood(loading, rows), ({ $document }) => $document).values()];
  const heads = documents.flatMap(([first]) =>
    first ? [{ ...first, item_id: item(first), site_id: site(first) }] : [],
  );
  const ids = await writeHeads(work, heads);
  const staged = documents.flatMap((document) =>
    positioned(document).map(({ row, position }) => ({
      ...componentOf(row, position),
      bill_id: ids.get(row.$document),
      item_id: component(row),
    })),
  );
  const target = { table: 'planning_bill_component', columns: COMPONENT, key: ['bill_id', 'position'] };
  const counts = await upsert(work, target, staged);
  const dropped = await dropOthers(work, [...ids.values()], staged);
  const made = heads.map(({ item_id }) => item_id ?? '');
  await structures.refuseLoops(work, made);
  await structures.makeThem(work, made);
  await structures.codeLevels(work);
  return { ...counts, updated: counts.updated + dropped };
});

/** Rows that say no position stand in their order, at those that nobody else has taken. */
function positioned(document: readonly Row[]): { row: Row; position: number }[] {
  const taken = new Set(document.map(({ position }) => position));
  let last = 0;
  const next = (): number => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  return document.map((row) => ({ row, position: row.position || next() }));
}

const componentOf = (row: Row, position: number) => ({
  id: newId(),
  position,
  quantity: row.quantity,
  scrap: row.scrap,
  is_phantom: row.is_phantom,
  operation_no: row.operation_no,
  valid_from: row.valid_from ?? '-infinity',
  valid_to: row.valid_to ?? 'infinity',
});

type Head = Row & { readonly item_id: string | null; readonly site_id: string | null };

/** The ids of the bills, by document. */
async function writeHeads(work: Work, heads: readonly Head[]): Promise<ReadonlyMap<string, string>> {
  const key = ['item_id', 'site_id', 'revision', 'alternate'];
  const staged = heads.map((head) => ({ ...head, id: newId() }));
  await upsert(work, { table: 'planning_bill', columns: BILL, key, hasVersion: true }, staged);
  const { rows } = await sql<{ document: string; id: string }>`
    select x."$document" as document, b.id
    from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb) as x("$document" text, item_id uuid, site_id uuid, revision text, alternate int)
    join planning_bill b on b.item_id = x.item_id and b.site_id is not distinct from x.site_id and b.revision = x.revision
      and b.alternate = x.alternate`.execute(work.sql);
  return new Map(rows.map(({ document, id }) => [document, id]));
}

async function dropOthers(work: Work, billIds: readonly string[], staged: readonly object[]): Promise<number> {
  const { rows } = await sql`
    delete from planning_bill_component c
    where c.bill_id = any(${billIds}::uuid[]) and (c.bill_id, c.position) not in (
      select x.bill_id, x.position from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb) as x(bill_id uuid, position int))
    returning c.id`.execute(work.sql);
  return rows.length;
}
