import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Typed } from '../csv/typed-rows.ts';
import type { SalesOrderColumns } from '../templates/sales-order.templates.ts';

export type SalesOrderRow = Typed<SalesOrderColumns>;

/** The ids that the words of a row stand for. */
export interface SalesOrderIds {
  readonly customer: (row: SalesOrderRow) => string | null;
  readonly site: (row: SalesOrderRow) => string | null;
  readonly territory: (row: SalesOrderRow) => string | null;
  readonly item: (row: SalesOrderRow) => string | null;
}

/** What a line comes to, as it is kept. */
export const netOf = (row: SalesOrderRow): Decimal =>
  row.net_amount === null ? computedNet(row) : new Decimal(row.net_amount);

/** quantity x price x (1 - discount), to four places. */
export const computedNet = (row: SalesOrderRow): Decimal =>
  new Decimal(row.quantity).times(row.unit_price).times(new Decimal(1).minus(row.discount)).toDecimalPlaces(4);

const noon = (day: string): string => `${day}T12:00:00Z`;
const dayWanted = (row: SalesOrderRow): string => row.requested_on ?? row.ordered_on;

/** Rows of the tables of sales that one import writes together. */
export class SalesOrderTables {
  readonly orders: { readonly id: string; readonly number: string }[] = [];
  readonly lines: object[] = [];

  constructor(private readonly ids: SalesOrderIds) {}

  add(rows: readonly SalesOrderRow[], orderId: string): void {
    const [first] = rows;
    if (!first) return;
    const known = rows.filter(({ line_no }) => line_no > 0);
    const lines = known.map((row) => lineOf(row, orderId, this.ids));
    const net = lines.reduce((sum, line) => sum.plus(line.net_amount), new Decimal(0));
    this.orders.push(orderOf(first, orderId, first.subtotal ?? net.toFixed(4), this.ids));
    this.lines.push(...lines);
  }
}

function orderOf(first: SalesOrderRow, id: string, subtotal: string, ids: SalesOrderIds) {
  const at = noon(first.ordered_on);
  const isSent = first.state !== 'DRAFT';
  const isOver = first.state === 'CLOSED' || first.state === 'CANCELLED';
  return {
    id,
    number: first.number,
    external_number: first.external_number,
    customer_id: ids.customer(first),
    site_id: ids.site(first),
    territory_id: ids.territory(first),
    origin: 'IMPORT',
    state: first.state,
    channel: first.channel,
    customer_reference: first.customer_reference,
    currency: first.currency,
    exchange_rate: first.exchange_rate,
    ordered_on: first.ordered_on,
    requested_on: dayWanted(first),
    ship_to: first.ship_to,
    note: first.note,
    subtotal,
    tax: first.tax,
    freight: first.freight,
    is_shared: isSent,
    created_at: at,
    submitted_at: isSent ? at : null,
    confirmed_at: isSent && first.state !== 'CANCELLED' ? at : null,
    closed_at: isOver ? at : null,
  };
}

function lineOf(row: SalesOrderRow, orderId: string, ids: SalesOrderIds) {
  const inStock = (amount: string) => new Decimal(amount).times(row.numerator).div(row.denominator).toFixed(6);
  const isCancelled = row.state === 'CANCELLED';
  const delivered = inStock(row.delivered_quantity);
  return {
    id: newId(),
    customer_id: ids.customer(row),
    order_id: orderId,
    line_no: row.line_no,
    item_id: ids.item(row),
    site_id: ids.site(row),
    unit_code: row.unit,
    numerator: row.numerator,
    denominator: row.denominator,
    ordered_quantity: inStock(row.quantity),
    cancelled_quantity: isCancelled ? new Decimal(inStock(row.quantity)).minus(delivered).toFixed(6) : '0',
    shipped_quantity: delivered,
    delivered_quantity: delivered,
    returned_quantity: inStock(row.returned_quantity),
    currency: row.currency,
    unit_price: row.unit_price,
    discount: row.discount,
    net_amount: netOf(row).toFixed(4),
    requested_on: dayWanted(row),
    confirmed_on: row.confirmed_on,
  };
}
