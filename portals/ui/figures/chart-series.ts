export interface ChartSeries {
  readonly name: string;
  /** One decimal string per date; null leaves a gap. */
  readonly values: readonly (string | null)[];
  /** `line` for what is projected or counted, `limit` for a level to compare with, `bar` for amounts per bucket. */
  readonly kind: 'line' | 'limit' | 'bar';
  readonly tone?: 'accent' | 'good' | 'warning' | 'danger' | 'info' | 'neutral';
}
