import { Decimal } from '../../../kernel/decimal.ts';

/** What an order line lets through: fractions of the ordered quantity. */
export interface ReceiptTolerance {
  readonly over: Decimal;
  readonly under: Decimal;
}

/**
 * What is still to come:
 *     open = max(0, ordered - accepted - quarantine)
 * Rejected goods stay open, because they have to be replaced; goods in quarantine are here and must not be expected
 * twice. Never below zero, so an over-receipt takes nothing away from availability. All in the order unit.
 */
export function openQuantity(ordered: Decimal, accepted: Decimal, quarantine: Decimal): Decimal {
  return Decimal.max(0, ordered.minus(accepted).minus(quarantine));
}

/** The most that may be taken in without anybody's leave: ordered x (1 + over). In the order unit. */
export const mostReceivable = (ordered: Decimal, over: Decimal): Decimal => ordered.times(over.plus(1));

/** How much of what is now kept (accepted and quarantined) lies beyond the tolerance; zero within it. */
export function beyondTolerance(ordered: Decimal, kept: Decimal, { over }: ReceiptTolerance): Decimal {
  return Decimal.max(0, kept.minus(mostReceivable(ordered, over)));
}

/** Whether the delivery counts as whole: accepted >= ordered x (1 - under). In the order unit. */
export function isDeliveredInFull(ordered: Decimal, accepted: Decimal, { under }: ReceiptTolerance): boolean {
  return accepted.gte(ordered.times(new Decimal(1).minus(under)));
}
