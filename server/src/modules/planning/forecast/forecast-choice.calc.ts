import { accuracy, type Accuracy } from './accuracy.calc.ts';
import { FORECAST_METHODS, fit, type Fitted, type ForecastMethod } from './forecast-methods.calc.ts';

export interface ForecastRequest {
  /** Demand per bucket, oldest first, without the bucket that is not over yet. */
  readonly history: readonly number[];
  /** Buckets of a season; 1: none. */
  readonly season: number;
  /** Last buckets that are kept back to judge by. */
  readonly holdout: number;
  /** Buckets to look ahead. */
  readonly horizon: number;
  /** What a person chose instead of the best. */
  readonly method?: ForecastMethod | null;
}

export interface Candidate extends Accuracy {
  readonly method: ForecastMethod;
  readonly parameters: Fitted['parameters'];
}

export interface ChosenForecast {
  readonly method: ForecastMethod;
  readonly parameters: Fitted['parameters'];
  /** How the chosen method did over the holdout; null when nothing could be kept back. */
  readonly accuracy: Accuracy | null;
  /** Every method the history allows, best first. */
  readonly candidates: readonly Candidate[];
  /** From the bucket after the history; never less than nothing. */
  readonly forecast: readonly number[];
}

/**
 * Forecasts by the method that was nearest over the last buckets: each is fitted to the history before them and judged
 * by its mean absolute error there; of equals, the simpler. The winner is then fitted to the whole history.
 * Null without a history.
 */
export function chooseForecast(request: ForecastRequest): ChosenForecast | null {
  const { history, season, horizon } = request;
  if (history.length === 0) return null;
  const candidates = judged(request);
  const method = request.method ?? candidates[0]?.method ?? 'MOVING_AVERAGE';
  const fitted = fit(method, history, season) ?? fit('MOVING_AVERAGE', history, season);
  if (!fitted) return null;
  return {
    method: fitted.method,
    parameters: fitted.parameters,
    accuracy: candidates.find((candidate) => candidate.method === fitted.method) ?? null,
    candidates,
    forecast: expected(fitted, horizon),
  };
}

function judged({ history, season, holdout }: ForecastRequest): Candidate[] {
  const kept = Math.min(holdout, Math.floor(history.length / 2));
  if (kept === 0) return [];
  const [before, after] = [history.slice(0, -kept), history.slice(-kept)];
  return FORECAST_METHODS.flatMap((method): Candidate[] => {
    const fitted = fit(method, before, season);
    if (!fitted) return [];
    const { parameters } = fitted;
    // Without a whole season behind it, the naive forecast is the bucket before.
    const period = before.length > season ? season : 1;
    return [{ method, parameters, ...accuracy(after, expected(fitted, kept), before, period) }];
  }).sort((a, b) => a.mae - b.mae);
}

const expected = (fitted: Fitted, horizon: number): number[] =>
  Array.from({ length: horizon }, (_, place) => Math.max(0, fitted.expects(place + 1)));
