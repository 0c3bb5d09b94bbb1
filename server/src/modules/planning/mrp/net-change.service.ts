import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import type { Progress, RunCounts } from './run-counts.calc.ts';
import { loadTables } from './mrp-tables.reads.ts';
import { componentsOf, markedItems, usersOf, type LevelledItem } from './net-change.reads.ts';
import type { PlanSettings } from './plan-settings.service.ts';
import { planWriter } from './plan-writer.service.ts';
import { planApart, type Planner } from './planner-thread.service.ts';
import type { ScopeKeys } from './planner-writes.calc.ts';
import { itemByItem } from './scope-join.reads.ts';
import { joinScopes } from './scope.reads.ts';

/**
 * Plans only what changed, and what that changes: level by level, the items that were marked and the components of items
 * whose orders came out differently. Each is netted as in a whole run, because what its users take is read off their
 * orders, which stand by then.
 */
export async function netChange(
  work: Work,
  settings: PlanSettings,
  runId: string,
  marks: string,
  progress: Progress,
): Promise<RunCounts> {
  await keepingPlans(work);
  const waiting = new Map<string, LevelledItem>();
  const add = (items: readonly LevelledItem[]) => items.forEach((item) => waiting.set(item.key, item));
  add(await markedItems(work, marks));
  return planApart((planner) => plan(planner, { itemCount: 0, changedCount: 0, orderCount: 0, messageCount: 0 }));

  // One level after the other: each must see the orders of the one above.
  async function plan(planner: Planner, counts: RunCounts): Promise<RunCounts> {
    if (waiting.size === 0) return counts;
    const level = Math.min(...[...waiting.values()].map((item) => item.level));
    const now = [...waiting.values()].filter((item) => item.level === level);
    for (const { key } of now) waiting.delete(key);
    const result = await planLevel(work, settings, runId, planner, scopeOf(now));
    if (result.changed.length > 0) add(await componentsOf(work, scopeOf(result.changed.map((place) => now[place]!))));
    await progress(counts.itemCount + now.length, counts.itemCount + now.length + waiting.size);
    return plan(planner, {
      itemCount: counts.itemCount + now.length,
      changedCount: counts.changedCount + result.changedCount,
      orderCount: counts.orderCount + result.orderCount,
      messageCount: counts.messageCount + result.messageCount,
    });
  }
}

/** The statements of each level are the same, and say how they are to be answered: one plan of each does for all. */
const keepingPlans = (work: Work) =>
  sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`.execute(work.sql);

async function planLevel(work: Work, settings: PlanSettings, runId: string, planner: Planner, own: ScopeKeys) {
  const { horizon, siteIds } = settings;
  const scope = joinScopes(own, await usersOf(work, own));
  const planned = own.item.length / 16;
  const loading = { scope, planned, join: itemByItem, scenarioId: null, horizon, siteIds };
  const tables = await loadTables(work, loading, () => Promise.resolve());
  const result = await planner.plan({ tables, scope, settings: { ...settings, planned }, changes: [], isWhole: false });
  await planWriter.write(work, result, runId, null);
  return result;
}

function scopeOf(items: readonly LevelledItem[]): ScopeKeys {
  return {
    item: new Uint8Array(Buffer.concat(items.map(({ item }) => item))),
    site: new Uint8Array(Buffer.concat(items.map(({ site }) => site))),
  };
}
