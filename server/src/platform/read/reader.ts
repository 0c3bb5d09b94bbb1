import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import type { Actor } from '../access/actor.ts';
import type { CodeField } from './code-answer.ts';
import { rowsLayout, textLayout, type Layout } from './layout.ts';
import { setsOf } from './selection.ts';
import type { Shape } from './shape.ts';
import { StatementBuilder, type Slot } from './statement.ts';

/** A statement ready to run: prepared under its text, filled from the values of each request. */
export interface Plan {
  readonly text: string;
  readonly slots: readonly Slot[];
  /** Fields of a text answer that code fills in. */
  readonly codeFields: readonly CodeField[];
}

/** Where plans run: the transaction of the operation. */
export interface PlanRunner {
  readonly actor: Actor;
  /** Returns the one value the statement builds, under `data`; after the last one the transaction may end. */
  runPlan(text: string, values: unknown[], isLast?: boolean): Promise<unknown>;
}

/** An answer as Postgres wrote it: finished, but for the fields that code fills in. */
export class JsonText {
  constructor(
    readonly json: string,
    readonly codeFields: readonly CodeField[],
  ) {}
}

type Inputs = Readonly<Record<string, unknown>>;

// Plans live as long as the parsed document they were made of: trusted documents are parsed once, so planned once.
const plans = new WeakMap<object, Map<string, Plan>>();

/** What a reader is told of the field it answers: the same as a resolver, and whether finished text is wanted. */
export type ReadInfo = GraphQLResolveInfo & {
  readonly wantsText?: boolean;
  /** Whether nothing is asked of the transaction after it: so it is where a resolver hands on the one answer it read. */
  readonly isAlone?: boolean;
};

/** The plan of this field for this variant, made once per document, audience and layout. */
export function planFor(runner: PlanRunner, info: ReadInfo, key: object, variant: string, make: () => Plan): Plan {
  const name = `${runner.actor.audience} ${info.wantsText ? 'text' : 'rows'} ${variant}`;
  let variants = plans.get(key);
  if (!variants) plans.set(key, (variants = new Map<string, Plan>()));
  let plan = variants.get(name);
  if (!plan) variants.set(name, (plan = make()));
  return plan;
}

export const layoutFor = (info: ReadInfo): Layout => (info.wantsText ? textLayout(info.schema) : rowsLayout);

/** The answer of a plan: a value, or JsonText where text is wanted. */
export async function execute(runner: PlanRunner, info: ReadInfo, plan: Plan, inputs: Inputs): Promise<unknown> {
  const values = plan.slots.map((slot) => slot(inputs, info.variableValues, runner.actor));
  const answer = await runner.runPlan(plan.text, values, info.isAlone === true);
  return info.wantsText && typeof answer === 'string' ? new JsonText(answer, plan.codeFields) : answer;
}

/** The statement that answers with one JSON value; as text where nobody is going to look into it. */
export function statement(builder: StatementBuilder, json: string): Plan {
  const text = `select ${builder.layout.isText ? `(${json})::text` : json} as data`;
  return { text, slots: builder.slots, codeFields: builder.codeFields };
}

/**
 * The row `id` of `shape`, with what the document asks below `sets` (the field itself when not given), in one statement.
 * Null for an unknown id and for one the reader may not see: the two look the same.
 */
export async function readOne<T>(
  runner: PlanRunner,
  info: ReadInfo,
  shape: Shape,
  id: string,
  sets = setsOf(info),
): Promise<T | null> {
  return (await execute(runner, info, planOne(runner, info, shape, sets), { id })) as T | null;
}

/** Several rows by id, in the order of the ids; those that do not exist or may not be seen are left out. */
export async function readMany<T>(
  runner: PlanRunner,
  info: ReadInfo,
  shape: Shape,
  ids: readonly string[],
  sets = setsOf(info),
): Promise<T[]> {
  return (await execute(runner, info, planMany(runner, info, shape, sets), { ids })) as T[];
}

/** How `readOne` asks. @throws NeedsExecutor where text is wanted that no statement can finish */
export function planOne(runner: PlanRunner, info: ReadInfo, shape: Shape, sets: readonly SelectionSetNode[]): Plan {
  return planFor(runner, info, keyOf(info, sets), `one ${shape.type}`, () => {
    const builder = new StatementBuilder(runner.actor.audience, info, layoutFor(info));
    const row = builder.alias();
    const target = builder.bind((inputs) => inputs['id']);
    const columns = builder.columns(shape, row, sets);
    const rest = `from ${shape.table} ${row}${builder.joined(row)} where ${row}.id = ${target}::uuid and ${builder.visibility(shape, row)}`;
    return statement(builder, builder.record(columns, rest));
  });
}

/** How `readMany` asks. @throws NeedsExecutor where text is wanted that no statement can finish */
export function planMany(runner: PlanRunner, info: ReadInfo, shape: Shape, sets: readonly SelectionSetNode[]): Plan {
  return planFor(runner, info, keyOf(info, sets), `many ${shape.type}`, () => {
    const builder = new StatementBuilder(runner.actor.audience, info, layoutFor(info));
    const row = builder.alias();
    const wanted = builder.bind((inputs) => inputs['ids']);
    const columns = builder.columns(shape, row, sets);
    const rest = `from unnest(${wanted}::uuid[]) with ordinality w(id, place) join ${shape.table} ${row} on ${row}.id = w.id${builder.joined(row)} where ${builder.visibility(shape, row)} order by w.place`;
    return statement(builder, builder.records(columns, rest));
  });
}

const keyOf = (info: GraphQLResolveInfo, sets: readonly SelectionSetNode[]): object =>
  sets[0] ?? info.fieldNodes[0] ?? info;
