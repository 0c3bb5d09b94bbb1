import { parentPort } from 'node:worker_threads';
import { forecastAll, type ForecastBatch } from './forecast-batch.calc.ts';

/** Forecasts in a thread of its own: one batch, one answer. */
parentPort?.once('message', (batch: ForecastBatch) => parentPort?.postMessage(forecastAll(batch)));
