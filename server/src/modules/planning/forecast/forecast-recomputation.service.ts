import { inOrder } from '../../../kernel/in-order.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { HistoryQuestion } from './demand-history.reads.ts';
import { keepForecasts } from './forecast-writes.service.ts';
import { forecasts } from './forecasts.service.ts';

const actor = systemActor('forecasting');
/** So many items at a time, that progress is seen and a statement stays of a size. */
const CHUNK = 50;

/** Computes forecasts anew, chunk by chunk; answers how many. */
export async function recomputeForecasts(
  database: Database,
  only: HistoryQuestion['only'] = null,
  progress: (done: number, total: number) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const task = await database.transact(actor, (work) => forecasts.gather(work, only), 'read');
  const total = task.histories.length;
  const chunks = Array.from({ length: Math.ceil(total / CHUNK) }, (_, place) => place * CHUNK);
  const kept = await inOrder(chunks, async (start) => {
    const computed = await forecasts.compute({ ...task, histories: task.histories.slice(start, start + CHUNK) });
    const count = await database.transact(actor, (work) => keepForecasts(work, computed));
    await progress(Math.min(total, start + CHUNK), total);
    return count;
  });
  return kept.reduce((sum, count) => sum + count, 0);
}
