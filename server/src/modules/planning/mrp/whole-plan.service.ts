import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { toDayNumber } from '../../../kernel/calendar-date.ts';
import { toMillionths } from './amount.calc.ts';
import { StructureLoops } from './low-level-code.calc.ts';
import type { Progress, RunCounts } from './run-counts.calc.ts';
import { ruleNumber } from './mrp-items.reads.ts';
import { loadTables } from './mrp-tables.reads.ts';
import type { PlanSettings } from './plan-settings.service.ts';
import { planWriter } from './plan-writer.service.ts';
import { planApart } from './planner-thread.service.ts';
import type { ScopeKeys } from './planner-writes.calc.ts';
import { TABLES } from './planning-tables.calc.ts';
import type { ScenarioChange } from './scenario-changes.calc.ts';
import { inWhole } from './scope-join.reads.ts';
import { everything, readScope, scopeTable } from './scope.reads.ts';
import { overWholeTables } from './whole-tables.service.ts';

const STEPS = Object.keys(TABLES).length + 2;

/** Plans every item anew. */
export async function planWhole(
  work: Work,
  settings: PlanSettings,
  runId: string,
  scenarioId: string | null,
  progress: Progress,
): Promise<RunCounts> {
  let done = 0;
  const step = () => progress(++done, STEPS);
  const scope = await readScope(work, everything);
  const { horizon, siteIds } = settings;
  const changes = scenarioId ? await changesOf(work, scope, scenarioId) : [];
  const loading = { scope, planned: scope.count, join: inWhole, scenarioId, horizon, siteIds };
  const tables = await overWholeTables(work, () => loadTables(work, loading, step));
  const task = {
    tables,
    scope,
    settings: { ...settings, planned: scope.count },
    changes,
    isWhole: scenarioId === null,
  };
  const result = await planApart(({ plan }) => plan(task)).catch((error: unknown) => named(work, scope, error));
  await step();
  await planWriter.write(work, result, runId, scenarioId);
  await step();
  const { changedCount, orderCount, messageCount } = result;
  return { itemCount: scope.count, changedCount, orderCount, messageCount };
}

async function changesOf(work: Work, scope: ScopeKeys, scenarioId: string): Promise<ScenarioChange[]> {
  const { rows } = await sql<{
    place: number;
    kind: ScenarioChange['kind'];
    field: string;
    day: string;
    value: string;
    rule: number;
  }>`
    select s.place, c.kind, c.field, coalesce(c.due_on, date '1970-01-01')::text as day, c.value::text as value,
      coalesce(${ruleNumber('c.word')}, -1) as rule
    from planning_scenario_change c join ${scopeTable(scope)} s on s.item_id = c.item_id and s.site_id = c.site_id
    where c.scenario_id = ${scenarioId} and c.kind in ('ITEM', 'MPS', 'DEMAND') order by c.id`.execute(work.sql);
  return rows.map(({ day, value, ...change }) => ({ ...change, day: toDayNumber(day), value: toMillionths(value) }));
}

/** The planner knows items by number; people know them by SKU. */
async function named(work: Work, scope: ScopeKeys, error: unknown): Promise<never> {
  if (!(error instanceof StructureLoops)) throw error;
  const places = (error.params['path'] ?? '').split(' > ').map((name) => Number(name.slice(1)));
  const { rows } = await sql<{ sku: string }>`
    select i.sku from unnest(${places}::int[]) with ordinality as n(place, at)
    join ${scopeTable(scope)} s on s.place = n.place join catalog_item i on i.id = s.item_id order by n.at`.execute(
    work.sql,
  );
  throw new StructureLoops({ path: rows.map(({ sku }) => sku).join(' > ') });
}
