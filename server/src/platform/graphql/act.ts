import { getNamedType, getNullableType, isListType, isObjectType, type GraphQLResolveInfo } from 'graphql';
import type { Work } from '../db/work.ts';
import { onceOnly } from '../db/idempotency.ts';
import { readMany, readOne } from '../read/reader.ts';
import { setsBelow, setsOf } from '../read/selection.ts';
import type { Shape } from '../read/shape.ts';
import type { Context } from './context.ts';
import { asRefusal, toUserError, type UserErrorRow } from './errors.ts';

/** What a command leaves behind: ids (of rows to show) and small facts, kept as the answer to a repeated request. */
export type Outcome = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

interface Act {
  /** The input as it came; its `idempotencyKey`, where it has one, makes a repeated request harmless. */
  readonly input?: object;
  readonly work: (work: Work) => Promise<Outcome>;
  /** Which payload fields are rows to read, by the id that the outcome gives under the same name. */
  readonly show?: Readonly<Record<string, Shape>>;
}

type AnyPayload = Record<string, unknown> & { userErrors: UserErrorRow[] };

/**
 * One business act behind a mutation: does the work, keeps its answer under the idempotency key, names it in the audit
 * log, and reads what the payload shows in the same transaction. An expected refusal becomes `userErrors` and leaves
 * nothing behind; a fault is thrown on.
 */
export async function act<P>(
  context: Context,
  info: GraphQLResolveInfo,
  { input = {}, work, show = {} }: Act,
): Promise<P> {
  const transaction = await context.work();
  const attempt = async (): Promise<Outcome> => {
    transaction.nameAct(info.fieldName);
    const outcome = await onceOnly(transaction, info.fieldName, input, () => work(transaction));
    await transaction.em.flush();
    return outcome;
  };
  try {
    const outcome = await (context.hasSeveralActs ? transaction.guarded(attempt) : attempt());
    return (await payload(transaction, info, outcome, show)) as P;
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    if (!context.hasSeveralActs) context.refuse();
    return { ...emptyLists(info), userErrors: [toUserError(refusal, context.actor.locale)] } as P;
  }
}

/** What a payload owes even when nothing was done: its lists, empty. */
function emptyLists(info: GraphQLResolveInfo): Record<string, never[]> {
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) return {};
  const lists = Object.values(type.getFields()).filter((field) => isListType(getNullableType(field.type)));
  return Object.fromEntries(lists.map((field) => [field.name, []]));
}

async function payload(
  work: Work,
  info: GraphQLResolveInfo,
  outcome: Outcome,
  show: Readonly<Record<string, Shape>>,
): Promise<AnyPayload> {
  const answer: AnyPayload = { ...outcome, userErrors: [] };
  for (const [field, shape] of Object.entries(show))
    answer[field] = await shown(work, info, field, shape, outcome[field]);
  return answer;
}

async function shown(
  work: Work,
  info: GraphQLResolveInfo,
  field: string,
  shape: Shape,
  id: Outcome[string] | undefined,
): Promise<unknown> {
  const sets = setsBelow(setsOf(info), [field], info);
  if (sets.length === 0 || id === null || id === undefined) return Array.isArray(id) ? [] : null;
  return Array.isArray(id)
    ? readMany(work, info, shape, id, [...sets])
    : readOne(work, info, shape, String(id), [...sets]);
}
