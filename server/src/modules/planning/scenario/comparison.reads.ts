import { sql } from 'kysely';
import { toGlobalId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { ComparisonRowType, ComparisonType } from './comparison.types.ts';

const MOST = 200;

/**
 * Sets each item's orders in the scenario beside those of the plan that holds, both in the order of their days: what
 * one side lacks is added or removed, another day is a move, another quantity on the same day another size. Firm orders
 * of the plan stand in the scenario too and are no difference. One statement.
 */
export async function readComparison(work: Work, scenarioId: string): Promise<ComparisonType | null> {
  const { rows } = await sql<{ found: ComparisonType | null }>`
    with orders as (
      select o.item_id, o.site_id, o.scenario_id is not null as is_scenario, o.quantity, o.due_on, o.release_on,
        coalesce(p.order_cost, 0) as cost, p.id as planning_item_id,
        row_number() over (partition by o.scenario_id, o.item_id, o.site_id order by o.due_on, o.release_on, o.id) as nth
      from planning_planned_order o join planning_item p on p.item_id = o.item_id and p.site_id = o.site_id
      where o.state = 'OPEN' and not o.is_firm and (o.scenario_id is null or o.scenario_id = ${scenarioId}::uuid)),
    pairs as (
      select coalesce(a.planning_item_id, b.planning_item_id) as planning_item_id, coalesce(a.item_id, b.item_id) as item_id,
        coalesce(a.site_id, b.site_id) as site_id, a.quantity as plan_quantity, a.due_on as plan_due, b.quantity as scenario_quantity,
        b.due_on as scenario_due,
        case when a.nth is null then 'ADDED' when b.nth is null then 'REMOVED' when a.due_on <> b.due_on then 'MOVED' else 'RESIZED' end as kind
      from (select * from orders where not is_scenario) a
      full join (select * from orders where is_scenario) b on b.item_id = a.item_id and b.site_id = a.site_id and b.nth = a.nth
      where a.nth is null or b.nth is null or a.due_on <> b.due_on or a.quantity <> b.quantity),
    shown as (
      select r.kind, r.planning_item_id as "planningItemId", i.sku, s.code as "siteCode", i.unit_code as unit,
        trim_scale(r.plan_quantity)::text as "planQuantity", r.plan_due::text as "planDueOn",
        trim_scale(r.scenario_quantity)::text as "scenarioQuantity", r.scenario_due::text as "scenarioDueOn"
      from pairs r join catalog_item i on i.id = r.item_id join catalog_site s on s.id = r.site_id
      order by i.sku, s.code, least(r.plan_due, r.scenario_due), r.kind limit ${MOST}),
    side as (
      select is_scenario, count(*)::int as "orderCount", (count(*) filter (where release_on < ${work.clock.now()}::date))::int as "lateCount",
        trim_scale(sum(cost))::text as "orderCost" from orders group by 1),
    none as (select 0 as "orderCount", 0 as "lateCount", '0' as "orderCost")
    select json_build_object(
      'plan', coalesce((select to_json(x) from (select "orderCount", "lateCount", "orderCost" from side where not is_scenario) x), to_json(none)),
      'scenario', coalesce((select to_json(x) from (select "orderCount", "lateCount", "orderCost" from side where is_scenario) x), to_json(none)),
      'addedCount', (select count(*) from pairs where kind = 'ADDED'), 'removedCount', (select count(*) from pairs where kind = 'REMOVED'),
      'movedCount', (select count(*) from pairs where kind = 'MOVED'), 'resizedCount', (select count(*) from pairs where kind = 'RESIZED'),
      'rows', (select coalesce(json_agg(shown), '[]') from shown)) as found
    from none where exists (select from planning_run r where r.scenario_id = ${scenarioId}::uuid)`.execute(work.sql);
  const found = rows[0]?.found;
  return found ? { ...found, rows: found.rows.map(withGlobalId) } : null;
}

const withGlobalId = (row: ComparisonRowType): ComparisonRowType => ({
  ...row,
  planningItemId: toGlobalId('pli', row.planningItemId),
});
