/** One end item, bucket by bucket, in its stock unit. */
export interface MasterScheduleInput {
  readonly onHand: number;
  readonly forecast: readonly number[];
  readonly orders: readonly number[];
  /** How many buckets lie before the demand fence: there only orders count. */
  readonly demandFence: number;
}

export interface MasterBucket {
  /** What the schedule counts as needed: orders, and after the demand fence at least the forecast. */
  readonly needed: number;
  readonly mps: number;
  readonly projected: number;
  /** What may still be promised of the supply of this bucket; 0 where none is scheduled. */
  readonly availableToPromise: number;
}

/** How many weeks a fence reaches into; one that ends within a week takes the whole of it. */
export const fenceWeeks = (days: number): number => Math.max(0, Math.ceil(days / 7));

const at = (row: readonly number[], bucket: number): number => row[bucket] ?? 0;

/** Before the demand fence what is ordered, after it the greater of forecast and orders. */
export function neededIn({ forecast, orders, demandFence }: MasterScheduleInput, bucket: number): number {
  const ordered = at(orders, bucket);
  return bucket < demandFence ? ordered : Math.max(at(forecast, bucket), ordered);
}

/**
 * What a schedule means: projected available balance and what may still be promised.
 *     PAB(t) = PAB(t-1) + mps(t) - needed(t)
 *     ATP(1) = on hand + mps(1) - orders until the next mps;  later, where something is scheduled: mps - orders until the next
 * Source: Vollmann, Berry, Whybark and Jacobs, master production scheduling; worked in supply.md.
 */
export function masterSchedule(input: MasterScheduleInput, mps: readonly number[]): MasterBucket[] {
  let projected = input.onHand;
  return input.forecast.map((_, bucket) => {
    const needed = neededIn(input, bucket);
    projected += at(mps, bucket) - needed;
    return { needed, mps: at(mps, bucket), projected, availableToPromise: availableToPromise(input, mps, bucket) };
  });
}

function availableToPromise(
  { onHand, orders, forecast }: MasterScheduleInput,
  mps: readonly number[],
  bucket: number,
): number {
  const made = at(mps, bucket);
  if (bucket > 0 && made === 0) return 0;
  let left = made + (bucket === 0 ? onHand : 0) - at(orders, bucket);
  for (let later = bucket + 1; later < forecast.length && at(mps, later) === 0; later += 1) left -= at(orders, later);
  return left;
}

/**
 * How much can be promised for each bucket without breaking an earlier or a later promise: the running total of what is
 * available, held down by any shortfall that follows.
 */
export function promisable(available: readonly number[]): number[] {
  let total = 0;
  const totals = available.map((amount) => (total += amount));
  let least = Infinity;
  return totals.map((_, place) => (least = Math.min(least, totals.at(-1 - place)!))).reverse();
}
