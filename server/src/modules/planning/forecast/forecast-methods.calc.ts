import { holtWinters, seasonalStart, type SeasonalStart, type Seasonality } from './holt-winters.calc.ts';
import { croston } from './intermittent.calc.ts';
import { bestStart } from './least-squares.calc.ts';
import { holt, movingAverage, simpleSmoothing, squaredError, type Smoothed } from './smoothing.calc.ts';
import { bestWeights } from './weight-search.calc.ts';

export const FORECAST_METHODS = ['MOVING_AVERAGE', 'SES', 'HOLT', 'HOLT_WINTERS', 'CROSTON', 'SBA'] as const;
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

/** A method with the parameters that fit a history best. */
export interface Fitted extends Smoothed {
  readonly method: ForecastMethod;
  readonly parameters: Readonly<Record<string, number | string>>;
}

const SPANS = [3, 4, 6, 12];
/** A longer season begins as its history shows it: to solve for every bucket of a year of weeks takes seconds per item. */
const LONGEST_SOLVED = 24;
const INTERMITTENT_WEIGHTS = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3];

/** Buckets a method needs before it can say anything. `season` is the length of a season, where there is one. */
export function needsBuckets(method: ForecastMethod, season: number): number {
  return { MOVING_AVERAGE: 1, SES: 2, HOLT: 3, HOLT_WINTERS: season > 1 ? 2 * season : Infinity, CROSTON: 1, SBA: 1 }[
    method
  ];
}

/** Fits a method to a history by the least sum of squared one-step errors, or says that the history is too short. */
export function fit(method: ForecastMethod, history: readonly number[], season: number): Fitted | null {
  if (history.length < needsBuckets(method, season)) return null;
  return { method, ...FITS[method](history, season) };
}

type Fit = (history: readonly number[], season: number) => Omit<Fitted, 'method'>;

const least = (history: readonly number[], candidates: readonly Omit<Fitted, 'method'>[]) =>
  candidates.reduce((a, b) => (squaredError(history, b) < squaredError(history, a) ? b : a));

const intermittent =
  (debiased: boolean): Fit =>
  (history) =>
    least(
      history,
      INTERMITTENT_WEIGHTS.map((weight) => ({ ...croston(history, weight, debiased), parameters: { weight } })),
    );

/** The level that suits this weight, and the smoothing it gives. */
function ses(history: readonly number[], alpha: number): Omit<Fitted, 'method'> {
  const [level = 0] = bestStart(history, 1, ([start = 0]) => simpleSmoothing(history, alpha, start).fitted);
  return { ...simpleSmoothing(history, alpha, level), parameters: { alpha, level } };
}

function linear(history: readonly number[], alpha: number, beta: number): Omit<Fitted, 'method'> {
  const run = ([level = 0, trend = 0]: readonly number[]) => holt(history, { alpha, beta }, { level, trend });
  const start = bestStart(history, 2, (values) => run(values).fitted);
  return { ...run(start), parameters: { alpha, beta, level: start[0] ?? 0, trend: start[1] ?? 0 } };
}

function seasonal(
  history: readonly number[],
  weights: readonly number[],
  season: number,
  kind: Seasonality,
): Omit<Fitted, 'method'> {
  const [alpha = 0, beta = 0, gamma = 0] = weights;
  const run = (start: SeasonalStart) => holtWinters(history, { alpha, beta, gamma }, start, kind);
  const start =
    kind === 'MULTIPLICATIVE' || season > LONGEST_SOLVED
      ? seasonalStart(history, season, kind)
      : startOf(bestStart(history, season + 1, (values) => run(startOf(values)).fitted));
  return { ...run(start), parameters: { alpha, beta, gamma, seasonality: kind, season } };
}

/** Level, trend and all but the last bucket of the season, which makes the season sum to nothing. */
function startOf([level = 0, trend = 0, ...free]: readonly number[]): SeasonalStart {
  return { level, trend, season: [...free, -free.reduce((sum, value) => sum + value, 0)] };
}

const FITS: Readonly<Record<ForecastMethod, Fit>> = {
  MOVING_AVERAGE: (history) =>
    least(
      history,
      SPANS.filter((span) => span <= Math.max(SPANS[0]!, history.length)).map((span) => ({
        ...movingAverage(history, span),
        parameters: { span },
      })),
    ),
  SES: (history) => ses(history, bestWeights(1, ([a = 0]) => squaredError(history, ses(history, a)))[0] ?? 0),
  HOLT: (history) => {
    const [alpha = 0, beta = 0] = bestWeights(2, ([a = 0, b = 0]) => squaredError(history, linear(history, a, b)));
    return linear(history, alpha, beta);
  },
  HOLT_WINTERS: (history, season) =>
    least(
      history,
      (history.every((value) => value > 0) ? (['ADDITIVE', 'MULTIPLICATIVE'] as const) : (['ADDITIVE'] as const)).map(
        (kind) =>
          seasonal(
            history,
            bestWeights(3, (weights) => squaredError(history, seasonal(history, weights, season, kind))),
            season,
            kind,
          ),
      ),
    ),
  CROSTON: intermittent(false),
  SBA: intermittent(true),
};
