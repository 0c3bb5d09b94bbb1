/** A method run over a history: what it expected one bucket ahead each time, and what it expects after the last. */
export interface Smoothed {
  /** One-step expectations, aligned with the history. */
  readonly fitted: readonly number[];
  /** The expectation `ahead` buckets after the last of the history, from 1. */
  readonly expects: (ahead: number) => number;
}

/** The sum of squared one-step errors: what fitting makes small. */
export function squaredError(history: readonly number[], { fitted }: Smoothed): number {
  return history.reduce((sum, actual, place) => sum + (actual - (fitted[place] ?? 0)) ** 2, 0);
}

/** The mean of the last `span` buckets: flat ahead. Earlier than that, of what there is; the first expects itself. */
export function movingAverage(history: readonly number[], span: number): Smoothed {
  const mean = (end: number) => {
    const window = history.slice(Math.max(0, end - span), end);
    return window.length === 0 ? (history[0] ?? 0) : window.reduce((sum, value) => sum + value, 0) / window.length;
  };
  const next = mean(history.length);
  return { fitted: history.map((_, place) => mean(place)), expects: () => next };
}

/**
 * Simple exponential smoothing: a level that follows the errors.
 *     l(t) = alpha x y(t) + (1 - alpha) x l(t-1);   expected(t+h) = l(t)
 * Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 7.1.
 */
export function simpleSmoothing(history: readonly number[], alpha: number, level: number): Smoothed {
  const fitted = history.map((actual) => {
    const expected = level;
    level += alpha * (actual - expected);
    return expected;
  });
  const last = level;
  return { fitted, expects: () => last };
}

/**
 * Holt's linear trend.
 *     l(t) = alpha x y(t) + (1 - alpha) x (l(t-1) + b(t-1));   b(t) = beta x (l(t) - l(t-1)) + (1 - beta) x b(t-1)
 *     expected(t+h) = l(t) + h x b(t)
 * Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 7.2.
 */
export function holt(
  history: readonly number[],
  { alpha, beta }: { readonly alpha: number; readonly beta: number },
  start: { readonly level: number; readonly trend: number },
): Smoothed {
  let { level, trend } = start;
  const fitted = history.map((actual) => {
    const expected = level + trend;
    const next = expected + alpha * (actual - expected);
    trend = beta * (next - level) + (1 - beta) * trend;
    level = next;
    return expected;
  });
  const [last, slope] = [level, trend];
  return { fitted, expects: (ahead) => last + ahead * slope };
}
