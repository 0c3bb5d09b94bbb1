import { daysBetween, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';

export interface Delivery {
  readonly quantity: Decimal;
  readonly deliverOn: CalendarDate;
}

export interface Tolerance {
  /** A fraction of the proposed quantity: 0.05 is five per cent. */
  readonly quantity: Decimal;
  readonly days: number;
}

/**
 * Whether an offer may stand without the buyer: the deliveries together differ from the proposed quantity by at most
 * the agreed fraction of it, and none lies further from the proposed day than agreed. Both ends are inside.
 */
export function isWithinTolerance(proposed: Delivery, offered: readonly Delivery[], tolerance: Tolerance): boolean {
  const total = Decimal.sum(0, ...offered.map(({ quantity }) => quantity));
  const difference = total.minus(proposed.quantity).abs();
  return (
    difference.lte(proposed.quantity.times(tolerance.quantity)) &&
    offered.every(({ deliverOn }) => Math.abs(daysBetween(proposed.deliverOn, deliverOn)) <= tolerance.days)
  );
}
