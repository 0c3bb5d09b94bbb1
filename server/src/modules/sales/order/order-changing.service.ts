import type { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { MoreThanOrdered, QuantityNotPositive, ReasonMissing } from '../sales.errors.ts';
import { linesChanged, orderChanged } from '../sales.events.ts';
import { customerTerms } from '../terms/customer-terms.service.ts';
import { addUpOrder } from './order-amounts.service.ts';
import { moreThanOpen, takeBack } from './order-cancelling.service.ts';
import { checkCutOff } from './order-cut-off.service.ts';
import { orderConfirming } from './order-confirming.service.ts';
import { salesOrderLines, type LineDraft } from './order-lines.service.ts';
import { linesOfOrder, lockSalesOrder, nextLineNo } from './order-lock.service.ts';
import { splitOff } from './line-splitting.service.ts';
import type { SalesOrderLine } from './sales-order-line.entity.ts';
import type { SalesOrder } from './sales-order.entity.ts';

/** What somebody wants otherwise on a placed line. */
export interface LineChange {
  readonly lineId: string;
  /** The whole quantity wanted now, in the ordered unit; only less than before. More is a further line. */
  readonly quantity?: Decimal | null;
  /** Another day: the line ends, and a new one takes over what was open, so that the day asked for first stays. */
  readonly requestedOn?: string | null;
}

export interface OrderChange {
  readonly orderId: string;
  readonly expectedVersion: number;
  readonly reason: string;
  readonly lines: readonly LineChange[];
  readonly addedLines: readonly LineDraft[];
}

/** Changes an order that was placed. What is added is a new line at the price of today; nothing is overwritten. */
export class OrderChanging {
  /** @throws CutOffPassed, MoreThanOpen, MoreThanOrdered, ReasonMissing, StaleObject, NotInThisState and what lines refuse */
  async change(work: Work, change: OrderChange): Promise<string> {
    if (!change.reason.trim()) throw new ReasonMissing({}, ['input', 'reason']);
    const order = await lockSalesOrder(work, change.orderId, change.expectedVersion);
    order.go('change');
    const lines = await linesOfOrder(work, order.id);
    const touched = await this.apply(work, order, lines, change);
    const all = [...lines, ...touched.filter((line) => !lines.includes(line))];
    const { taxRate } = await customerTerms.of(work, order.customerId);
    const added = await salesOrderLines.add(work, order, change.addedLines, {
      firstNo: nextLineNo(all),
      taxRate,
      field: 'addedLines',
    });
    addUpOrder(order, [...all, ...added]);
    work.record(orderChanged(order, { number: order.number, reason: change.reason.trim() }));
    work.record(linesChanged(order, [...touched, ...added]));
    return order.id;
  }

  /** New and moved lines of a confirmed order are promised and served; what a change freed is given back. */
  async follow(work: Work, orderId: string): Promise<void> {
    const order = await lockSalesOrder(work, orderId);
    if (order.state === 'CONFIRMED') await orderConfirming.serve(work, order);
  }

  private async apply(
    work: Work,
    order: SalesOrder,
    lines: readonly SalesOrderLine[],
    { lines: changes }: OrderChange,
  ): Promise<SalesOrderLine[]> {
    const named = changes.map((change, index) => {
      const line = lines.find(({ id }) => id === change.lineId);
      if (!line) throw new NotFound({}, ['input', 'lines', String(index), 'lineId']);
      return { change, line };
    });
    await checkCutOff(
      work,
      order,
      named.map(({ line }) => line),
      ['input', 'lines'],
    );
    let nextNo = nextLineNo(lines);
    return named.flatMap(({ change, line }, index) => {
      const path = ['input', 'lines', String(index)];
      if (change.quantity) reduce(line, change.quantity, [...path, 'quantity']);
      if (!change.requestedOn || change.requestedOn === line.requestedOn) return [line];
      if (line.cancellableQuantity.isZero()) throw moreThanOpen(line, [...path, 'requestedOn']);
      const moved = splitOff(work, line, line.cancellableQuantity, nextNo++);
      moved.requestedOn = change.requestedOn;
      return [line, moved];
    });
  }
}

function reduce(line: SalesOrderLine, wanted: Decimal, path: readonly string[]): void {
  if (wanted.lte(0)) throw new QuantityNotPositive({}, path);
  const less = line.wantedQuantity.minus(line.inStockUnit(wanted));
  if (less.lt(0)) {
    const most = line.inOrderedUnit(line.wantedQuantity).toString();
    throw new MoreThanOrdered({ most, unit: line.unitCode, line: line.lineNo }, path);
  }
  if (less.gt(0)) takeBack(line, less, path);
}

export const orderChanging = new OrderChanging();
