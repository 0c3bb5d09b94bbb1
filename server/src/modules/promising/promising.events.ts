import type { DomainEvent } from '../../platform/events/event.ts';
import type { Decimal } from '../../kernel/decimal.ts';

/** A line as its events name it. */
interface Line {
  readonly id: string;
  readonly customerId: string;
  readonly orderId: string;
  readonly itemId: string;
  readonly siteId: string;
}
/** A notice as its event names it: columns of its row. */
interface NoticeRow {
  readonly id: string;
  readonly customer_id: string;
  readonly order_id: string;
  readonly line_id: string;
  readonly item_id: string;
}

export const PROMISE_CHANGED = 'promising.promise.changed';
export const LINE_AT_RISK = 'promising.line.at_risk';
export const SUPPLY_SHORT = 'promising.supply.short';
export const PROMISE_ANSWERED = 'promising.promise.answered';

/**
 * A customer is told that a promise changed, or that it changed again: the subject is the notice; `payload` names order,
 * line, item, cause (see `cause.calc.ts`), `newlyLate` in stock units and `expectedOn`.
 */
export const promiseChanged = (
  notice: NoticeRow,
  { cause, newly_late, expected_on }: { cause: string; newly_late: string; expected_on: string | null },
): DomainEvent => ({
  name: PROMISE_CHANGED,
  subjectType: 'PromiseNotice',
  subjectId: notice.id,
  customerId: notice.customer_id,
  topic: 'SALES_ORDER',
  payload: {
    orderId: notice.order_id,
    lineId: notice.line_id,
    itemId: notice.item_id,
    cause,
    newlyLate: newly_late,
    expectedOn: expected_on,
  },
});

/** The customer chose what to do about a changed promise: `payload` names order, line and answer. */
export const promiseAnswered = (notice: {
  readonly id: string;
  readonly customerId: string;
  readonly orderId: string;
  readonly lineId: string;
  readonly answer: string | null;
}): DomainEvent => ({
  name: PROMISE_ANSWERED,
  subjectType: 'PromiseNotice',
  subjectId: notice.id,
  customerId: notice.customerId,
  topic: 'SALES_ORDER',
  payload: { orderId: notice.orderId, lineId: notice.lineId, answer: notice.answer },
});

/**
 * A line may miss its promise and did not before, and no notice says so; at most fifty of one item and site. The subject
 * is the order line, figures in stock units.
 */
export const lineAtRisk = (line: Line, standing: { late: Decimal; unpegged: Decimal }): DomainEvent => ({
  name: LINE_AT_RISK,
  subjectType: 'SalesOrderLine',
  subjectId: line.id,
  customerId: line.customerId,
  topic: 'SALES_ORDER',
  payload: {
    orderId: line.orderId,
    itemId: line.itemId,
    siteId: line.siteId,
    late: standing.late.toString(),
    unpegged: standing.unpegged.toString(),
  },
});

/** Nothing known can serve some open lines of an item at a site: an exception for the staff; at most fifty lines named. */
export const supplyShort = (
  { itemId, siteId }: Pick<Line, 'itemId' | 'siteId'>,
  { lineIds, count }: { lineIds: readonly string[]; count: number },
): DomainEvent => ({
  name: SUPPLY_SHORT,
  subjectType: 'Item',
  subjectId: itemId,
  topic: 'SALES_ORDER',
  payload: { siteId, lineIds, count },
});
