import type { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { GoodsUnderway, MoreThanOpen, QuantityNotPositive } from '../sales.errors.ts';
import { linesChanged, orderCancelled, orderChanged } from '../sales.events.ts';
import { addUpOrder } from './order-amounts.service.ts';
import { checkCutOff } from './order-cut-off.service.ts';
import { linesOfOrder, lockSalesLine, lockSalesOrder } from './order-lock.service.ts';
import type { SalesOrderLine } from './sales-order-line.entity.ts';
import type { SalesOrder } from './sales-order.entity.ts';

/** Takes back what was ordered: the customer until the cut-off, the staff whatever was not packed or sent. */
export class OrderCancelling {
  /**
   * The whole order. Where part of it was sent the staff cancels the rest, and the order stays what it is.
   * @throws CutOffPassed, GoodsUnderway, StaleObject, NotInThisState
   */
  async cancel(work: Work, orderId: string, expectedVersion: number, reason: string): Promise<string> {
    const order = await lockSalesOrder(work, orderId, expectedVersion);
    const lines = await linesOfOrder(work, orderId);
    const isPlaced = order.state !== 'DRAFT' && order.state !== 'AWAITING_CUSTOMER_APPROVAL';
    const open = lines.filter(({ openQuantity }) => openQuantity.gt(0));
    if (isPlaced) await checkCutOff(work, order, open, ['input', 'orderId']);
    const isUntouched = lines.every((line) => line.shippedQuantity.isZero() && line.pickedQuantity.isZero());
    order.go(isUntouched ? 'cancel' : 'change');
    const cancelled = open.filter((line) => line.cancellableQuantity.gt(0));
    if (!isUntouched && cancelled.length === 0) throw new GoodsUnderway({ number: order.number });
    for (const line of cancelled) cancelPart(line, line.cancellableQuantity);
    this.settle(order, lines, reason);
    if (isUntouched) order.closedAt = work.clock.now();
    work.record((isUntouched ? orderCancelled : orderChanged)(order, { number: order.number }));
    if (isPlaced) work.record(linesChanged(order, cancelled));
    return orderId;
  }

  /**
   * Part or all of what is open of one line; the quantity in the ordered unit.
   * @throws CutOffPassed, MoreThanOpen, StaleObject, NotInThisState
   */
  async cancelLine(
    work: Work,
    { orderId, lineId, expectedVersion }: { orderId: string; lineId: string; expectedVersion: number },
    quantity: Decimal | null,
    reason: string,
  ): Promise<string> {
    const order = await lockSalesOrder(work, orderId, expectedVersion);
    order.go('change');
    const lines = await linesOfOrder(work, orderId);
    const line = lines.find(({ id }) => id === lineId);
    if (!line) throw new NotFound({}, ['input', 'lineId']);
    await checkCutOff(work, order, [line], ['input', 'lineId']);
    takeBack(line, quantity ? line.inStockUnit(quantity) : line.cancellableQuantity);
    this.finish(work, order, lines, line, reason);
    return orderId;
  }

  /**
   * Part of a line, in the stock unit, of which was decided elsewhere that nobody wants it any more. For the company.
   * @throws NotFound, MoreThanOpen, NotInThisState
   */
  async cancelStock(work: Work, lineId: string, quantity: Decimal, reason: string): Promise<void> {
    const { order, line } = await lockSalesLine(work, lineId);
    order.go('change');
    const lines = await linesOfOrder(work, order.id);
    takeBack(line, quantity);
    this.finish(work, order, lines, line, reason);
  }

  private finish(
    work: Work,
    order: SalesOrder,
    lines: readonly SalesOrderLine[],
    line: SalesOrderLine,
    reason: string,
  ): void {
    this.settle(order, lines, reason);
    if (lines.every((one) => one.wantedQuantity.isZero())) {
      order.go('cancel');
      order.closedAt = work.clock.now();
    }
    work.record((order.state === 'CANCELLED' ? orderCancelled : orderChanged)(order, { number: order.number }));
    work.record(linesChanged(order, [line]));
  }

  private settle(order: SalesOrder, lines: readonly SalesOrderLine[], reason: string): void {
    order.closeReason = reason.trim();
    addUpOrder(order, lines);
  }
}

const PATH = ['input', 'quantity'];

/** @throws MoreThanOpen, QuantityNotPositive */
export function takeBack(line: SalesOrderLine, quantity: Decimal, path: readonly string[] = PATH): void {
  if (quantity.gt(line.cancellableQuantity)) throw moreThanOpen(line, path);
  if (quantity.lte(0)) throw new QuantityNotPositive({}, path);
  cancelPart(line, quantity);
}

/** Says how much of a line may still be cancelled or moved. */
export const moreThanOpen = (line: SalesOrderLine, path: readonly string[]): MoreThanOpen =>
  new MoreThanOpen(
    { most: line.inOrderedUnit(line.cancellableQuantity).toString(), unit: line.unitCode, line: line.lineNo },
    path,
  );

function cancelPart(line: SalesOrderLine, quantity: Decimal): void {
  line.cancelledQuantity = line.cancelledQuantity.plus(quantity);
  if (line.uncoveredQuantity.isZero()) line.isBackordered = false;
}

export const orderCancelling = new OrderCancelling();
