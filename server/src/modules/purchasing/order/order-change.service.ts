import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { supersedePending } from '../answer/pending-answer.service.ts';
import { AlreadyReceived, AlreadyShipped, LineNotOpen, QuantityNotPositive } from '../purchasing.errors.ts';
import { orderCancelled, orderChanged, orderClosed } from '../purchasing.events.ts';
import { lockOrder, schedulesOf, step } from './order-lock.service.ts';
import { PurchaseOrderLine } from './order-line.entity.ts';
import { orderLines, scheduleOf, type OrderLineDraft } from './order-lines.service.ts';
import { addUp, settleOrders } from './order-settling.service.ts';
import { keepVersion } from './order-version.service.ts';
import type { PurchaseOrder } from './purchase-order.entity.ts';
import { purchaseOrders } from './purchase-orders.service.ts';
import { endLine } from './schedule-end.service.ts';
import type { ScheduleLine } from './schedule-line.entity.ts';

/** What the buyer wants otherwise of one schedule line. */
export interface ScheduleChange {
  readonly scheduleLineId: string;
  readonly quantity?: Decimal | null;
  readonly requestedOn?: string | null;
  readonly isCancelled?: boolean | null;
}

export interface OrderChange {
  readonly orderId: string;
  readonly expectedVersion: number;
  readonly reason: string;
  readonly schedules: readonly ScheduleChange[];
  readonly addedLines: readonly OrderLineDraft[];
}

/** Changes and ends orders that the supplier knows. */
export class OrderChanges {
  /**
   * A new version, which waits for an answer; the old one stays readable. Promises for what was not changed still hold.
   * @throws StaleObject, NotInThisState, AlreadyShipped, LineNotOpen
   */
  async change(work: Work, change: OrderChange): Promise<string> {
    const { orderId, expectedVersion } = change;
    const order = await lockOrder(work, orderId, { version: expectedVersion, field: 'expectedVersion' });
    step(order, 'change');
    const schedules = new Map((await schedulesOf(work, orderId)).map((line) => [line.id, line]));
    const lines = new Map((await work.em.find(PurchaseOrderLine, { orderId })).map((line) => [line.id, line]));
    const last = await purchaseOrders.lastNumbers(work, orderId);
    change.schedules.forEach((wanted, index) => {
      const path = ['input', 'schedules', String(index)];
      const schedule = schedules.get(wanted.scheduleLineId);
      const line = schedule && lines.get(schedule.orderLineId);
      if (!schedule || !line) throw new NotFound({}, [...path, 'scheduleLineId']);
      if (schedule.state !== 'OPEN')
        throw new LineNotOpen({ line: schedule.scheduleNo, number: order.number, state: schedule.state }, path);
      const next = this.apply(schedule, wanted, change.reason, path);
      if (!next) return;
      const number = (last.get(line.id) ?? 0) + 1;
      last.set(line.id, number);
      scheduleOf(work, order, line, next, number);
    });
    const firstNo = Math.max(0, ...[...lines.values()].map(({ lineNo }) => lineNo)) + 1;
    await orderLines.write(work, order, change.addedLines, firstNo);
    Object.assign(order, { version: order.version + 1, answerState: 'AWAITING' });
    await supersedePending(work, orderId);
    await addUp(work, [order]);
    await keepVersion(work, order, change.reason);
    work.record(orderChanged(order, { number: order.number, version: order.version }));
    await settleOrders(work, [orderId]);
    return orderId;
  }

  /** @throws StaleObject, NotInThisState, AlreadyReceived, AlreadyShipped */
  async cancel(work: Work, orderId: string, expectedVersion: number, reason: string): Promise<string> {
    const order = await this.end(work, orderId, expectedVersion, 'CANCELLED', reason);
    if (order.issuedAt) work.record(orderCancelled(order, { number: order.number, reason }));
    return orderId;
  }

  /** Ends everything that is still open; what came stays. @throws StaleObject, NotInThisState, AlreadyShipped */
  async close(work: Work, orderId: string, expectedVersion: number, reason: string): Promise<string> {
    const order = await this.end(work, orderId, expectedVersion, 'CLOSED', reason);
    work.record(orderClosed(order, { number: order.number, reason }));
    return orderId;
  }

  private async end(
    work: Work,
    orderId: string,
    version: number,
    how: 'CLOSED' | 'CANCELLED',
    reason: string,
  ): Promise<PurchaseOrder> {
    const order = await lockOrder(work, orderId, { version, field: 'expectedVersion' });
    step(order, how === 'CLOSED' ? 'close' : 'cancel');
    const schedules = await schedulesOf(work, orderId);
    if (how === 'CANCELLED' && schedules.some(({ receivedQuantity }) => receivedQuantity.gt(0)))
      throw new AlreadyReceived({ number: order.number }, ['input', 'orderId']);
    for (const schedule of schedules.filter(({ state }) => state === 'OPEN'))
      endLine(schedule, how, reason, ['input', 'orderId']);
    order.closedAt = work.clock.now();
    await supersedePending(work, orderId);
    return order;
  }

  /**
   * Changes one line in place, or, where another day is wanted, ends it and says what takes its place: the line that
   * was asked for and promised stays readable, and its quantity is never open twice.
   */
  private apply(
    schedule: ScheduleLine,
    { quantity, requestedOn, isCancelled }: ScheduleChange,
    reason: string,
    path: readonly string[],
  ): { requestedOn: string; quantity: Decimal } | null {
    if (isCancelled) {
      endLine(schedule, 'CANCELLED', reason, path);
      return null;
    }
    if (quantity?.lte(0)) throw new QuantityNotPositive({}, [...path, 'quantity']);
    if (requestedOn && requestedOn !== schedule.requestedOn) {
      const wanted = quantity ? quantity.minus(kept(schedule)) : schedule.openQuantity;
      if (wanted.lte(0)) throw new QuantityNotPositive({}, [...path, 'quantity']);
      endLine(schedule, 'CANCELLED', reason, path);
      return { requestedOn, quantity: wanted };
    }
    if (quantity && !quantity.eq(schedule.orderedQuantity)) resize(schedule, quantity, path);
    return null;
  }
}

// The promise was for another quantity: it has to be given again.
function resize(schedule: ScheduleLine, quantity: Decimal, path: readonly string[]): void {
  const least = kept(schedule).plus(schedule.inTransitQuantity);
  if (quantity.lt(least)) throw new AlreadyShipped({ quantity: `${least.toString()} ${schedule.unitCode}` }, path);
  Object.assign(schedule, { requestedQuantity: quantity, confirmedQuantity: null, confirmedOn: null });
}

const kept = (schedule: ScheduleLine): Decimal => Decimal.sum(schedule.acceptedQuantity, schedule.quarantineQuantity);

export const orderChanges = new OrderChanges();
