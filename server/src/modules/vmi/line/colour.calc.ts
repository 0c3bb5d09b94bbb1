import type { Decimal } from '../../../kernel/decimal.ts';

export type Colour = 'OUT_OF_STOCK' | 'BELOW_MIN' | 'ON_TRACK' | 'ABOVE_MAX' | 'NO_DATA';

/** The limits of a line in its stock unit; null where none is agreed. */
export interface LimitAmounts {
  readonly minimum: Decimal | null;
  readonly maximum: Decimal | null;
}

/**
 * How an amount of stock stands against its limits: nothing left, less than the minimum, more than the maximum, or
 * between them, both ends included. NO_DATA where a limit is missing.
 */
export function colourOf(stock: Decimal, { minimum, maximum }: LimitAmounts): Colour {
  if (stock.lte(0)) return 'OUT_OF_STOCK';
  if (minimum === null || maximum === null) return 'NO_DATA';
  if (stock.lt(minimum)) return 'BELOW_MIN';
  return stock.gt(maximum) ? 'ABOVE_MAX' : 'ON_TRACK';
}
