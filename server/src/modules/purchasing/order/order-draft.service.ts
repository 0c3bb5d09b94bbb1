import type { Work } from '../../../platform/db/work.ts';
import { NothingOrdered } from '../purchasing.errors.ts';
import { orderIssued } from '../purchasing.events.ts';
import { lockOrder, schedulesOf, step } from './order-lock.service.ts';
import { PurchaseOrderLine } from './order-line.entity.ts';
import { orderLines, type OrderLineDraft } from './order-lines.service.ts';
import { addUp } from './order-settling.service.ts';
import { keepVersion } from './order-version.service.ts';
import type { PurchaseOrder } from './purchase-order.entity.ts';
import { purchaseOrders, type OrderHead } from './purchase-orders.service.ts';
import { ScheduleLine } from './schedule-line.entity.ts';

/** A draft as the buyer wants it to be; the id and the version he saw when it exists. */
export interface OrderDraft extends OrderHead {
  readonly id: string | null;
  readonly expectedVersion?: number | null;
  readonly lines: readonly OrderLineDraft[];
}

const HEAD = [
  'supplierId',
  'siteId',
  'currency',
  'isConsignment',
  'orderedOn',
  'note',
  'tax',
  'freight',
  'externalNumber',
] as const;

/** The buyer's own paper, until it is issued. */
export class OrderDrafts {
  /** Makes the draft, or writes it anew. @throws StaleObject, NotInThisState and what its lines refuse */
  async save(work: Work, draft: OrderDraft): Promise<string> {
    const order = draft.id ? await this.again(work, draft.id, draft) : await purchaseOrders.open(work, draft);
    work.em.persist(order);
    await orderLines.write(work, order, draft.lines);
    await addUp(work, [order]);
    return order.id;
  }

  /** Sends the draft to the supplier, as version 1. @throws StaleObject, NotInThisState, NothingOrdered */
  async issue(work: Work, id: string, expectedVersion: number): Promise<string> {
    const order = await lockOrder(work, id, { version: expectedVersion, field: 'expectedVersion' });
    step(order, 'issue');
    const schedules = await schedulesOf(work, id);
    if (schedules.length === 0) throw new NothingOrdered({}, ['input', 'orderId']);
    Object.assign(order, { version: 1, issuedAt: work.clock.now() });
    const lines = await work.em.find(PurchaseOrderLine, { orderId: id });
    for (const part of [...lines, ...schedules]) part.isIssued = true;
    await keepVersion(work, order, '');
    work.record(orderIssued(order, { number: order.number, kind: order.kind }));
    return id;
  }

  private async again(work: Work, id: string, draft: OrderDraft): Promise<PurchaseOrder> {
    const version = draft.expectedVersion ?? 0;
    const order = await lockOrder(work, id, { version, field: 'expectedVersion' });
    step(order, 'save');
    const wanted = await purchaseOrders.open(work, draft);
    for (const name of HEAD) Object.assign(order, { [name]: wanted[name] });
    order.version = version + 1;
    await work.em.nativeDelete(ScheduleLine, { orderId: id });
    await work.em.nativeDelete(PurchaseOrderLine, { orderId: id });
    return order;
  }
}

export const orderDrafts = new OrderDrafts();
