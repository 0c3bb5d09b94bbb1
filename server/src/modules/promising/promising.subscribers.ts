import type { Work } from '../../platform/db/work.ts';
import type { DeliveredEvent } from '../../platform/events/event.ts';
import type { Subscriber } from '../../platform/jobs/worker.ts';
import { STOCK_MOVED, type StockMovedPayload } from '../inventory/inventory.events.ts';
import { answerFollowing } from './notice/answer-following.service.ts';
import type { Key } from './pegging/book.reads.ts';
import { repegging } from './pegging/repegging.service.ts';
import { touchedKeys } from './pegging/touched-keys.service.ts';
import { PROMISE_ANSWERED } from './promising.events.ts';

type KeysOf = (work: Work, event: DeliveredEvent) => Promise<Key[]>;

// Each supplier's copy of the event tells the same: the company's, which names no supplier, is the one to follow.
const ofStock: KeysOf = async (work, { supplierId, payload }) => {
  const { itemIds, siteIds } = payload as unknown as StockMovedPayload;
  return supplierId ? [] : touchedKeys.ofItems(work, itemIds, siteIds);
};

const follow = (name: string, keysOf: KeysOf, events: readonly string[]): Subscriber[] =>
  events.map((event) => ({
    name,
    event,
    react: async (work, happened) => void (await repegging.repeg(work, await keysOf(work, happened))),
  }));

const of = (subject: string, ...verbs: string[]): string[] => verbs.map((verb) => `${subject}.${verb}`);

// Whatever happens to an order and its shipments tells which lines changed; so does what is promised for them.
const OF_SALES = [
  'sales.line.changed',
  ...of('sales.order', 'submitted', 'confirmed', 'cancelled', 'closed', 'released'),
];

/** Supply or demand changed: what it touches is pegged anew. */
export const promisingSubscribers: readonly Subscriber[] = [
  {
    event: PROMISE_ANSWERED,
    name: 'promise answers',
    react: (work, { subjectId }) => answerFollowing.follow(work, subjectId),
  },
  ...follow('promising stock', ofStock, [STOCK_MOVED]),
  ...follow(
    'promising purchase orders',
    (work, { subjectId }) => touchedKeys.ofPurchaseOrder(work, subjectId),
    of('purchasing.order', 'issued', 'answered', 'confirmed', 'changed', 'cancelled', 'closed'),
  ),
  ...follow(
    'promising notices',
    (work, { subjectId }) => touchedKeys.ofNotice(work, subjectId),
    of('purchasing.notice', 'submitted', 'dispatched', 'rescheduled', 'arrived', 'cancelled', 'overdue'),
  ),
  ...follow(
    'promising receipts',
    (work, { subjectId }) => touchedKeys.ofReceipt(work, subjectId),
    of('purchasing.receipt', 'posted', 'inspected'),
  ),
  ...follow(
    'promising production',
    (work, { subjectId }) => touchedKeys.ofWorkOrder(work, subjectId),
    of('planning.work_order', 'released', 'completed', 'cancelled'),
  ),
  ...follow('promising demand', (work, { subjectId }) => touchedKeys.ofSalesOrder(work, subjectId), OF_SALES),
];
