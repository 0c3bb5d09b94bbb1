import { getNamedType, getNullableType, isListType, isObjectType } from 'graphql';
import type { Work } from '../db/work.ts';
import { onceOnly, onceOnlyAlone, TakenBefore } from '../db/idempotency.ts';
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
export async function act<P>(context: Context, info: ReadInfo, { input = {}, show = {}, ...doing }: Act): Promise<P> {
  try {
    const { work, outcome, isRepeat } = await outcomeOf(context, info, input, doing.work);
    const shown = await showing(context, work, info, show, outcome);
    const beside = isRepeat ? {} : doing.beside?.();
    return { ...outcome, ...shown, ...beside, userErrors: [] } as unknown as P;
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    if (!context.hasSeveralActs) context.refuse();
    return { ...emptyLists(info), userErrors: [toUserError(refusal, context.actor.locale)] } as AnyPayload as P;
  }
}

interface Done {
  readonly work: Work;
  readonly outcome: Outcome;
  readonly isRepeat: boolean;
}

async function outcomeOf(context: Context, info: ReadInfo, input: object, run: Act['work']): Promise<Done> {
  const work = await context.work();
  const name = info.fieldName;
  if (context.hasSeveralActs) {
    const { answer, isRepeat } = await work.guarded((part) => {
      part.nameAct(name);
      return onceOnly(part, name, input, () => run(part));
    });
    return { work, outcome: answer, isRepeat };
  }
  work.nameAct(name);
  try {
    const outcome = await onceOnlyAlone(work, name, input, () => run(work));
    await work.flush();
    return { work, outcome, isRepeat: false };
  } catch (error) {
    if (!(error instanceof TakenBefore)) throw error;
    const again = await context.anew();
    again.nameAct(name);
    return { work: again, outcome: await error.earlier<Outcome>(again), isRepeat: true };
  }
}

/** What a payload owes even when nothing was done: its lists, empty. */
function emptyLists(info: ReadInfo): Record<string, never[]> {
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) return {};
  const lists = Object.values(type.getFields()).filter((field) => isListType(getNullableType(field.type)));
  return Object.fromEntries(lists.map((field) => [field.name, []]));
}
