import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import type { DeliveredEvent } from '../../../platform/events/event.ts';
import type { Subscriber } from '../../../platform/jobs/worker.ts';
import { STOCK_MOVED, type StockMovedPayload } from '../../inventory/inventory.events.ts';
import { LINES_CHANGED, type LinesChangedPayload } from '../../sales/sales.events.ts';
import { changedItems } from './changed-items.service.ts';

// Each supplier's copy of the event tells the same: the company's, which names no supplier, is the one to follow.
const followStock = async (work: Work, { supplierId, payload }: DeliveredEvent): Promise<void> => {
  if (supplierId) return;
  const { itemIds, siteIds } = payload as unknown as StockMovedPayload;
  await changedItems.mark(work, itemIds, siteIds);
};

const followPurchaseOrder = async (work: Work, { subjectId }: DeliveredEvent): Promise<void> => {
  await sql`
    insert into planning_changed_item (item_id, site_id)
    select distinct item_id, site_id from purchasing_schedule_line where order_id = ${subjectId}`.execute(work.sql);
};

const followReceipt = async (work: Work, { subjectId }: DeliveredEvent): Promise<void> => {
  await sql`
    insert into planning_changed_item (item_id) select distinct item_id from purchasing_receipt_line where receipt_id = ${subjectId} and item_id is not null`.execute(
    work.sql,
  );
};

const followSalesLines = async (work: Work, { payload }: DeliveredEvent): Promise<void> => {
  const { itemIds, siteIds } = payload as unknown as LinesChangedPayload;
  await changedItems.mark(work, itemIds, siteIds);
};

const on = (react: Subscriber['react'], events: readonly string[]): Subscriber[] =>
  events.map((event) => ({ name: 'plan changes', event, react }));

/** What happens below planning and changes what a plan is computed from; planning's own tables mark themselves. */
export const planChangeSubscribers: readonly Subscriber[] = [
  ...on(followStock, [STOCK_MOVED]),
  ...on(
    followPurchaseOrder,
    ['issued', 'answered', 'confirmed', 'changed', 'cancelled', 'closed'].map((act) => `purchasing.order.${act}`),
  ),
  ...on(followReceipt, ['purchasing.receipt.posted', 'purchasing.receipt.inspected']),
  ...on(followSalesLines, [LINES_CHANGED]),
];
