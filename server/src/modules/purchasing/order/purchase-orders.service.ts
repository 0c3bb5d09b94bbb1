import { todayIn } from '../../../kernel/calendar-date.ts';
import type { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { NothingOrdered, NotInThisState, QuantityNotPositive } from '../purchasing.errors.ts';
import { orderChanged, orderConfirmed, orderIssued } from '../purchasing.events.ts';
import { lockOrder, step } from './order-lock.service.ts';
import { PurchaseOrderLine } from './order-line.entity.ts';
import { orderLines, scheduleOf, type OrderLineDraft, type ScheduleDraft } from './order-lines.service.ts';
import { addUp } from './order-settling.service.ts';
import { keepVersion } from './order-version.service.ts';
import { PurchaseOrder } from './purchase-order.entity.ts';
import type { OrderKind } from './purchase-order.state.ts';
import { endSchedule } from './schedule-end.service.ts';
import { ScheduleLine } from './schedule-line.entity.ts';

/** The head of an order as somebody wants it. */
export interface OrderHead {
  readonly supplierId: string;
  readonly siteId: string;
  readonly kind?: OrderKind | null;
  readonly agreementId?: string | null;
  /** By default the supplier's. */
  readonly currency?: string | null;
  readonly isConsignment?: boolean | null;
  /** By default today, where the goods go. */
  readonly orderedOn?: string | null;
  readonly note?: string | null;
  readonly tax?: Decimal | null;
  readonly freight?: Decimal | null;
  readonly externalNumber?: string | null;
}

export interface OrderRaise extends OrderHead {
  /** Both sides have agreed already: the order needs no answer. */
  readonly isConfirmed: boolean;
  readonly lines: readonly OrderLineDraft[];
}

/** A further delivery on a standing order, by its line or by the item where the order has one line of it. */
export interface ScheduleAddition extends ScheduleDraft {
  readonly orderLineId?: string;
  readonly itemId?: string;
}

/** Raises orders and ends their schedule lines, for purchasing itself and for the modules above it. */
export class PurchaseOrders {
  /**
   * An order that is issued at once, numbered, with its first version kept. The ids of the schedule lines come in the
   * order of `lines` and their `schedules`.
   * @throws NotFound, NothingOrdered, QuantityNotPositive, NotSupplied, MixedCurrencies, UnknownUnit
   */
  async raise(work: Work, raise: OrderRaise): Promise<{ orderId: string; scheduleLineIds: string[] }> {
    const order = await this.open(work, raise);
    order.issuedAt = work.clock.now();
    order.state = 'ISSUED';
    if (raise.isConfirmed) {
      step(order, 'confirm');
      Object.assign(order, { answerState: 'ACCEPTED', answeredAt: work.clock.now() });
    }
    work.em.persist(order);
    const schedules = await orderLines.write(work, order, raise.lines);
    if (raise.isConfirmed)
      for (const line of schedules) line.promise(line.confirmedOn ?? line.requestedOn, line.requestedQuantity);
    await addUp(work, [order]);
    await keepVersion(work, order, '');
    work.record(orderIssued(order, { number: order.number, kind: order.kind }));
    if (raise.isConfirmed) work.record(orderConfirmed(order, { number: order.number }));
    return { orderId: order.id, scheduleLineIds: schedules.map(({ id }) => id) };
  }

  /** A head that is not stored yet, with everything that goes without saying filled in. @throws NotFound */
  async open(work: Work, head: OrderHead): Promise<PurchaseOrder> {
    const supplier = await work.em.findOne(Organisation, { id: head.supplierId, isSupplier: true });
    if (!supplier) throw new NotFound({}, ['input', 'supplierId']);
    const site = await work.em.findOne(Site, head.siteId);
    if (!site) throw new NotFound({}, ['input', 'siteId']);
    return Object.assign(new PurchaseOrder(), {
      currency: supplier.currency,
      orderedOn: todayIn(site.timeZone, work.clock),
      buyerPersonId: work.actor.audience === 'STAFF' ? work.actor.personId : null,
      createdAt: work.clock.now(),
      ...said(head),
    });
  }

  /**
   * Further deliveries on an order that is issued, such as the planned shipments of a standing one; ids in the order given.
   * @throws NotFound, NotInThisState, QuantityNotPositive
   */
  async addSchedules(
    work: Work,
    orderId: string,
    additions: readonly ScheduleAddition[],
  ): Promise<{ scheduleLineIds: string[] }> {
    const order = await lockOrder(work, orderId);
    if (order.state !== 'ISSUED' && order.state !== 'CONFIRMED')
      throw new NotInThisState({ number: order.number, state: order.state });
    if (additions.length === 0) throw new NothingOrdered();
    const lines = await work.em.find(PurchaseOrderLine, { orderId });
    const last = await this.lastNumbers(work, orderId);
    const added = additions.map((addition) => {
      if (addition.quantity.lte(0)) throw new QuantityNotPositive();
      const line = lines.find(({ id, itemId }) =>
        addition.orderLineId ? id === addition.orderLineId : itemId === addition.itemId,
      );
      if (!line) throw new NotFound();
      const number = (last.get(line.id) ?? 0) + 1;
      last.set(line.id, number);
      return scheduleOf(work, order, line, addition, number);
    });
    await addUp(work, [order]);
    work.record(orderChanged(order, { number: order.number, version: order.version }));
    return { scheduleLineIds: added.map(({ id }) => id) };
  }

  /** Ends what is open of a schedule line; what came stays. @throws AlreadyShipped while goods are on their way */
  shortClose(work: Work, scheduleLineId: string, reason: string): Promise<void> {
    return endSchedule(work, scheduleLineId, 'CLOSED', reason);
  }

  /** Cancels a schedule line; of one that came in part only the rest ends. @throws AlreadyShipped, LineNotOpen */
  cancelSchedule(work: Work, scheduleLineId: string, reason: string): Promise<void> {
    return endSchedule(work, scheduleLineId, 'CANCELLED', reason);
  }

  /** The highest schedule number per order line. */
  async lastNumbers(work: Work, orderId: string): Promise<Map<string, number>> {
    const schedules = await work.em.find(ScheduleLine, { orderId }, { fields: ['orderLineId', 'scheduleNo'] });
    const last = new Map<string, number>();
    for (const { orderLineId, scheduleNo } of schedules)
      last.set(orderLineId, Math.max(scheduleNo, last.get(orderLineId) ?? 0));
    return last;
  }
}

/** What was really said about a head; the rest keeps its default. */
function said(head: OrderHead): Partial<PurchaseOrder> {
  const { supplierId, siteId, kind, agreementId, currency, isConsignment } = head;
  const { orderedOn, note, tax, freight, externalNumber } = head;
  const named = { supplierId, siteId, kind, agreementId, currency, isConsignment };
  const all = { ...named, orderedOn, note, tax, freight, externalNumber };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== undefined));
}

export const purchaseOrders = new PurchaseOrders();
