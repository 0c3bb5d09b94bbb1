import { askThread, threadScript } from '../../../platform/jobs/thread.ts';
import type { ForecastAnswers, ForecastBatch } from './forecast-batch.calc.ts';

const SCRIPT = threadScript('modules/planning/forecast/forecast');

/** Forecasts in a thread of its own: a search over smoothing weights takes long. */
export const forecastApart = (batch: ForecastBatch): Promise<ForecastAnswers> => askThread(SCRIPT, batch);
