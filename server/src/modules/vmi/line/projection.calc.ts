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
  const demandOf = perDays(usage ?? NOTHING);
  const days = daysOf(buckets);
  let stock = input.onHand;
  return buckets.map((bucket, index) => {
    const arriving = supplies.filter(({ on }) => on <= bucket.endsOn && (index === 0 || on >= bucket.startsOn));
    const receipts = total(arriving);
    const demand = demandOf(days[index] ?? 0);
    const atEnd = stock.minus(demand).plus(receipts);
    stock = atEnd;
    return {
      ...bucket,
      demand,
      receipts,
      pastDue: index === 0 ? total(arriving.filter(({ on }) => on < bucket.startsOn)) : NOTHING,
      projected: atEnd,
      // Most pages do not ask for it.
      get daysOfSupply() {
        return usage?.gt(0) ? lasting(atEnd, usage) : null;
      },
      colour: colourOf(atEnd, limits),
    };
  });
}

const NOTHING = new Decimal(0);

const lengths = new WeakMap<readonly TimeBucket[], number[]>();

/** How many days each bucket has, counted once for the steps that many lines share. */
function daysOf(buckets: readonly TimeBucket[]): readonly number[] {
  let days = lengths.get(buckets);
  if (!days) lengths.set(buckets, (days = buckets.map(({ startsOn, endsOn }) => daysBetween(startsOn, endsOn) + 1)));
  return days;
}

/** Usage of so many days; most buckets have as many as the one before. */
function perDays(usage: Decimal): (days: number) => Decimal {
  const known = new Map<number, Decimal>();
  return (days) => {
    let demand = known.get(days);
    if (!demand) known.set(days, (demand = usage.times(days)));
    return demand;
  };
}

const total = (supplies: readonly DatedSupply[]): Decimal =>
  supplies.reduce((sum, { quantity }) => sum.plus(quantity), NOTHING);

// Usage is even: one day of it, repeated until it is more than the stock, says how long that lasts.
const lasting = (stock: Decimal, usage: Decimal): Decimal | null =>
  daysOfSupply(stock.lt(0) ? stock : stock.mod(usage), [usage])?.plus(stock.lt(0) ? 0 : stock.div(usage).floor()) ??
  null;
