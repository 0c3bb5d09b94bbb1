import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import type { Actor } from '../access/actor.ts';
import { setsOf } from './selection.ts';
import type { Shape } from './shape.ts';
import { StatementBuilder, type Slot } from './statement.ts';

/** A statement ready to run: prepared under its text, filled from the values of each request. */
export interface Plan {
  readonly text: string;
  readonly slots: readonly Slot[];
}

/** Where plans run: the transaction of the operation. Returns the one JSON value the statement builds. */
export interface PlanRunner {
  readonly actor: Actor;
  runPlan(text: string, values: unknown[]): Promise<unknown>;
}

type Inputs = Readonly<Record<string, unknown>>;

// Plans live as long as the parsed document they were made of: trusted documents are parsed once, so planned once.
const plans = new WeakMap<SelectionSetNode | object, Map<string, Plan>>();

/** The plan of this field for this variant, made once per document and audience. */
export function planFor(key: object, variant: string, make: () => Plan): Plan {
  let variants = plans.get(key);
  if (!variants) plans.set(key, (variants = new Map()));
  let plan = variants.get(variant);
  if (!plan) variants.set(variant, (plan = make()));
  return plan;
}

export function execute(runner: PlanRunner, plan: Plan, inputs: Inputs, variables: Inputs): Promise<unknown> {
  return runner.runPlan(
    plan.text,
    plan.slots.map((slot) => slot(inputs, variables, runner.actor)),
  );
}

/**
 * The row `id` of `shape`, with what the document asks below `sets` (the field itself when not given), in one statement.
 * Null for an unknown id and for one the reader may not see: the two look the same.
 */
export async function readOne<T>(
  runner: PlanRunner,
  info: GraphQLResolveInfo,
  shape: Shape,
  id: string,
  sets = setsOf(info),
): Promise<T | null> {
  const key = sets[0] ?? info.fieldNodes;
  const plan = planFor(key, `one ${shape.type} ${runner.actor.audience}`, () => {
    const builder = new StatementBuilder(runner.actor.audience, info);
    const row = builder.alias();
    const target = builder.bind((inputs) => inputs['id']);
    const columns = builder.columns(shape, row, sets);
    const rest = `from ${shape.table} ${row} where ${row}.id = ${target}::uuid and ${builder.visibility(shape, row)}`;
    return { text: `select ${builder.record(columns, rest)} as data`, slots: builder.slots };
  });
  return (await execute(runner, plan, { id }, info.variableValues)) as T | null;
}

/** Several rows by id, in the order of the ids; those that do not exist or may not be seen are left out. */
export async function readMany<T>(
  runner: PlanRunner,
  info: GraphQLResolveInfo,
  shape: Shape,
  ids: readonly string[],
  sets = setsOf(info),
): Promise<T[]> {
  const plan = planFor(sets[0] ?? info.fieldNodes, `many ${shape.type} ${runner.actor.audience}`, () => {
    const builder = new StatementBuilder(runner.actor.audience, info);
    const row = builder.alias();
    const wanted = builder.bind((inputs) => inputs['ids']);
    const columns = builder.columns(shape, row, sets);
    const rest = `from unnest(${wanted}::uuid[]) with ordinality w(id, place) join ${shape.table} ${row} on ${row}.id = w.id where ${builder.visibility(shape, row)} order by w.place`;
    return { text: `select ${builder.records(columns, rest)} as data`, slots: builder.slots };
  });
  return (await execute(runner, plan, { ids }, info.variableValues)) as T[];
}
