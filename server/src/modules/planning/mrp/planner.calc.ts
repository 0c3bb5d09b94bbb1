import { actionMessages, type Tolerances } from './action-messages.calc.ts';
import { planRequirements } from './mrp-kernel.calc.ts';
import { orderDifference } from './order-difference.calc.ts';
import { unpack } from './packed-rows.calc.ts';
import { plannerInput, type PlannerSettings } from './planner-input.calc.ts';
import { levelWrites, messageWrites, orderWrites, type PlannerWrites, type ScopeKeys } from './planner-writes.calc.ts';
import { TABLES, type PackedTables, type Tables } from './planning-tables.calc.ts';
import { withinCapacity } from './supplier-capacity.calc.ts';
import { applyChanges, type ScenarioChange } from './scenario-changes.calc.ts';

export interface PlannerTask {
  readonly tables: PackedTables;
  readonly scope: ScopeKeys;
  readonly settings: PlannerSettings & { readonly tolerances: readonly Tolerances[] };
  /** What a scenario says differently. */
  readonly changes: readonly ScenarioChange[];
  /** Whether every item is there, so that levels can be told. */
  readonly isWhole: boolean;
}

export interface PlannerResult extends PlannerWrites {
  readonly orderCount: number;
  readonly messageCount: number;
  readonly changedCount: number;
  /** Places whose orders changed: what their components are asked changes too. */
  readonly changed: readonly number[];
}

/** From the tables of a run to what must be written: unpack, plan, compare, tell. Touches nothing but its arguments. */
export function runPlanner({ tables: packed, scope, settings, changes, isWhole }: PlannerTask): PlannerResult {
  const tables = applyChanges(unpackAll(packed), changes, settings.horizon);
  const input = plannerInput(tables, settings);
  const required = planRequirements(input, (place) => `#${place}`);
  const plan = { ...required, orders: withinCapacity(required.orders, tables, input, settings.horizon) };
  const difference = orderDifference(input, plan.orders, tables.orders, tables, settings.planned);
  const messages = actionMessages(tables, input, plan, difference.orders, settings);
  const writes = {
    ...orderWrites(difference, tables.orders, scope),
    ...messageWrites(messages, tables.messages, scope, settings.planned),
    levels: isWhole ? levelWrites(plan.level, tables.items) : [],
  };
  return {
    ...writes,
    orderCount: plan.orders.count,
    messageCount: messages.length,
    changedCount:
      difference.inserted.length + difference.updated.length + difference.deleted.length + messageRows(writes),
    changed: [...difference.changed],
  };
}

function unpackAll(packed: PackedTables): Tables {
  return Object.fromEntries(
    Object.entries(TABLES).map(([name, layout]) => [name, unpack(layout, packed[name as keyof PackedTables])]),
  ) as unknown as Tables;
}

/** A binary array tells its length in the fourth word; an empty one is not written. */
function messageRows(writes: Pick<PlannerWrites, 'insertedMessages' | 'updatedMessages' | 'endedMessages'>): number {
  return [...writes.insertedMessages, ...writes.updatedMessages, ...writes.endedMessages].reduce((sum, { id }) => {
    const bytes = id!;
    return sum + new DataView(bytes.buffer, bytes.byteOffset).getInt32(12);
  }, 0);
}
