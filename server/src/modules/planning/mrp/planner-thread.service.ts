import { Thread, threadScript } from '../../../platform/jobs/thread.ts';
import { StructureLoops } from './low-level-code.calc.ts';
import { runPlanner, type PlannerResult, type PlannerTask } from './planner.calc.ts';

type Answer =
  | { readonly result: PlannerResult }
  | { readonly refusal: { readonly code: string; readonly params: { readonly path: string } } };

const SCRIPT = threadScript('modules/planning/mrp/planner');

/** What is planned in milliseconds is not worth a thread. */
const SMALL = 4 * 1024 * 1024;

/** The planner of one run. */
export interface Planner {
  /** @throws StructureLoops */
  readonly plan: (task: PlannerTask) => Promise<PlannerResult>;
}

/**
 * Hands a run its planner, which plans in a thread of its own unless there is little to do, so that whoever asks for a
 * page meanwhile does not wait for a hundred thousand items. A run of many steps starts the thread once.
 */
export async function planApart<T>(run: (planner: Planner) => Promise<T>): Promise<T> {
  const thread = new Thread(SCRIPT);
  const plan = async (task: PlannerTask): Promise<PlannerResult> => {
    const size = columnsOf(task).reduce((sum, { length }) => sum + length, 0);
    return size < SMALL ? runPlanner(task) : inThread(thread, task);
  };
  try {
    return await run({ plan });
  } finally {
    await thread.end();
  }
}

const columnsOf = ({ tables }: PlannerTask): Uint8Array[] =>
  Object.values(tables).flatMap((pieces) => pieces.flatMap((piece) => Object.values(piece)));

const buffersOf = (columns: readonly Uint8Array[]): ArrayBuffer[] => [
  ...new Set(columns.map(({ buffer }) => buffer as ArrayBuffer)),
];

async function inThread(thread: Thread, task: PlannerTask): Promise<PlannerResult> {
  const answer = await thread.ask<Answer>(task, buffersOf(columnsOf(task)));
  if ('refusal' in answer) throw new StructureLoops({ path: answer.refusal.params.path });
  return answer.result;
}
