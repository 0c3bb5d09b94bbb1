import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';

/** How an open line stands against what it was promised; amounts in the item's stock unit. */
export interface Standing {
  /** Pegged to supply that comes after the promised day. */
  readonly late: Decimal;
  /** Pegged to nothing. */
  readonly unpegged: Decimal;
  /** The day of the last peg; null when all is here, or when nothing is pegged. */
  readonly expectedOn: CalendarDate | null;
}

/** What `standingOf` looks at in a peg. */
export interface DatedPeg {
  readonly on: CalendarDate | null;
  readonly quantity: Decimal;
}

/**
 * How far the pegs of a line keep its promise. Stock is never late. Without a promised day nothing is late, but what is
 * not pegged still counts.
 */
export function standingOf(wanted: Decimal, promisedOn: CalendarDate | null, pegs: readonly DatedPeg[]): Standing {
  const days = pegs.flatMap(({ on }) => (on === null ? [] : [on]));
  return {
    late: total(pegs.filter(({ on }) => on !== null && promisedOn !== null && on > promisedOn)),
    unpegged: Decimal.max(0, wanted.minus(total(pegs))),
    expectedOn: days.reduce<CalendarDate | null>((last, day) => (last === null || day > last ? day : last), null),
  };
}

/** Units that were on time and are not any more: late and unpegged together, never below zero. */
export function newlyLate(before: Standing, after: Standing): Decimal {
  return Decimal.max(0, missing(after).minus(missing(before)));
}

/** Whether a line may miss its promise. */
export const isAtRisk = (standing: Standing): boolean => missing(standing).gt(0);

/** What does not come by the promised day: late and unpegged together. */
export const missing = ({ late, unpegged }: Standing): Decimal => late.plus(unpegged);

const total = (pegs: readonly DatedPeg[]): Decimal => Decimal.sum(0, ...pegs.map(({ quantity }) => quantity));

/** The later of two days; one that is not known decides nothing. */
export const latest = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null =>
  a === null || (b !== null && b > a) ? b : a;
