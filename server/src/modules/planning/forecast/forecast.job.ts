import { systemActor } from '../../../platform/access/actor.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { addJob, type Job } from '../../../platform/jobs/worker.ts';
import { enterTask, TaskProgress } from '../../../platform/tasks/task.service.ts';
import type { HistoryQuestion } from './demand-history.reads.ts';
import { keepForecasts } from './forecast-writes.service.ts';
import { forecasts } from './forecasts.service.ts';

const TASK = 'planning.forecast';
const actor = systemActor('forecasting');
/** So many items at a time, that progress is seen and a statement stays of a size. */
const CHUNK = 50;

/** Asks for forecasts of one item at a site, or of all; answers the key of the task. */
export async function requestForecast(work: Work, only: HistoryQuestion['only'], title: string): Promise<string> {
  const taskId = await enterTask(work, { kind: TASK, title, input: { only } });
  await addJob(work, TASK, { taskId });
  return taskId;
}

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

/** Works off what was asked for, and learns from each week that has ended. */
export const forecastJobs: readonly Job[] = [
  {
    name: TASK,
    run: async (database, { taskId }) => {
      const task = await TaskProgress.start(database, actor, String(taskId));
      if (!task) return;
      const { only } = task.task.input as { only: HistoryQuestion['only'] };
      const forecastCount = await recomputeForecasts(database, only, (done, total) => task.progress(done, total));
      await task.finish('DONE', { forecastCount });
    },
  },
  {
    name: 'planning.forecast-weekly',
    cron: '30 1 * * 1',
    run: async (database) => void (await recomputeForecasts(database)),
  },
];
