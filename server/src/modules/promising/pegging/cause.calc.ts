import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Decimal } from '../../../kernel/decimal.ts';

/** Why a promise changed, in words a customer may know. */
export const PROMISE_CAUSES = [
  'SUPPLY_DELAYED',
  'SUPPLY_SHORT',
  'STOCK_CHANGED',
  'PRODUCTION_CHANGED',
  'DEMAND_CHANGED',
] as const;
export type PromiseCause = (typeof PROMISE_CAUSES)[number];

/** What is compared of a peg, before and after. */
export interface ComparedPeg {
  readonly kind: string;
  readonly sourceId: string;
  readonly on: CalendarDate | null;
  readonly quantity: Decimal;
}

/**
 * What most likely made a line worse: a delivery or production that comes later or brings less, or stock that is gone.
 * When none of what the line waited for got worse by itself, the queue before it did: DEMAND_CHANGED.
 */
export function causeOf(before: readonly ComparedPeg[], after: readonly ComparedPeg[]): PromiseCause {
  const now = new Map(after.map((one) => [`${one.kind} ${one.sourceId}`, one]));
  const old = before.map((one) => ({ one, next: now.get(`${one.kind} ${one.sourceId}`) }));
  const later = old.find(({ one, next }) => one.on !== null && next && next.on !== null && next.on > one.on);
  if (later) return later.one.kind === 'PRODUCTION' ? 'PRODUCTION_CHANGED' : 'SUPPLY_DELAYED';
  const less = old.filter(({ one, next }) => one.quantity.gt(next?.quantity ?? 0)).map(({ one }) => one.kind);
  if (less.some((kind) => kind === 'ORDER' || kind === 'NOTICE')) return 'SUPPLY_SHORT';
  if (less.includes('PRODUCTION')) return 'PRODUCTION_CHANGED';
  return less.includes('STOCK') ? 'STOCK_CHANGED' : 'DEMAND_CHANGED';
}
