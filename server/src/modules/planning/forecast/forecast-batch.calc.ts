import { chooseForecast, type ChosenForecast, type ForecastRequest } from './forecast-choice.calc.ts';

export type ForecastBatch = readonly ForecastRequest[];
export type ForecastAnswers = readonly (ChosenForecast | null)[];

/** Forecasts many histories, in their order. */
export function forecastAll(batch: ForecastBatch): ForecastAnswers {
  return batch.map(chooseForecast);
}
