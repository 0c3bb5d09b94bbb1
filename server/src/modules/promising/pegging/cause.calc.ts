import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';

/** Why a promise changed, in words a customer may know. */
export const PROMISE_CAUSES = ['INBOUND_LATE', 'INBOUND_SHORT', 'STOCK_SHORT', 'OTHER'] as const;
export type PromiseCause = (typeof PROMISE_CAUSES)[number];

/** What is compared of a peg, before and after. */
export interface ComparedPeg {
  readonly kind: string;
  readonly sourceId: string;
  readonly on: CalendarDate | null;
  readonly quantity: Decimal;
}

/**
 * What most likely made a line worse: a delivery that comes later, one that brings less, or stock that is gone. When
 * none of what the line waited for changed for the worse by itself, the queue before it did: OTHER.
 */
export function causeOf(before: readonly ComparedPeg[], after: readonly ComparedPeg[]): PromiseCause {
  const now = new Map(after.map((one) => [`${one.kind} ${one.sourceId}`, one]));
  const old = before.map((one) => ({ one, next: now.get(`${one.kind} ${one.sourceId}`) }));
  const inbound = old.filter(({ one }) => one.kind !== 'STOCK');
  if (inbound.some(({ one, next }) => next && one.on !== null && next.on !== null && next.on > one.on))
    return 'INBOUND_LATE';
  if (inbound.some(({ one, next }) => one.quantity.gt(next?.quantity ?? 0))) return 'INBOUND_SHORT';
  return old.some(({ one, next }) => one.kind === 'STOCK' && one.quantity.gt(next?.quantity ?? 0))
    ? 'STOCK_SHORT'
    : 'OTHER';
}
