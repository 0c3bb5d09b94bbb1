import { systemActor } from '../../../platform/access/actor.ts';
import type { Work } from '../../../platform/db/work.ts';
import { addJob, type Job } from '../../../platform/jobs/worker.ts';
import { enterTask, TaskProgress } from '../../../platform/tasks/task.service.ts';
import { safetyStocks } from './safety-stocks.service.ts';

const TASK = 'planning.safety-stock';
const actor = systemActor('safety stock');

/** Asks for new proposals of safety stocks; answers the key of the task. */
export async function requestProposals(work: Work): Promise<string> {
  const taskId = await enterTask(work, { kind: TASK, title: 'ALL' });
  await addJob(work, TASK, { taskId });
  return taskId;
}

/** Works off what was asked for, and learns from each week that has ended. */
export const safetyStockJobs: readonly Job[] = [
  {
    name: TASK,
    run: async (database, { taskId }) => {
      const task = await TaskProgress.start(database, actor, String(taskId));
      if (!task) return;
      const proposalCount = await database.transact(actor, (work) => safetyStocks.recompute(work));
      await task.finish('DONE', { proposalCount });
    },
  },
  {
    name: 'planning.safety-stock-weekly',
    cron: '0 2 * * 1',
    run: async (database) => void (await database.transact(actor, (work) => safetyStocks.recompute(work))),
  },
];
