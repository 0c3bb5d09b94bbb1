import type { Work } from '../../../platform/db/work.ts';
import { CreditHoldIsFinances, ReasonMissing, StillOpen } from '../sales.errors.ts';
import {
  linesChanged,
  orderClosed,
  orderConfirmed,
  orderHeld,
  orderReleased,
  orderSubmitted,
} from '../sales.events.ts';
import { customerTerms } from '../terms/customer-terms.service.ts';
import { allocation } from './allocation.service.ts';
import { creditCheck } from './credit-check.service.ts';
import { linePromises } from './line-promises.service.ts';
import { addUpOrder } from './order-amounts.service.ts';
import { linesOfOrder, lockSalesOrder } from './order-lock.service.ts';
import { orderPlacing } from './order-placing.service.ts';
import type { SalesOrder } from './sales-order.entity.ts';

export const RELEASE_CREDIT = 'sales.order.release_credit';

/** What we say to an order: yes, wait, go on, done. It runs for the company. */
export class OrderConfirming {
  /** Takes the order: promises its lines and sets stock aside; without credit it waits. A draft of ours is placed first. */
  async confirm(work: Work, orderId: string, expectedVersion: number): Promise<string> {
    const order = await lockSalesOrder(work, orderId, expectedVersion);
    if (order.state === 'DRAFT') await this.place(work, order);
    await this.take(work, order);
    return orderId;
  }

  /** What a submitted order gets by itself, where the customer's terms say so. Asked twice it does nothing. */
  async confirmAtOnce(work: Work, orderId: string): Promise<void> {
    const order = await lockSalesOrder(work, orderId);
    if (order.state !== 'SUBMITTED' || !(await customerTerms.of(work, order.customerId)).confirmsAtOnce) return;
    await this.take(work, order);
  }

  /** @throws ReasonMissing, NotInThisState */
  async hold(work: Work, orderId: string, expectedVersion: number, reason: string): Promise<string> {
    if (!reason.trim()) throw new ReasonMissing({}, ['input', 'reason']);
    const order = await lockSalesOrder(work, orderId, expectedVersion);
    order.go('hold');
    Object.assign(order, { holdKind: 'MANUAL', holdReason: reason.trim() });
    work.record(orderHeld(order, { number: order.number, kind: 'MANUAL' }));
    return orderId;
  }

  /** Lets it go on, credit or not. @throws CreditHoldIsFinances for whoever may not, NotInThisState */
  async release(work: Work, orderId: string, expectedVersion: number): Promise<string> {
    const order = await lockSalesOrder(work, orderId, expectedVersion);
    order.go('release');
    if (order.holdKind === 'CREDIT' && !work.actor.actions.has(RELEASE_CREDIT)) throw new CreditHoldIsFinances();
    Object.assign(order, { holdKind: null, holdReason: '' });
    order.confirmedAt ??= work.clock.now();
    work.record(orderReleased(order, { number: order.number }));
    await this.serve(work, order);
    return orderId;
  }

  /** Ends what is open; what was sent stays. @throws StillOpen while something is packed, NotInThisState */
  async close(work: Work, orderId: string, expectedVersion: number, reason: string): Promise<string> {
    const order = await lockSalesOrder(work, orderId, expectedVersion);
    const lines = await linesOfOrder(work, orderId);
    if (lines.some(({ pickedQuantity }) => pickedQuantity.gt(0))) throw new StillOpen({ number: order.number });
    order.go('close');
    for (const line of lines) line.cancelledQuantity = line.cancelledQuantity.plus(line.openQuantity);
    addUpOrder(order, lines);
    Object.assign(order, { closedAt: work.clock.now(), closeReason: reason.trim() });
    work.record(orderClosed(order, { number: order.number }));
    work.record(linesChanged(order, lines));
    return orderId;
  }

  private async place(work: Work, order: SalesOrder): Promise<void> {
    const lines = await orderPlacing.ready(work, order);
    order.go('submit');
    Object.assign(order, { submittedAt: work.clock.now(), isShared: true });
    work.record(orderSubmitted(order, { number: order.number }));
    work.record(linesChanged(order, lines));
  }

  private async take(work: Work, order: SalesOrder): Promise<void> {
    order.go('confirm');
    const reason = await creditCheck.holdReason(work, order);
    if (reason !== null) {
      order.go('hold');
      Object.assign(order, { holdKind: 'CREDIT', holdReason: reason });
      work.record(orderHeld(order, { number: order.number, kind: 'CREDIT' }));
    } else {
      order.confirmedAt = work.clock.now();
      work.record(orderConfirmed(order, { number: order.number }));
    }
    await this.serve(work, order);
  }

  /** Promises what is not promised yet. A held order too, its demand is real; stock is set aside once it may be sent. */
  async serve(work: Work, order: SalesOrder): Promise<void> {
    await linePromises.promiseFirst(work, order, await linesOfOrder(work, order.id));
    if (order.state === 'CONFIRMED') await allocation.allocate(work, [order.id], 'DUE');
  }
}

export const orderConfirming = new OrderConfirming();
