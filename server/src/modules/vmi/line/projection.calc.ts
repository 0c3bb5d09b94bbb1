import { daysBetween, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { colourOf, type Colour, type LimitAmounts } from './colour.calc.ts';
import { daysOfSupply } from './days-of-supply.calc.ts';
import type { TimeBucket } from './time-buckets.calc.ts';

/** Something that is coming, by the day it is expected. */
export interface DatedSupply {
  readonly on: CalendarDate;
  readonly quantity: Decimal;
}

export interface ProjectionInput {
  readonly onHand: Decimal;
  /** Per day; null without demand. */
  readonly usage: Decimal | null;
  readonly supplies: readonly DatedSupply[];
  readonly limits: LimitAmounts;
  readonly buckets: readonly TimeBucket[];
}

export interface ProjectedBucket extends TimeBucket {
  readonly demand: Decimal;
  readonly receipts: Decimal;
  /** The part of the receipts that was expected before the first bucket. */
  readonly pastDue: Decimal;
  readonly projected: Decimal;
  readonly daysOfSupply: Decimal | null;
  readonly colour: Colour;
}

/**
 * Projected stock per bucket, all in the stock unit:
 *     PS(t) = PS(t-1) - demand(t) + receipts(t),  PS(0) = on hand
 * Demand is average usage times the days of the bucket. What is past due falls into the first bucket: it is late, not
 * lost. Source: supply chain operations reference, projected available balance; 1982 - 0 + 300 = 2282.
 */
export function projectStock(input: ProjectionInput): ProjectedBucket[] {
  const { usage, supplies, limits, buckets } = input;
  const demands = buckets.map(({ startsOn, endsOn }) =>
    (usage ?? new Decimal(0)).times(daysBetween(startsOn, endsOn) + 1),
  );
  let stock = input.onHand;
  return buckets.map((bucket, index) => {
    const arriving = supplies.filter(({ on }) => on <= bucket.endsOn && (index === 0 || on >= bucket.startsOn));
    const receipts = total(arriving);
    const demand = demands[index] ?? new Decimal(0);
    const atEnd = stock.minus(demand).plus(receipts);
    stock = atEnd;
    return {
      ...bucket,
      demand,
      receipts,
      pastDue: index === 0 ? total(arriving.filter(({ on }) => on < bucket.startsOn)) : new Decimal(0),
      projected: atEnd,
      // Most pages do not ask for it.
      get daysOfSupply() {
        return usage?.gt(0) ? lasting(atEnd, usage) : null;
      },
      colour: colourOf(atEnd, limits),
    };
  });
}

const total = (supplies: readonly DatedSupply[]): Decimal =>
  Decimal.sum(0, ...supplies.map(({ quantity }) => quantity));

// Usage is even: one day of it, repeated until it is more than the stock, says how long that lasts.
const lasting = (stock: Decimal, usage: Decimal): Decimal | null =>
  daysOfSupply(stock.lt(0) ? stock : stock.mod(usage), [usage])?.plus(stock.lt(0) ? 0 : stock.div(usage).floor()) ??
  null;
