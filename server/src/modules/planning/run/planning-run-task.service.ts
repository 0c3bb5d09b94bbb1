import { systemActor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { addJob, type Job } from '../../../platform/jobs/worker.ts';
import { enterTask, TaskProgress } from '../../../platform/tasks/task.service.ts';
import { mrpRuns, type RunKind } from '../mrp/mrp-run.service.ts';

const RUN_JOB = 'planning_run';

interface Asked {
  readonly kind: RunKind;
  readonly scenarioId: string | null;
}

/** Asks for a run; its task tells how far it is, and ends with what it found. */
export async function startRun(work: Work, asked: Asked): Promise<string> {
  const taskId = await enterTask(work, { kind: 'PLANNING_RUN', title: asked.kind, input: asked });
  await addJob(work, RUN_JOB, { taskId }, `planning run ${taskId}`);
  return taskId;
}

/** Runs what was asked for, under the id of its task. */
export async function runPlanningTask(database: Database, { taskId }: Record<string, unknown>): Promise<void> {
  const actor = systemActor('planning run');
  const progress = await TaskProgress.start(database, actor, String(taskId));
  if (!progress) return;
  const { kind, scenarioId } = progress.task.input as unknown as Asked;
  try {
    const summary = await mrpRuns.run(database, actor, { kind, scenarioId }, (done, total) =>
      progress.progress(done, total),
    );
    await progress.finish('DONE', summary);
  } catch (error) {
    await progress.finish('FAILED', {});
    throw error;
  }
}

/** A run when somebody asks for one, and every night: whatever changed since is planned for the morning. */
export const planningJobs: readonly Job[] = [
  { name: RUN_JOB, run: runPlanningTask },
  {
    name: 'planning_nightly',
    cron: '10 3 * * *',
    run: async (database) => {
      await mrpRuns.run(database, systemActor('planning run'), { kind: 'NET_CHANGE' });
    },
  },
];
