import { getNamedType, getNullableType, isListType, isObjectType } from 'graphql';
import type { Work } from '../db/work.ts';
import { isWorthAnotherTry } from '../db/database-error.ts';
import { earlierAnswer, keepingAnswer, onceOnly } from '../db/idempotency.ts';
import type { ReadInfo } from '../read/reader.ts';
import type { Shape } from '../read/shape.ts';
import type { Context } from './context.ts';
import { asRefusal, toUserError, type UserErrorRow } from './errors.ts';
import { showing } from './showing.ts';

/** What a command leaves behind: ids (of rows to show) and small facts, kept as the answer to a repeated request. */
export type Outcome = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

interface Act {
  /** The input as it came; its `idempotencyKey`, where it has one, makes a repeated request harmless. */
  readonly input?: object;
  readonly work: (work: Work) => Promise<Outcome>;
  /** Which payload fields are rows to read, by the id that the outcome gives under the same name. */
  readonly show?: Readonly<Record<string, Shape>>;
  /** What the payload tells besides, once and never again: it is kept nowhere, and a repeated request is not told. */
  readonly beside?: () => Outcome;
}

type AnyPayload = Record<string, unknown> & { userErrors: UserErrorRow[] };

/**
 * One business act behind a mutation: does the work, keeps its answer under the idempotency key, names it in the audit
 * log, and reads what the payload shows in the same transaction. An expected refusal becomes `userErrors` and leaves
 * nothing behind; a fault is thrown on.
 */
export async function act<P>(context: Context, info: ReadInfo, one: Act): Promise<P> {
  try {
    const payload = await (context.hasSeveralActs ? amongOthers(context, info, one) : alone(context, info, one));
    return { ...payload, userErrors: [] } as P;
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    if (!context.hasSeveralActs) context.refuse();
    return { ...emptyLists(info), userErrors: [toUserError(refusal, context.actor.locale)] } as AnyPayload as P;
  }
}

/** One of several acts of an operation: a part of its transaction, which can be undone by itself. */
async function amongOthers(context: Context, info: ReadInfo, { input = {}, show = {}, ...doing }: Act) {
  const work = await context.work();
  const name = info.fieldName;
  const { answer, isRepeat } = await work.guarded((part) => {
    part.nameAct(name);
    return onceOnly(part, name, input, () => doing.work(part));
  });
  return { ...answer, ...(await showing(context, work, info, show, answer)), ...(isRepeat ? {} : doing.beside?.()) };
}

/** The only act of its operation. Where it fails and was done before under the same key, it answers as then. */
async function alone(context: Context, info: ReadInfo, { input = {}, show = {}, ...doing }: Act) {
  const work = await context.work();
  const name = info.fieldName;
  work.nameAct(name);
  try {
    const outcome = await keepingAnswer(work, name, input, () => doing.work(work));
    return { ...outcome, ...(await showing(context, work, info, show, outcome)), ...doing.beside?.() };
  } catch (error) {
    if (!('idempotencyKey' in input) || isWorthAnotherTry(error)) throw error;
    const again = await context.anew();
    again.nameAct(name);
    const outcome = await earlierAnswer<Outcome>(again, name, input);
    if (!outcome) throw error;
    return { ...outcome, ...(await showing(context, again, info, show, outcome)) };
  }
}

/** What a payload owes even when nothing was done: its lists, empty. */
function emptyLists(info: ReadInfo): Record<string, never[]> {
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) return {};
  const lists = Object.values(type.getFields()).filter((field) => isListType(getNullableType(field.type)));
  return Object.fromEntries(lists.map((field) => [field.name, []]));
}
