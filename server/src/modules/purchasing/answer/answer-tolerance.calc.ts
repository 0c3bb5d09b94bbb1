import { daysBetween } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';

/** One delivery that the supplier promises, in the order unit. */
export interface Promised {
  readonly on: string;
  readonly quantity: Decimal;
}

/** What was asked for, and how far a promise may differ from it. */
export interface Asked {
  readonly on: string;
  readonly quantity: Decimal;
  /** Fractions of the quantity. */
  readonly over: Decimal;
  readonly under: Decimal;
  readonly days: number;
}

/**
 * Whether promises for one schedule line need no review:
 *     quantity x (1 - under) <= sum of promises <= quantity x (1 + over),  |day - asked day| <= days for each
 * A promise exactly on a limit is within it.
 */
export function isWithinTolerance(asked: Asked, promises: readonly Promised[]): boolean {
  const sum = Decimal.sum(0, ...promises.map(({ quantity }) => quantity));
  const one = new Decimal(1);
  return (
    sum.gte(asked.quantity.times(one.minus(asked.under))) &&
    sum.lte(asked.quantity.times(one.plus(asked.over))) &&
    promises.every(({ on }) => Math.abs(daysBetween(asked.on, on)) <= asked.days)
  );
}

/**
 * How a requested quantity is shared out over the promises of a split, so that the parts sum to what was asked for:
 * each part takes what it promises while there is any left, and the last one the rest.
 */
export function shareOut(requested: Decimal, promises: readonly Promised[]): Decimal[] {
  let left = requested;
  return promises.map(({ quantity }, index) => {
    const part = index === promises.length - 1 ? left : Decimal.min(left, quantity);
    left = left.minus(part);
    return part;
  });
}
