/** What a sample says of itself. */
export interface Statistics {
  readonly count: number;
  readonly mean: number;
  /** Of the sample, over n - 1; 0 for fewer than two. */
  readonly deviation: number;
  /** Nine in ten are at most this, by straight lines between the sorted values. */
  readonly p90: number;
}

/** Mean, standard deviation and ninth decile, as for lead times learned from receipts; null for an empty sample. */
export function statisticsOf(sample: readonly number[]): Statistics | null {
  const count = sample.length;
  if (count === 0) return null;
  const mean = sample.reduce((sum, value) => sum + value, 0) / count;
  const squares = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count, mean, deviation: count < 2 ? 0 : Math.sqrt(squares / (count - 1)), p90: quantile(sample, 0.9) };
}

/** The value below which a share of the sample lies, between neighbours by a straight line (Hyndman and Fan, type 7). */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}
