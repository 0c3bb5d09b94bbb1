import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { itemsOf } from '../mrp/mrp-items.reads.ts';
import { classNumber, linesOf, ofScenario } from '../mrp/mrp-tables.reads.ts';
import { componentsAmong, usersAmong } from '../mrp/net-change.reads.ts';
import { itemByItem } from '../mrp/scope-join.reads.ts';
import type { DrawingLine, DrawingOrder, DrawingUser } from './record-draws.calc.ts';
import type { RecordHead, RecordRow } from './record.calc.ts';

/** Which item's record, and in which copy of the plan. */
export interface RecordKey {
  readonly planningItemId: string;
  readonly scenarioId: string | null;
}

/** Something the item is made of, where it is planned. */
export interface RecordComponent {
  readonly planningItemId: string;
  readonly sku: string;
}

/** What a record is put together from: the item, all that asks for it or brings it, and the orders of its users. */
export interface RecordParts {
  readonly head: RecordHead;
  readonly rows: readonly RecordRow[];
  readonly users: readonly DrawingUser[];
  readonly lines: readonly DrawingLine[];
  readonly orders: readonly DrawingOrder[];
  readonly components: readonly RecordComponent[];
}

/** Reads what a record is made of, in one statement; null where the item is not planned at the site. */
export async function readParts(work: Work, { planningItemId, scenarioId }: RecordKey): Promise<RecordParts | null> {
  const key = sql`select p.item_id, p.site_id from planning_item p where p.id = ${planningItemId}`;
  const { rows } = await sql<{ parts: RecordParts }>`${partsOf(work.clock.now(), scenarioId, key)}`.execute(work.sql);
  return rows[0]?.parts ?? null;
}

/** The same of many items, still in one statement; in no order. */
export async function readManyParts(
  work: Work,
  planningItemIds: readonly string[],
  scenarioId: string | null,
): Promise<readonly { readonly id: string; readonly parts: RecordParts }[]> {
  const key = sql`select pi.item_id, pi.site_id`;
  const { rows } = await sql<{ id: string; parts: RecordParts }>`
    select pi.id, x.parts from planning_item pi
    cross join lateral (${partsOf(work.clock.now(), scenarioId, key)}) x
    where pi.id = any(${[...planningItemIds]}::uuid[])`.execute(work.sql);
  return rows;
}

/** `key` selects one item and site. */
function partsOf(now: Date, scenarioId: string | null, key: RawBuilder<unknown>): RawBuilder<unknown> {
  const all = (rows: RawBuilder<unknown>) => sql`(select coalesce(json_agg(q), '[]') from (${rows}) q)`;
  const scope = sql`(select * from scope)`;
  const users = sql`select i.place, i.scrap, i.multiple::text, i."isCounted" from (${itemsOf({ siteIds: [], join: itemByItem }, scope)}) i`;
  return sql`
    with key as (${key}),
    scope as (
      select s.item_id, s.site_id, (row_number() over (order by s.rank, s.item_id) - 1)::int as place
      from (select item_id, site_id, 0 as rank from key union all
            select u.item_id, u.site_id, 1 from (${usersAmong(sql`key`)}) u) s)
    select json_build_object('head', h, 'rows', ${all(rowsOf(scenarioId))}, 'users', ${all(users)},
      'lines', ${all(linesOf(scope, itemByItem))}, 'orders', ${all(drawsOf(scenarioId))}, 'components', ${all(componentsOfKey)}) as parts
    from (${headOf(now, scenarioId)}) h`;
}

const componentsOfKey = sql`
  select p.id as "planningItemId", i.sku from (${componentsAmong(sql`key`)}) c
  join planning_item p on p.item_id = c.item_id and p.site_id = c.site_id join catalog_item i on i.id = c.item_id order by i.sku`;

const overridden = (scenarioId: string | null, field: string, row: string) => sql`
  (select c.value from planning_scenario_change c where c.scenario_id = ${scenarioId}::uuid and c.kind = 'ITEM' and c.field = ${field}
    and c.item_id = ${sql.raw(row)}.item_id and c.site_id = ${sql.raw(row)}.site_id)`;

