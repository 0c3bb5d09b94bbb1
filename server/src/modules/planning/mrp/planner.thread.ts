import { parentPort } from 'node:worker_threads';
import { DomainError } from '../../../kernel/domain-error.ts';
import { runPlanner, type PlannerResult, type PlannerTask } from './planner.calc.ts';

/** The planner in a thread of its own: an answer to each task, and what was refused as plain data. */
parentPort?.on('message', (task: PlannerTask) => {
  try {
    const result = runPlanner(task);
    parentPort?.postMessage({ result }, writtenBy(result));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    parentPort?.postMessage({ refusal: { code: error.code, params: error.params } });
  }
});

/** The memory of what is to be written, to be handed over instead of copied. */
function writtenBy(result: PlannerResult): ArrayBuffer[] {
  const { insertedOrders, updatedOrders, deletedOrders, insertedMessages, updatedMessages, endedMessages } = result;
  const orders = [...insertedOrders, ...updatedOrders, ...deletedOrders];
  const messages = [...insertedMessages, ...updatedMessages, ...endedMessages];
  const pieces = [...orders, ...messages, ...result.levels];
  return [...new Set(pieces.flatMap((piece) => Object.values(piece)).map(({ buffer }) => buffer as ArrayBuffer))];
}
