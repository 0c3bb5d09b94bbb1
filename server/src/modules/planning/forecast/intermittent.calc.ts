import type { Smoothed } from './smoothing.calc.ts';

/**
 * Croston's method for demand that often is nothing: the size of a demand and the buckets between two are smoothed apart.
 *     z += a x (size - z);   p += a x (interval - p);   expected = z / p
 * both started by the first demand. With 0,0,3,0,0,0,5,0,4 and a = 0.2 it expects 1.0, 1.0625, 1.1892.
 * Source: Croston (1972). `debiased` multiplies by 1 - a / 2, the correction of Syntetos and Boylan (2005).
 */
export function croston(history: readonly number[], weight: number, debiased = false): Smoothed {
  const factor = debiased ? 1 - weight / 2 : 1;
  let [size, interval, since, rate] = [0, 0, 0, 0];
  const fitted = history.map((actual) => {
    const expected = rate;
    since += 1;
    if (actual > 0) {
      const isFirst = interval === 0;
      size = isFirst ? actual : size + weight * (actual - size);
      interval = isFirst ? since : interval + weight * (since - interval);
      rate = (factor * size) / interval;
      since = 0;
    }
    return expected;
  });
  const last = rate;
  return { fitted, expects: () => last };
}
