import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { bySupplyDate, type Supply } from '../pegging/pegging.calc.ts';

/** From this day on, that many more can be promised, in all; null means now. */
export interface AvailabilityStep {
  readonly on: CalendarDate | null;
  readonly quantity: Decimal;
}

/** A part of what was asked for, and when it can be there; null means now. */
export interface PromisePart {
  readonly on: CalendarDate | null;
  readonly quantity: Decimal;
}

/**
 * Dated available-to-promise, cumulative, in the item's stock unit:
 *     ATP(t) = max(0, supply up to t - commitments)
 * All open commitments count, whatever their day, because they stand before a new order in the queue and are served
 * first: so no unit is promised twice, and what is promised here is what pegging gives. Only days on which more becomes
 * free are named.
 *
 * Example: 30 here, 50 on 10-10, 40 on 10-20, 60 committed: 20 on 10-10, 60 on 10-20.
 */
export function availableToPromise(supplies: readonly Supply[], committed: Decimal): AvailabilityStep[] {
  const steps: AvailabilityStep[] = [];
  let supplied = new Decimal(0);
  let free = new Decimal(0);
  for (const { on, quantity } of [...supplies].sort(bySupplyDate)) {
    supplied = supplied.plus(quantity);
    const now = Decimal.max(0, supplied.minus(committed));
    if (now.lte(free)) continue;
    free = now;
    if (steps.at(-1)?.on === on) steps.pop();
    steps.push({ on, quantity: free });
  }
  return steps;
}

/** How `wanted` can be had, part by part; what cannot be had at all is missing from the sum. */
export function promiseParts(steps: readonly AvailabilityStep[], wanted: Decimal): PromisePart[] {
  const parts: PromisePart[] = [];
  let promised = new Decimal(0);
  for (const { on, quantity } of steps) {
    const more = Decimal.min(quantity, wanted).minus(promised);
    if (more.lte(0)) continue;
    parts.push({ on, quantity: more });
    promised = promised.plus(more);
  }
  return parts;
}

/** The day on which all of `wanted` can be there: null means now, undefined never as far as is known. */
export function promiseDay(steps: readonly AvailabilityStep[], wanted: Decimal): CalendarDate | null | undefined {
  return steps.find(({ quantity }) => quantity.gte(wanted))?.on;
}
