import type { Millionths } from '../../../kernel/millionths.ts';

export type Colour = 'OUT_OF_STOCK' | 'BELOW_MIN' | 'ON_TRACK' | 'ABOVE_MAX' | 'NO_DATA';

/** The limits of a line in its stock unit; null where none is agreed. */
export interface LimitAmounts {
  readonly minimum: Millionths | null;
  readonly maximum: Millionths | null;
}

/**
 * How an amount of stock stands against its limits: nothing left, less than the minimum, more than the maximum, or
 * between them, both ends included. NO_DATA where a limit is missing.
 */
export function colourOf(stock: Millionths, { minimum, maximum }: LimitAmounts): Colour {
  if (stock <= 0n) return 'OUT_OF_STOCK';
  if (minimum === null || maximum === null) return 'NO_DATA';
  if (stock < minimum) return 'BELOW_MIN';
  return stock > maximum ? 'ABOVE_MAX' : 'ON_TRACK';
}
