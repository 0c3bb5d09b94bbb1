import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Decimal } from '../../../kernel/decimal.ts';

/** A price of one order unit: from a quantity upward, on the days from `validFrom` to `validTo`, both included. */
export interface Price {
  readonly fromQuantity: Decimal;
  readonly unitPrice: Decimal;
  /** Null is open. */
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
}

const holds = (price: Price, date: CalendarDate): boolean =>
  (price.validFrom ?? '') <= date && (price.validTo === null || date <= price.validTo);

/**
 * The price of one order unit when that many are ordered on that day, or null when none holds:
 * of the prices valid then, the one from the highest quantity not above `quantity`; of two, the one that began last.
 */
export function priceAt(prices: readonly Price[], quantity: Decimal, date: CalendarDate): Decimal | null {
  let best: Price | null = null;
  for (const price of prices) {
    if (!holds(price, date) || price.fromQuantity.gt(quantity)) continue;
    if (best === null || isBetter(price, best)) best = price;
  }
  return best?.unitPrice ?? null;
}

function isBetter(price: Price, than: Price): boolean {
  const order = price.fromQuantity.comparedTo(than.fromQuantity);
  return order === 0 ? (price.validFrom ?? '') > (than.validFrom ?? '') : order > 0;
}
