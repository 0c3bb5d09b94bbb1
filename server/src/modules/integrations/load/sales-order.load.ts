import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { CellMissing, CellOutOfRange } from '../integrations.errors.ts';
import { salesOrderRows } from '../export/sales-order.rows.ts';
import { SALES_ORDER_HEADER, salesOrders } from '../templates/sales-order.templates.ts';
import { refuseContradictions, refuseInUse, skipNumbers, textOfRows } from './documents.ts';
import { insertAll } from './insert.ts';
import { loader, stillGood } from './loader.ts';
import { resolve, type Loading } from './references.ts';
import { computedNet, netOf, SalesOrderTables, type SalesOrderRow } from './sales-order.build.ts';
import type { Counts } from './upsert.ts';

const ORDER_COLUMNS =
  'id uuid, number text, external_number text, customer_id uuid, site_id uuid, territory_id uuid, origin text, state text, channel text, customer_reference text, currency char(3), exchange_rate numeric(18,9), ordered_on date, requested_on date, ship_to text, note text, subtotal numeric(19,4), tax numeric(19,4), freight numeric(19,4), is_shared boolean, created_at timestamptz, submitted_at timestamptz, confirmed_at timestamptz, closed_at timestamptz';
const LINE_COLUMNS =
  'id uuid, customer_id uuid, order_id uuid, line_no int, item_id uuid, site_id uuid, unit_code text, numerator bigint, denominator bigint, ordered_quantity numeric, cancelled_quantity numeric, shipped_quantity numeric, delivered_quantity numeric, returned_quantity numeric, currency char(3), unit_price numeric(19,4), discount numeric(9,6), net_amount numeric(19,4), requested_on date, confirmed_on date';
const names = Object.keys(salesOrders.columns);

/** A draft is replaced; any other order that differs from the file is refused: what was agreed is changed with the customer. */
export const salesOrderLoader = loader(salesOrders, async (loading, rows) => {
  refuseContradictions(loading, rows, SALES_ORDER_HEADER);
  refuseHalfLines(loading, rows);
  const ids = {
    customer: await resolve(loading, rows, 'customer', 'customer', (row) => row.customer),
    site: await resolve(loading, rows, 'site', 'site', (row) => row.site),
    territory: await resolve(loading, rows, 'territory', 'territory', (row) => row.territory),
    item: await resolve(loading, rows, 'sku', 'item', (row) => row.sku),
  };
  await resolve(loading, rows, 'unit', 'unit', (row) => row.unit);
  const documents = Map.groupBy(stillGood(loading, rows), ({ number }) => number);
  const known = await knownOrders(loading.work, [...documents.keys()]);
  const built = new SalesOrderTables(ids);
  const replaced: string[] = [];
  const counts = { inserted: 0, updated: 0, unchanged: 0 };
  for (const [number, order] of documents) {
    const before = known.get(number);
    if (before && before.text === textOfRows(names, asExported(order))) counts.unchanged += order.length;
    else if (before && before.state !== 'DRAFT') refuseInUse(loading, order);
    else {
      if (before) replaced.push(before.id);
      counts[before ? 'updated' : 'inserted'] += order.length;
      built.add(order, before?.id ?? newId());
    }
  }
  await removeDrafts(loading.work, replaced);
  await write(loading.work, built);
  return counts satisfies Counts;
});

/** The rows as an export writes them: an amount is told where it is not that of the lines, a day where it is another. */
function asExported(order: readonly SalesOrderRow[]): object[] {
  const net = order.reduce((sum, row) => sum.plus(netOf(row)), new Decimal(0));
  return order.map((row) => ({
    ...row,
    subtotal: row.subtotal === null || net.eq(row.subtotal) ? null : row.subtotal,
    net_amount: row.net_amount === null || computedNet(row).eq(row.net_amount) ? null : row.net_amount,
    requested_on: row.requested_on === row.ordered_on ? null : row.requested_on,
  }));
}

/** A row with a line names what, in which unit and how much; what was delivered was ordered. */
function refuseHalfLines({ file, issues, blocked }: Loading, rows: readonly SalesOrderRow[]): void {
  for (const row of rows.filter(({ line_no }) => line_no > 0)) {
    const missing = (['sku', 'unit'] as const).find((column) => row[column] === null);
    if (missing) issues.add(file, row.$line, missing, new CellMissing({ column: missing }));
    const wrong = wrongQuantity(row);
    if (wrong)
      issues.add(file, row.$line, wrong.column, new CellOutOfRange({ value: row[wrong.column], range: wrong.range }));
    if (missing || wrong) blocked.add(row.$document);
  }
}

function wrongQuantity(row: SalesOrderRow) {
  if (Number(row.quantity) <= 0) return { column: 'quantity', range: '> 0' } as const;
  if (Number(row.delivered_quantity) > Number(row.quantity))
    return { column: 'delivered_quantity', range: `<= ${row.quantity}` } as const;
  if (Number(row.returned_quantity) > Number(row.delivered_quantity))
    return { column: 'returned_quantity', range: `<= ${row.delivered_quantity}` } as const;
  return Number(row.discount) > 1 ? ({ column: 'discount', range: '<= 1' } as const) : null;
}

async function knownOrders(work: Work, numbers: readonly string[]) {
  const { rows } = await sql<{ id: string; number: string; state: string }>`
    select id, number, state from sales_order where number = any(${numbers})`.execute(work.sql);
  const now =
    rows.length === 0
      ? new Map<string, Readonly<Record<string, unknown>>[]>()
      : Map.groupBy(await salesOrderRows(work, numbers), ({ number }) => String(number));
  return new Map(
    rows.map(({ id, number, state }) => [number, { id, state, text: textOfRows(names, now.get(number) ?? []) }]),
  );
}

async function removeDrafts(work: Work, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await sql`delete from sales_order_line where order_id = any(${orderIds}::uuid[])`.execute(work.sql);
  await sql`delete from sales_order where id = any(${orderIds}::uuid[])`.execute(work.sql);
}

async function write(work: Work, built: SalesOrderTables): Promise<void> {
  await insertAll(work, 'sales_order', ORDER_COLUMNS, built.orders);
  await insertAll(work, 'sales_order_line', LINE_COLUMNS, built.lines);
  await skipNumbers(
    work,
    'sales_order_number',
    'SO-',
    built.orders.map(({ number }) => number),
  );
}
