import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Typed } from '../csv/typed-rows.ts';
import type { OrderColumns } from '../templates/purchase-order.templates.ts';

export type OrderRow = Typed<OrderColumns>;
/** The ids that the words of a row stand for. */
export interface OrderIds {
  readonly supplier: (row: OrderRow) => string | null;
  readonly site: (row: OrderRow) => string | null;
  readonly item: (row: OrderRow) => string | null;
  readonly companyId: string;
}

/** Rows of the purchasing tables that one import writes together. */
export class OrderTables {
  readonly orders: { readonly id: string; readonly number: string; readonly state: string }[] = [];
  readonly lines: object[] = [];
  readonly schedules: object[] = [];
  readonly receipts: object[] = [];
  readonly receiptLines: object[] = [];

  constructor(private readonly ids: OrderIds) {}

  add(rows: readonly OrderRow[], orderId: string): void {
    const [first] = rows;
    if (!first) return;
    this.orders.push(orderOf(first, rows, orderId, this.ids));
    const receipts = new Map<string, string>();
    for (const [lineNo, parts] of Map.groupBy(rows, ({ line_no }) => line_no))
      this.addLine(lineNo, parts, orderId, receipts);
  }

  private addLine(lineNo: number, parts: readonly OrderRow[], orderId: string, receipts: Map<string, string>): void {
    const [part] = parts;
    if (!part) return;
    const line = {
      id: newId(),
      order_id: orderId,
      supplier_id: this.ids.supplier(part),
      line_no: lineNo,
      item_id: this.ids.item(part),
      unit_code: part.unit,
      numerator: part.numerator,
      denominator: part.denominator,
      unit_price: part.unit_price,
      currency: part.currency,
      is_issued: part.state !== 'DRAFT',
    };
    this.lines.push(line);
    for (const row of parts) {
      const schedule = scheduleOf(row, line, this.ids.site(row));
      this.schedules.push(schedule);
      if (Number(schedule.received_quantity) > 0) this.addReceiptLine(row, line, schedule.id, receipts);
    }
  }

  private addReceiptLine(
    row: OrderRow,
    line: { id: string; supplier_id: string | null },
    scheduleId: string,
    receipts: Map<string, string>,
  ): void {
    const day = row.received_on ?? row.requested_on;
    const receiptId = receipts.get(day) ?? newId();
    if (!receipts.has(day)) this.receipts.push(receiptOf(row, receiptId, day, line.supplier_id, this.ids.site(row)));
    receipts.set(day, receiptId);
    this.receiptLines.push(receiptLineOf(row, line, receiptId, scheduleId, this.receiptLines.length + 1, this.ids));
  }
}

const ANSWERS: Readonly<Record<string, string>> = {
  CONFIRMED: 'ACCEPTED',
  CLOSED: 'ACCEPTED',
  REJECTED: 'REJECTED',
};
const noon = (day: string): string => `${day}T12:00:00Z`;
const times = (a: string, b: string): Decimal => new Decimal(a).times(b);

function orderOf(first: OrderRow, rows: readonly OrderRow[], id: string, ids: OrderIds) {
  const subtotal = rows.reduce((sum, row) => sum.plus(times(row.quantity, row.unit_price)), new Decimal(0));
  const isSent = first.state !== 'DRAFT';
  const isAnswered = first.state in ANSWERS;
  return {
    id,
    number: first.number,
    external_number: first.external_number,
    supplier_id: ids.supplier(first),
    site_id: ids.site(first),
    state: first.state,
    answer_state: ANSWERS[first.state] ?? 'AWAITING',
    currency: first.currency,
    ordered_on: first.ordered_on,
    note: first.note,
    subtotal: subtotal.toFixed(4),
    tax: first.tax,
    freight: first.freight,
    created_at: noon(first.ordered_on),
    issued_at: isSent ? noon(first.ordered_on) : null,
    answered_at: isAnswered ? noon(first.ordered_on) : null,
    closed_at: first.state === 'CLOSED' ? noon(first.received_on ?? first.requested_on) : null,
  };
}

const ENDED: Readonly<Record<string, string>> = {
  CLOSED: 'CLOSED',
  CANCELLED: 'CANCELLED',
  REJECTED: 'CANCELLED',
};

/** What came was not cancelled, whatever became of its order. */
function stateOf(row: OrderRow, received: Decimal): string {
  const ended = ENDED[row.state];
  if (ended) return received.gt(0) ? 'CLOSED' : ended;
  const isComplete = new Decimal(row.accepted_quantity).gte(row.confirmed_quantity ?? row.quantity);
  return isComplete ? 'CLOSED' : 'OPEN';
}

function scheduleOf(
  row: OrderRow,
  line: {
    id: string;
    order_id: string;
    supplier_id: string | null;
    item_id: string | null;
    is_issued: boolean;
  },
  siteId: string | null,
) {
  const received = new Decimal(row.accepted_quantity).plus(row.rejected_quantity);
  return {
    id: newId(),
    supplier_id: line.supplier_id,
    order_id: line.order_id,
    order_line_id: line.id,
    item_id: line.item_id,
    site_id: siteId,
    schedule_no: row.schedule_no,
    unit_code: row.unit,
    numerator: row.numerator,
    denominator: row.denominator,
    requested_on: row.requested_on,
    requested_quantity: row.quantity,
    first_confirmed_on: row.confirmed_on,
    confirmed_on: row.confirmed_on,
    confirmed_quantity: row.confirmed_quantity,
    shipped_quantity: received.toFixed(),
    received_quantity: received.toFixed(),
    accepted_quantity: row.accepted_quantity,
    rejected_quantity: row.rejected_quantity,
    state: stateOf(row, received),
    is_issued: line.is_issued,
  };
}

const receiptOf = (row: OrderRow, id: string, day: string, supplierId: string | null, siteId: string | null) => ({
  id,
  supplier_id: supplierId,
  site_id: siteId,
  delivery_reference: row.number,
  state: 'PUT_AWAY',
  received_on: day,
  received_at: noon(day),
});

function receiptLineOf(
  row: OrderRow,
  line: { supplier_id: string | null },
  receiptId: string,
  scheduleId: string,
  lineNo: number,
  ids: OrderIds,
): object {
  const inStock = (amount: string) => times(amount, String(row.numerator)).div(row.denominator).toFixed(6);
  return {
    id: newId(),
    supplier_id: line.supplier_id,
    receipt_id: receiptId,
    line_no: lineNo,
    schedule_line_id: scheduleId,
    item_id: ids.item(row),
    unit_code: row.unit,
    numerator: row.numerator,
    denominator: row.denominator,
    received_quantity: new Decimal(row.accepted_quantity).plus(row.rejected_quantity).toFixed(),
    accepted_quantity: row.accepted_quantity,
    rejected_quantity: row.rejected_quantity,
    accepted_stock: inStock(row.accepted_quantity),
    rejected_stock: inStock(row.rejected_quantity),
    put_away_stock: inStock(row.accepted_quantity),
    reject_reason: Number(row.rejected_quantity) > 0 ? 'OTHER' : '',
    owner_id: ids.companyId,
    unit_price: row.unit_price,
    currency: row.currency,
  };
}
