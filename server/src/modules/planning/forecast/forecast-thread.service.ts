import { Worker } from 'node:worker_threads';
import type { ForecastAnswers, ForecastBatch } from './forecast-batch.calc.ts';

const SCRIPT = new URL(
  import.meta.url.endsWith('.ts') ? './forecast.thread.ts' : './forecast.thread.js',
  import.meta.url,
);

/** Forecasts in a thread of its own: a search over smoothing weights takes too long for whoever asks for a page meanwhile. */
export async function forecastApart(batch: ForecastBatch): Promise<ForecastAnswers> {
  // Switches of the process, such as loaders of a test run, are not for the thread.
  const thread = new Worker(SCRIPT, { execArgv: [] });
  try {
    return await new Promise<ForecastAnswers>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', (code) => reject(new Error(`The forecast ended without an answer (${code})`)));
      thread.postMessage(batch);
    });
  } finally {
    await thread.terminate();
  }
}