// Buckets are those of the company's policy, as a run has them.
const headOf = (now: Date, scenarioId: string | null) => sql`
  select p.item_id as "itemId", p.site_id as "siteId", i.sku, i.unit_code as unit, s.code as "siteCode", coalesce(${overridden(scenarioId, 'safety_stock', 'p')}, p.safety_stock)::text as "safetyStock",
    p.demand_fence_days as "demandFenceDays", p.scrap, coalesce(${overridden(scenarioId, 'order_multiple', 'p')}, p.order_multiple)::text as multiple, i.unit_code = 'EA' as "isCounted",
    (${now}::timestamptz at time zone coalesce(
      (select f.time_zone from catalog_site f where f.is_active order by f.code limit 1), 'UTC'))::date::text as today,
    coalesce(y.bucket, 'WEEK') as bucket, coalesce(y.bucket_count, 52) as "bucketCount",
    json_build_object('backward', coalesce(o.consume_backward, y.consume_backward, 0),
      'forward', coalesce(o.consume_forward, y.consume_forward, 0)) as consumption,
    coalesce((select sum(b.on_hand) from inventory_stock_balance b join catalog_location l on l.id = b.location_id
      where b.item_id = p.item_id and b.site_id = p.site_id and b.status in ('UNRESTRICTED', 'QUALITY')
        and l.kind in ('STORAGE', 'RECEIVING', 'QUARANTINE')), 0)::text as "onHand"
  from key join planning_item p using (item_id, site_id) join catalog_item i on i.id = p.item_id join catalog_site s on s.id = p.site_id
  left join planning_policy y on y.site_id is null
  left join planning_policy o on o.site_id = p.site_id`;

const isOfPlan = (scenarioId: string | null) =>
  sql`o.state = 'OPEN' and (${ofScenario('o', scenarioId)} or (o.is_firm and o.scenario_id is null))`;

/** The planned orders of what the item goes into. */
const drawsOf = (scenarioId: string | null) => sql`
  select s.place, o.id, i.sku as label, p.id as "planningItemId", o.release_on::text as "releaseOn", o.quantity::text, o.is_firm as "isFirm"
  from scope s join planning_planned_order o on o.item_id = s.item_id and o.site_id = s.site_id and ${isOfPlan(scenarioId)}
  join catalog_item i on i.id = o.item_id join planning_item p on p.item_id = o.item_id and p.site_id = o.site_id
  where s.place > 0 order by o.release_on, o.id`;

/** What asks for the item itself, and what brings it. */
const rowsOf = (scenarioId: string | null) => sql`
  select d.side, d.type, d.id, d.label, d.day::text, d.release_day::text as "releaseDay", d.quantity::text, d.is_firm as "isFirm", d.demand_class as "demandClass" from (
    select case d.kind when 'FORECAST' then 'FORECAST' else 'ORDER' end as side, 'Demand' as type, d.id,
      coalesce(nullif(d.reference, ''), d.demand_class) as label, d.due_on as day, null::date as release_day, d.quantity, false as is_firm, ${classNumber('d.demand_class')} as demand_class
    from planning_demand d join key using (item_id, site_id) where d.quantity > 0
    union all
    select 'FORECAST', 'Forecast', f.id, c.demand_class, f.bucket_on, null, f.quantity, false, ${classNumber('c.demand_class')}
    from planning_forecast_bucket f join key using (item_id, site_id) join planning_forecast c on c.id = f.forecast_id where f.quantity > 0
    union all
    select 'ORDER', 'Scenario', c.id, '', c.due_on, null, c.value, false, 0 from planning_scenario_change c join key using (item_id, site_id)
    where c.scenario_id = ${scenarioId}::uuid and c.kind = 'DEMAND'
    union all
    select 'ORDER', 'SalesOrder', l.id, o.number, coalesce(l.confirmed_on, l.requested_on), null, l.open_quantity * l.numerator / l.denominator, false, 0
    from sales_order_line l join key using (item_id, site_id) join sales_order o on o.id = l.order_id where l.is_demand and l.open_quantity > 0
    union all
    select 'ISSUE', 'WorkOrder', w.id, w.number, w.start_on, null, c.open_quantity, false, 0
    from planning_work_order_component c join key using (item_id) join planning_work_order w on w.id = c.work_order_id and w.site_id = key.site_id
    where c.is_open and w.state in ('RELEASED', 'STARTED') and c.open_quantity > 0
    union all
    select 'SCHEDULED', 'PurchaseOrder', s.id, o.number, coalesce(s.confirmed_on, s.requested_on), null, s.open_quantity * s.numerator / s.denominator, false, 0
    from purchasing_schedule_line s join key using (item_id, site_id) join purchasing_order o on o.id = s.order_id
    where s.state = 'OPEN' and s.is_issued and s.open_quantity > 0
    union all
    select 'SCHEDULED', 'WorkOrder', w.id, w.number, w.due_on, null, w.open_quantity, false, 0
    from planning_work_order w join key using (item_id, site_id) where w.state in ('RELEASED', 'STARTED') and w.open_quantity > 0
    union all
    select 'SCHEDULED', 'ScheduledReceipt', r.id, r.reference, r.due_on, null, r.quantity, false, 0
    from planning_scheduled_receipt r join key using (item_id, site_id) where r.quantity > 0
    union all
    select 'PLANNED', 'PlannedOrder', o.id, o.kind, o.due_on, o.release_on, o.quantity, o.is_firm, 0
    from planning_planned_order o join key using (item_id, site_id) where ${isOfPlan(scenarioId)}) d
  order by d.day, d.id`;
