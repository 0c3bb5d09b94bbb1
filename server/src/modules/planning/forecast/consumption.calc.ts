/** How far an order looks for forecast to consume, in buckets, beside its own: first back, then ahead. */
export interface ConsumptionWindow {
  readonly backward: number;
  readonly forward: number;
}

/**
 * Orders consume forecast, so that what was expected and then ordered is not planned twice. Each bucket's orders take
 * from its own forecast, then from the buckets before it, nearest first, then from those after it. Returns what is left
 * of the forecast; what orders could not take was not expected and counts in full.
 */
export function consumeForecast(
  forecast: readonly number[],
  orders: readonly number[],
  window: ConsumptionWindow,
): number[] {
  const left = [...forecast];
  take(left, [...orders], window);
  return left;
}

/** What is expected and what is ordered of one class of demand, bucket by bucket. */
export interface ClassDemand {
  readonly forecast: readonly number[];
  readonly orders: readonly number[];
}

/** The number of demand that is of no class. */
export const NO_CLASS = 0;

/**
 * The same for demand of several classes, by their numbers. Orders of a class take from the forecast of that class, and
 * what it does not hold from the one of no class. Orders of no class take from that one, then from those of the classes:
 * whoever they are for, they were expected somewhere.
 */
export function consumeByClass(
  classes: ReadonlyMap<number, ClassDemand>,
  window: ConsumptionWindow,
): ReadonlyMap<number, readonly number[]> {
  const sorted = [...classes].sort(([a], [b]) => a - b);
  const left = new Map(sorted.map(([key, { forecast }]) => [key, [...forecast]]));
  const open = new Map(sorted.map(([key, { orders }]) => [key, [...orders]]));
  const meet = (from: number, by: number) => take(left.get(from) ?? [], open.get(by) ?? [], window);
  for (const [key] of sorted) meet(key, key);
  const named = sorted.map(([key]) => key).filter((key) => key !== NO_CLASS);
  for (const key of named) meet(NO_CLASS, key);
  for (const key of named) meet(key, NO_CLASS);
  return left;
}

/** Takes orders off a forecast, as far as they go; what they could not take stays open. */
function take(left: number[], open: number[], { backward, forward }: ConsumptionWindow): void {
  open.forEach((_, bucket) => {
    for (const at of places(bucket, backward, forward)) {
      const taken = Math.min(open[bucket]!, left[at] ?? 0);
      if (taken <= 0) continue;
      left[at]! -= taken;
      open[bucket]! -= taken;
    }
  });
}

const places = (bucket: number, backward: number, forward: number): number[] => [
  bucket,
  ...Array.from({ length: backward }, (_, step) => bucket - 1 - step),
  ...Array.from({ length: forward }, (_, step) => bucket + 1 + step),
];
