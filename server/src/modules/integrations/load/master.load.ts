import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { categories, itemUnits, items, priceBreaks, supplierItems, units } from '../templates/master.templates.ts';
import { loader, stillGood } from './loader.ts';
import { resolve } from './references.ts';
import { addCounts, noRows, upsert } from './upsert.ts';

export const unitLoader = loader(units, ({ work }, rows) =>
  upsert(
    work,
    { table: 'catalog_unit', columns: 'id uuid, code text, name_en text, name_zh text', key: ['code'] },
    rows.map((row) => ({ ...row, id: newId() })),
  ),
);

export const categoryLoader = loader(categories, async (loading, rows) => {
  const target = {
    table: 'catalog_category',
    columns: 'id uuid, parent_id uuid, code text, name_en text, name_zh text',
    key: ['code'],
  };
  // A category may name one of the same file: each level is written before the next asks for it.
  const counts = await inOrder(levelsOf(rows), async (level) => {
    const parent = await resolve(loading, level, 'parent', 'category', (row) => row.parent);
    return upsert(
      loading.work,
      target,
      stillGood(loading, level).map((row) => ({ ...row, id: newId(), parent_id: parent(row) })),
    );
  });
  return counts.reduce(addCounts, noRows);
});

function levelsOf<R extends { readonly code: string; readonly parent: string | null }>(rows: readonly R[]): R[][] {
  const levels: R[][] = [];
  let left = [...rows];
  while (left.length > 0) {
    const waiting = new Set(left.map(({ code }) => code));
    const ready = left.filter(({ parent }) => parent === null || !waiting.has(parent));
    levels.push(ready.length > 0 ? ready : left);
    left = ready.length > 0 ? left.filter((row) => !ready.includes(row)) : [];
  }
  return levels;
}

export const itemLoader = loader(items, async (loading, rows) => {
  await openPiece(loading.work, rows);
  const unit = await resolve(loading, rows, 'unit', 'unit', (row) => row.unit);
  const category = await resolve(loading, rows, 'category', 'category', (row) => row.category);
  const supplies = await suppliesOf(loading.work, rows);
  const columns =
    'id uuid, sku text, gtin text, name_en text, name_zh text, description text, unit_code text, supply text, category_id uuid, is_sellable boolean, is_lot_tracked boolean, is_active boolean, standard_cost numeric(19,4), list_price numeric(19,4), currency char(3), safety_stock numeric, reorder_point numeric, lead_time_days int';
  const good = stillGood(loading, rows).map((row) => ({
    ...row,
    id: newId(),
    name_en: row.name_en || row.sku,
    unit_code: unit(row),
    category_id: category(row),
    supply: row.supply ?? supplies.get(row.sku) ?? 'BUY',
  }));
  return upsert(loading.work, { table: 'catalog_item', columns, key: ['sku'], hasVersion: true }, good);
});

/** How items are come by today, for rows that do not say. */
async function suppliesOf(work: Work, rows: readonly { readonly sku: string; readonly supply: string | null }[]) {
  const unsaid = rows.filter(({ supply }) => supply === null).map(({ sku }) => sku);
  const { rows: known } = await sql<{ sku: string; supply: string }>`
    select sku, supply from catalog_item where sku = any(${unsaid})`.execute(work.sql);
  return new Map(known.map(({ sku, supply }) => [sku, supply]));
}

/** The piece needs no file of units: whoever counts nothing else may begin with items. */
async function openPiece(work: Work, rows: readonly { readonly unit: string }[]): Promise<void> {
  if (!rows.some(({ unit }) => unit === 'EA')) return;
  await sql`
    insert into catalog_unit (id, code, name_en, name_zh) values (${newId()}, 'EA', 'Piece', '件')
    on conflict (code) do nothing`.execute(work.sql);
}

export const itemUnitLoader = loader(itemUnits, async (loading, rows) => {
  const item = await resolve(loading, rows, 'sku', 'item', (row) => row.sku);
  const unit = await resolve(loading, rows, 'unit', 'unit', (row) => row.unit);
  const columns = 'id uuid, item_id uuid, unit_code text, numerator bigint, denominator bigint, gtin text';
  const good = stillGood(loading, rows).map((row) => ({
    ...row,
    id: newId(),
    item_id: item(row),
    unit_code: unit(row),
  }));
  return upsert(loading.work, { table: 'catalog_item_unit', columns, key: ['item_id', 'unit_code'] }, good);
});

export const supplierItemLoader = loader(supplierItems, async (loading, rows) => {
  const supplier = await resolve(loading, rows, 'supplier', 'supplier', (row) => row.supplier);
  const item = await resolve(loading, rows, 'sku', 'item', (row) => row.sku);
  const unit = await resolve(loading, rows, 'order_unit', 'unit', (row) => row.order_unit);
  const columns =
    'id uuid, supplier_id uuid, item_id uuid, supplier_sku text, order_unit_code text, numerator bigint, denominator bigint, minimum_quantity numeric, order_multiple numeric, maximum_quantity numeric, lead_time_days int, currency char(3), is_preferred boolean, is_active boolean';
  const good = stillGood(loading, rows).map((row) => ({
    ...row,
    id: newId(),
    supplier_id: supplier(row),
    item_id: item(row),
    order_unit_code: unit(row),
  }));
  const target = {
    table: 'catalog_supplier_item',
    columns,
    key: ['supplier_id', 'item_id'],
    hasVersion: true,
  };
  return upsert(loading.work, target, good);
});

export const priceBreakLoader = loader(priceBreaks, async (loading, rows) => {
  const supplier = await resolve(loading, rows, 'supplier', 'supplier', (row) => row.supplier);
  const supplierItem = await resolve(loading, rows, 'sku', 'supplierItem', (row) => `${row.supplier}/${row.sku}`);
  const columns =
    'id uuid, supplier_item_id uuid, supplier_id uuid, from_quantity numeric, unit_price numeric(19,4), valid_from date, valid_to date';
  const good = stillGood(loading, rows).map((row) => ({
    ...row,
    id: newId(),
    supplier_item_id: supplierItem(row),
    supplier_id: supplier(row),
    valid_from: row.valid_from ?? '-infinity',
    valid_to: row.valid_to ?? 'infinity',
  }));
  const target = {
    table: 'catalog_price_break',
    columns,
    key: ['supplier_item_id', 'from_quantity', 'valid_from'],
  };
  return upsert(loading.work, target, good);
});
