import { Decimal } from '../../../kernel/decimal.ts';
import { Money } from '../../../kernel/money.ts';

/**
 * What a part of a whole comes to, such that all parts, whenever they come, add up to the whole and none that was
 * invoiced before changes: cumulative rounding. 89.99 over 3 -> 30.00, 29.99, 30.00.
 */
export function shareOf(total: Money, before: Decimal, now: Decimal, whole: Decimal): Money {
  if (whole.lte(0)) return Money.zero(total.currency);
  const rest = Decimal.max(0, whole.minus(before).minus(now));
  const [, share] = total.cumulativeShares([before, now, rest]);
  return share ?? Money.zero(total.currency);
}
