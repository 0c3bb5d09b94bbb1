import { Decimal, type DecimalInput } from '../../../kernel/decimal.ts';

/**
 * Quantities of a planning run are counted in millionths of the stock unit, the resolution they are stored with: sums
 * and differences of whole numbers are exact in a float up to nine thousand million units, where 0.1 + 0.2 is not 0.3.
 */
export const MILLIONTHS = 1_000_000;

/** A stored quantity as the planning run counts it. */
export function toMillionths(quantity: DecimalInput): number {
  return new Decimal(quantity).times(MILLIONTHS).round().toNumber();
}

/** What a planning run counted, in the stock unit. */
export function fromMillionths(count: number): Decimal {
  return new Decimal(count).div(MILLIONTHS);
}

/** A count as plain text in the stock unit, without building a decimal: for writing many. */
export function millionthsText(count: number): string {
  if (count % MILLIONTHS === 0) return String(count / MILLIONTHS);
  const size = Math.abs(count);
  const rest = String(size % MILLIONTHS)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${count < 0 ? '-' : ''}${Math.floor(size / MILLIONTHS)}.${rest}`;
}
