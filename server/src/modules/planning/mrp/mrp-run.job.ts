import { systemActor } from '../../../platform/access/actor.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Work } from '../../../platform/db/work.ts';
import { addJob, type Job } from '../../../platform/jobs/worker.ts';
import { enterTask, TaskProgress } from '../../../platform/tasks/task.service.ts';
import { mrpRuns, type MrpRequest, type RunKind } from './mrp-run.service.ts';

const TASK = 'planning.run';

/** Asks for a run: it is a task, with progress, that a job works off. Answers the key of the task. */
export async function requestRun(work: Work, { kind, scenarioId = null }: MrpRequest, title: string): Promise<string> {
  const taskId = await enterTask(work, { kind: TASK, title, input: { kind, scenarioId } });
  await addJob(work, TASK, { taskId });
  return taskId;
}

const actor = systemActor('planning');

/** Works off a requested run, and every night plans everything anew: buckets move on even where nothing happens. */
export const mrpRunJobs: readonly Job[] = [
  {
    name: TASK,
    run: async (database, { taskId }) => {
      const task = await TaskProgress.start(database, actor, String(taskId));
      if (!task) return;
      const { kind, scenarioId } = task.task.input as { kind: RunKind; scenarioId: string | null };
      const done = await mrpRuns
        .run(database, actor, { kind, scenarioId }, (step, total) => task.progress(step, total))
        .catch((error: unknown) => {
          if (error instanceof DomainError) return error;
          throw error;
        });
      if (done instanceof DomainError) {
        await task.report([{ severity: 'ERROR', file: null, line: null, field: null, message: done.message }]);
        await task.finish('FAILED', { code: done.code });
      } else await task.finish('DONE', done);
    },
  },
  {
    name: 'planning.nightly',
    cron: '20 2 * * *',
    run: async (database) => void (await mrpRuns.run(database, actor, { kind: 'REGENERATIVE' })),
  },
];
