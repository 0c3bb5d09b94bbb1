import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { keepVersions } from '../../purchasing/order/order-version.service.ts';
import { purchaseOrderRows } from '../export/purchase-order.rows.ts';
import { ORDER_HEADER, purchaseOrders } from '../templates/purchase-order.templates.ts';
import { refuseContradictions, refuseInUse, skipNumbers, textOfRows } from './documents.ts';
import { insertAll } from './insert.ts';
import { loader, stillGood } from './loader.ts';
import { companyId } from './company.ts';
import { OrderTables } from './purchase-order.build.ts';
import { resolve } from './references.ts';
import type { Counts } from './upsert.ts';

const tables = {
  orders:
    'id uuid, number text, external_number text, supplier_id uuid, site_id uuid, state text, answer_state text, currency char(3), ordered_on date, note text, subtotal numeric(19,4), tax numeric(19,4), freight numeric(19,4), created_at timestamptz, issued_at timestamptz, answered_at timestamptz, closed_at timestamptz',
  lines:
    'id uuid, order_id uuid, supplier_id uuid, line_no int, item_id uuid, unit_code text, numerator bigint, denominator bigint, unit_price numeric(19,4), currency char(3), is_issued boolean',
  schedules:
    'id uuid, supplier_id uuid, order_id uuid, order_line_id uuid, item_id uuid, site_id uuid, schedule_no int, unit_code text, numerator bigint, denominator bigint, requested_on date, requested_quantity numeric, first_confirmed_on date, confirmed_on date, confirmed_quantity numeric, shipped_quantity numeric, received_quantity numeric, accepted_quantity numeric, rejected_quantity numeric, state text, is_issued boolean',
  receipts:
    'id uuid, supplier_id uuid, site_id uuid, delivery_reference text, state text, received_on date, received_at timestamptz',
  receiptLines:
    'id uuid, supplier_id uuid, receipt_id uuid, line_no int, schedule_line_id uuid, item_id uuid, unit_code text, numerator bigint, denominator bigint, received_quantity numeric, accepted_quantity numeric, rejected_quantity numeric, accepted_stock numeric, rejected_stock numeric, put_away_stock numeric, reject_reason text, owner_id uuid, unit_price numeric(19,4), currency char(3)',
} as const;

/** An order that nobody has seen is replaced; any other that differs from the file is refused, as changes are versions. */
export const purchaseOrderLoader = loader(purchaseOrders, async (loading, rows) => {
  refuseContradictions(loading, rows, ORDER_HEADER);
  const ids = {
    supplier: await resolve(loading, rows, 'supplier', 'supplier', (row) => row.supplier),
    site: await resolve(loading, rows, 'site', 'site', (row) => row.site),
    item: await resolve(loading, rows, 'sku', 'item', (row) => row.sku),
    companyId: await companyId(loading.work),
  };
  await resolve(loading, rows, 'unit', 'unit', (row) => row.unit);
  const documents = Map.groupBy(stillGood(loading, rows), ({ number }) => number);
  const known = await knownOrders(loading.work, [...documents.keys()]);
  const built = new OrderTables(ids);
  const replaced: string[] = [];
  let unchanged = 0;
  for (const [number, order] of documents) {
    const before = known.get(number);
    if (before && before.text === textOfRows(names, order)) unchanged += order.length;
    else if (before && before.state !== 'DRAFT') refuseInUse(loading, order);
    else {
      if (before) replaced.push(before.id);
      built.add(order, before?.id ?? newId());
    }
  }
  await removeDrafts(loading.work, replaced);
  await write(loading.work, built);
  return countsOf(built, replaced.length, unchanged);
});

function countsOf(built: OrderTables, replaced: number, unchanged: number): Counts {
  const updated = replaced === 0 ? 0 : Math.round((built.schedules.length * replaced) / built.orders.length);
  return { inserted: built.schedules.length - updated, updated, unchanged };
}

const names = Object.keys(purchaseOrders.columns);

async function knownOrders(work: Work, numbers: readonly string[]) {
  const { rows } = await sql<{ id: string; number: string; state: string }>`
    select id, number, state from purchasing_order where number = any(${numbers})`.execute(work.sql);
  if (rows.length === 0) return new Map<string, { id: string; state: string; text: string }>();
  const now = Map.groupBy(await purchaseOrderRows(work, numbers), ({ number }) => number);
  return new Map(
    rows.map(({ id, number, state }) => [number, { id, state, text: textOfRows(names, now.get(number) ?? []) }]),
  );
}

async function removeDrafts(work: Work, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await sql`delete from purchasing_schedule_line where order_id = any(${orderIds}::uuid[])`.execute(work.sql);
  await sql`delete from purchasing_order_line where order_id = any(${orderIds}::uuid[])`.execute(work.sql);
  await sql`delete from purchasing_order where id = any(${orderIds}::uuid[])`.execute(work.sql);
}

async function write(work: Work, built: OrderTables): Promise<void> {
  await insertAll(work, 'purchasing_order', tables.orders, built.orders);
  await insertAll(work, 'purchasing_order_line', tables.lines, built.lines);
  await insertAll(work, 'purchasing_schedule_line', tables.schedules, built.schedules);
  await insertAll(work, 'purchasing_receipt', tables.receipts, built.receipts);
  await insertAll(work, 'purchasing_receipt_line', tables.receiptLines, built.receiptLines);
  await keepVersions(
    work,
    built.orders.filter(({ state }) => state !== 'DRAFT').map(({ id }) => id),
    '',
  );
  await skipNumbers(
    work,
    'purchasing_order_number',
    'PO-',
    built.orders.map(({ number }) => number),
  );
}
