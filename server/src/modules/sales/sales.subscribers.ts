import type { DeliveredEvent } from '../../platform/events/event.ts';
import type { Subscriber } from '../../platform/jobs/worker.ts';
import type { Work } from '../../platform/db/work.ts';
import { STOCK_MOVED, type StockMovedPayload } from '../inventory/inventory.events.ts';
import { allocation } from './order/allocation.service.ts';
import { orderChanging } from './order/order-changing.service.ts';
import { orderConfirming } from './order/order-confirming.service.ts';

/** A customer cannot touch our stock: what its act frees or needs is settled here, for the company. */
async function settleOrder(work: Work, { subjectId }: DeliveredEvent): Promise<void> {
  await allocation.settle(work, subjectId);
  await orderChanging.follow(work, subjectId);
}

// Each supplier's copy of the event tells the same: the company's, which names no supplier, is the one to follow.
async function followStock(work: Work, { supplierId, payload }: DeliveredEvent): Promise<void> {
  if (supplierId) return;
  const { itemIds, siteIds } = payload as unknown as StockMovedPayload;
  const waiting = await allocation.waitingFor(work, itemIds, siteIds);
  if (waiting.length > 0) await allocation.allocate(work, waiting, 'DUE');
}

export const salesSubscribers: readonly Subscriber[] = [
  {
    event: 'sales.order.submitted',
    name: 'sales confirmation',
    react: (work, { subjectId }) => orderConfirming.confirmAtOnce(work, subjectId),
  },
  ...['sales.order.held', 'sales.order.cancelled', 'sales.order.closed', 'sales.order.changed'].map((event) => ({
    event,
    name: 'sales allocation',
    react: settleOrder,
  })),
  { event: STOCK_MOVED, name: 'sales backorders', react: followStock },
];
