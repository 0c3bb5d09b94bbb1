import { daysBetween, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { plainAmount, type Millionths } from '../../../kernel/millionths.ts';
import { colourOf, type Colour, type LimitAmounts } from './colour.calc.ts';
import { daysOfSupply } from './days-of-supply.calc.ts';
import type { TimeBucket } from './time-buckets.calc.ts';

/** Something that is coming, by the day it is expected. */
export interface DatedSupply {
  readonly on: CalendarDate;
  readonly quantity: Millionths;
}

export interface ProjectionInput {
  readonly onHand: Millionths;
  /** Per day; null without demand. */
  readonly usage: Millionths | null;
  readonly supplies: readonly DatedSupply[];
  readonly limits: LimitAmounts;
  readonly buckets: readonly TimeBucket[];
}

export interface ProjectedBucket extends TimeBucket {
  readonly demand: Millionths;
  readonly receipts: Millionths;
  /** The part of the receipts that was expected before the first bucket. */
  readonly pastDue: Millionths;
  readonly projected: Millionths;
  readonly colour: Colour;
}

/**
 * Projected stock per bucket, all in the stock unit:
 *     PS(t) = PS(t-1) - demand(t) + receipts(t),  PS(0) = on hand
 * Demand is average usage times the days of the bucket. What is past due falls into the first bucket: it is late, not
 * lost. Source: supply chain operations reference, projected available balance; 1982 - 0 + 300 = 2282.
 */
export function projectStock({ onHand, usage, supplies, limits, buckets }: ProjectionInput): ProjectedBucket[] {
  const days = daysOf(buckets);
  let stock = onHand;
  return buckets.map(({ startsOn, endsOn }, index) => {
    const isFirst = index === 0;
    const receipts = total(supplies, ({ on }) => on <= endsOn && (isFirst || on >= startsOn));
    const demand = (usage ?? 0n) * (days[index] ?? 0n);
    stock += receipts - demand;
    const pastDue = isFirst ? total(supplies, ({ on }) => on < startsOn) : 0n;
    return { startsOn, endsOn, demand, receipts, pastDue, projected: stock, colour: colourOf(stock, limits) };
  });
}

/** For how many days the stock lasts under even usage per day; null without usage. */
export function daysCovered(stock: Millionths, usage: Millionths | null): Decimal | null {
  if (usage === null || usage <= 0n) return null;
  // One day of usage, repeated until it is more than the stock, says how long that lasts.
  const whole = stock < 0n ? 0n : stock / usage;
  const perDay = new Decimal(plainAmount(usage));
  return daysOfSupply(new Decimal(plainAmount(stock - whole * usage)), [perDay])?.plus(String(whole)) ?? null;
}

const lengths = new WeakMap<readonly TimeBucket[], bigint[]>();

/** How many days each bucket has, counted once for the steps that many lines share. */
function daysOf(buckets: readonly TimeBucket[]): readonly bigint[] {
  let days = lengths.get(buckets);
  if (!days) {
    days = buckets.map(({ startsOn, endsOn }) => BigInt(daysBetween(startsOn, endsOn) + 1));
    lengths.set(buckets, days);
  }
  return days;
}

function total(supplies: readonly DatedSupply[], counts: (supply: DatedSupply) => boolean): Millionths {
  let sum = 0n;
  for (const supply of supplies) if (counts(supply)) sum += supply.quantity;
  return sum;
}
