/** How far forecasts were from what happened. */
export interface Accuracy {
  /** Mean absolute error. */
  readonly mae: number;
  /** Absolute errors as a share of all that happened; null when nothing did. Unlike MAPE it survives zeros. */
  readonly wape: number | null;
  /** MAE over that of the naive forecast on the history; below 1 is better than naive. Null without movement. */
  readonly mase: number | null;
  /** Mean of actual less forecast: more than 0 when forecasts were too low. */
  readonly bias: number;
  /** Sum of the errors over MAE: beyond 4 either way, forecasts lean. Null when none was wrong. */
  readonly trackingSignal: number | null;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * Compares forecasts with what happened. `history` is what was known before, and `period` what its naive forecast looks
 * back: 1, or a season. A = (100, 0, 80, 120) against F = (90, 10, 100, 100): MAE 15, WAPE 0.20, bias 0.
 * Source of MASE: Hyndman and Koehler (2006).
 */
export function accuracy(
  actual: readonly number[],
  forecast: readonly number[],
  history: readonly number[] = [],
  period = 1,
): Accuracy {
  const errors = actual.map((value, place) => value - (forecast[place] ?? 0));
  const absolute = total(errors.map(Math.abs));
  const mae = absolute / Math.max(1, errors.length);
  const happened = total(actual);
  const naive = naiveError(history, period);
  return {
    mae,
    wape: happened > 0 ? absolute / happened : null,
    mase: naive > 0 ? mae / naive : null,
    bias: total(errors) / Math.max(1, errors.length),
    trackingSignal: mae > 0 ? total(errors) / mae : null,
  };
}

function naiveError(history: readonly number[], period: number): number {
  const steps = history.slice(period).map((value, place) => Math.abs(value - history[place]!));
  return steps.length === 0 ? 0 : total(steps) / steps.length;
}
