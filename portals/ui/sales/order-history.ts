import type { TimelineEvent } from '#ui/figures/Timeline.vue';
import type { Translate } from '#ui/i18n/define-messages.ts';

type Step = 'created' | 'placed' | 'approved' | 'confirmed' | 'ended';

/** The steps an order has been through, each null while it is to come. */
export interface OrderSteps {
  readonly createdAt: string;
  readonly submittedAt: string | null;
  readonly approvedAt: string | null;
  readonly confirmedAt: string | null;
  readonly closedAt: string | null;
  readonly placedByName: string | null;
  readonly approvedByName: string | null;
}

/** What happened to an order, newest first. */
export function orderHistory(order: OrderSteps, t: Translate<Step>): TimelineEvent[] {
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
