import { parentPort } from 'node:worker_threads';
import { DomainError } from '../../../kernel/domain-error.ts';
import { runPlanner, type PlannerTask } from './planner.calc.ts';

/** The planner in a thread of its own: one task, one answer, and what was refused as plain data. */
parentPort?.once('message', (task: PlannerTask) => {
  try {
    parentPort?.postMessage({ result: runPlanner(task) });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    parentPort?.postMessage({ refusal: { code: error.code, params: error.params } });
  }
});
