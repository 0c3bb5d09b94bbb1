import type { SelectionSetNode } from 'graphql';
import { together } from '../db/together.ts';
import type { Work } from '../db/work.ts';
import { execute, JsonText, planMany, planOne, type Plan, type ReadInfo } from '../read/reader.ts';
import { setsBelow, setsOf } from '../read/selection.ts';
import type { Shape } from '../read/shape.ts';
import { bareRow } from './bare-row.ts';
import { filled } from './code-fields.ts';
import type { Context } from './context.ts';

type Id = string | number | boolean | null | undefined | readonly string[];
type Shown = readonly [field: string, ids: Id, plan: Plan | JsonText | null];

/**
 * Reads the rows that a payload shows, by their ids. Where text is wanted, the commit travels with the statements: should
 * one fail, Postgres turns the commit into a rollback. What code fills in then asks nothing of the database.
 */
export async function showing(
  context: Context,
  work: Work,
  info: ReadInfo,
  shapes: Readonly<Record<string, Shape>>,
  ids: Readonly<Record<string, Id>>,
): Promise<Record<string, unknown>> {
  const asked = Object.entries(shapes).map(([field, shape]) => planned(work, info, field, shape, ids[field]));
  const reading = Promise.all(asked.map(([, id, plan]) => read(context, work, info, id, plan)));
  const isFinished = info.wantsText === true;
  // What trails behind the act is heard first: the rows were asked for in vain where that failed.
  const trailing = work.settled();
  const [, answers] = await together(trailing, reading, isFinished ? work.commit() : Promise.resolve());
  return Object.fromEntries(asked.map(([field], n) => [field, answers[n]]));
}

function planned(work: Work, info: ReadInfo, field: string, shape: Shape, id: Id): Shown {
  const sets: readonly SelectionSetNode[] = setsBelow(setsOf(info), [field], info);
  if (sets.length === 0 || id === null || id === undefined) return [field, id, null];
  const isPlain = info.wantsText && typeof id === 'string' && isOpen(shape, work);
  const bare = isPlain ? bareRow(shape, id, sets, info) : null;
  if (bare) return [field, id, new JsonText(bare, [])];
  return [field, id, Array.isArray(id) ? planMany(work, info, shape, sets) : planOne(work, info, shape, sets)];
}

async function read(context: Context, work: Work, info: ReadInfo, id: Id, plan: Shown[2]): Promise<unknown> {
  if (!plan) return Array.isArray(id) ? [] : null;
  if (plan instanceof JsonText) return plan;
  const answer = await execute(work, info, plan, Array.isArray(id) ? { ids: id } : { id: String(id) });
  return answer instanceof JsonText ? new JsonText(await filled(answer, context, info), []) : answer;
}

/** Whether whoever acts sees every row of a shape. */
const isOpen = ({ visible }: Shape, { actor }: Work): boolean =>
  (visible as Readonly<Record<string, unknown>>)[actor.audience] === 'all';
