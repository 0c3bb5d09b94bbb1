import type { Smoothed } from './smoothing.calc.ts';

export type Seasonality = 'ADDITIVE' | 'MULTIPLICATIVE';

export interface SeasonalWeights {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

/** Where it starts: the level and trend before the history, and the season of its first buckets, in order. */
export interface SeasonalStart {
  readonly level: number;
  readonly trend: number;
  readonly season: readonly number[];
}

/**
 * Holt and Winters: level, trend and a season of `season.length` buckets, added to the level or multiplied with it.
 *     additive        l(t) = alpha x (y - s(t-m)) + (1 - alpha) x (l + b);   s(t) = gamma x (y - l - b) + (1 - gamma) x s(t-m)
 *     multiplicative  l(t) = alpha x y / s(t-m) + (1 - alpha) x (l + b);     s(t) = gamma x y / (l + b) + (1 - gamma) x s(t-m)
 *     b(t) = beta x (l(t) - l) + (1 - beta) x b
 * with l, b of t-1. Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 7.3.
 */
export function holtWinters(
  history: readonly number[],
  { alpha, beta, gamma }: SeasonalWeights,
  start: SeasonalStart,
  kind: Seasonality,
): Smoothed {
  const period = start.season.length;
  const season = [...start.season];
  const { joined, without } = WAYS[kind];
  let { level, trend } = start;
  const fitted = history.map((actual, place) => {
    const [base, seasonal] = [level + trend, season[place % period]!];
    level = alpha * without(actual, seasonal) + (1 - alpha) * base;
    trend = beta * (level - base + trend) + (1 - beta) * trend;
    season[place % period] = gamma * without(actual, base) + (1 - gamma) * seasonal;
    return joined(base, seasonal);
  });
  const [last, slope, place] = [level, trend, history.length - 1];
  return { fitted, expects: (ahead) => joined(last + ahead * slope, season[(place + ahead) % period]!) };
}

const WAYS = {
  ADDITIVE: { joined: (base: number, season: number) => base + season, without: (y: number, part: number) => y - part },
  MULTIPLICATIVE: {
    joined: (base: number, season: number) => base * season,
    // A level of nothing leaves the season as it was measured last.
    without: (y: number, part: number) => (part === 0 ? 0 : y / part),
  },
} as const;

/**
 * Where to start from the history itself: the level and trend of its first two seasons, and each bucket's mean distance
 * from the mean of its season. Needs two whole seasons.
 */
export function seasonalStart(history: readonly number[], period: number, kind: Seasonality): SeasonalStart {
  const seasons = Math.floor(history.length / period);
  const means = Array.from({ length: seasons }, (_, year) => mean(history.slice(year * period, (year + 1) * period)));
  const { joined, without } = WAYS[kind];
  const raw = Array.from({ length: period }, (_, place) =>
    mean(means.map((average, year) => without(history[year * period + place]!, average))),
  );
  const trend = (means[1]! - means[0]!) / period;
  const level = means[0]! - (trend * (period + 1)) / 2;
  const centre = mean(raw);
  const neutral = kind === 'ADDITIVE' ? 0 : 1;
  const season = raw.map((value) => joined(without(value, centre), neutral));
  return { level, trend, season };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
