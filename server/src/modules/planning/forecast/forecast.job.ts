import { systemActor } from '../../../platform/access/actor.ts';
import type { Work } from '../../../platform/db/work.ts';
import { addJob, type Job } from '../../../platform/jobs/worker.ts';
import { enterTask, TaskProgress } from '../../../platform/tasks/task.service.ts';
import type { HistoryQuestion } from './demand-history.reads.ts';
import { recomputeForecasts } from './forecast-recomputation.service.ts';

const TASK = 'planning.forecast';
const actor = systemActor('forecasting');
/** Asks for forecasts of one item at a site, or of all; answers the key of the task. */
export async function requestForecast(work: Work, only: HistoryQuestion['only'], title: string): Promise<string> {
  const taskId = await enterTask(work, { kind: TASK, title, input: { only } });
  await addJob(work, TASK, { taskId });
  return taskId;
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
