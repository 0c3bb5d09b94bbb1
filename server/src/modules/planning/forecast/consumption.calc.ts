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
  { backward, forward }: ConsumptionWindow,
): number[] {
  const left = [...forecast];
  orders.forEach((ordered, bucket) => {
    let open = ordered;
    for (const at of places(bucket, backward, forward)) {
      const taken = Math.min(open, left[at] ?? 0);
      if (taken <= 0) continue;
      left[at]! -= taken;
      open -= taken;
    }
  });
  return left;
}

const places = (bucket: number, backward: number, forward: number): number[] => [
  bucket,
  ...Array.from({ length: backward }, (_, step) => bucket - 1 - step),
  ...Array.from({ length: forward }, (_, step) => bucket + 1 + step),
];
