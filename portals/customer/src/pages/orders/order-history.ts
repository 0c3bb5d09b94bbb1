import type { TimelineEvent } from '#ui/figures/Timeline.vue';
import type { Translate } from '#ui/i18n/define-messages.ts';
import type { Order } from './orders.documents.ts';

type Step = 'created' | 'placed' | 'approved' | 'confirmed' | 'ended';

/** What happened to an order, newest first. */
export function orderHistory(order: Order, t: Translate<Step>): TimelineEvent[] {
  const steps: readonly (readonly [Step, string | null, string | null])[] = [
    ['created', order.createdAt, order.placedByName],
    ['placed', order.submittedAt, order.placedByName],
    ['approved', order.approvedAt, order.approvedByName],
    ['confirmed', order.confirmedAt, null],
    ['ended', order.closedAt, null],
  ];
  return steps
    .flatMap(([step, at, by]) => (at ? [{ id: step, title: t(step), at, ...(by ? { by } : {}) }] : []))
    .reverse();
}
