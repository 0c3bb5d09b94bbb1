import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import type { RecordHead, RecordRow } from './record.calc.ts';

/** Which item's record, and in which copy of the plan. */
export interface RecordKey {
  readonly itemId: string;
  readonly siteId: string;
  readonly scenarioId: string | null;
}

/** What the record of an item begins with; null where the item is not planned at the site. */
export async function readHead(work: Work, { itemId, siteId }: RecordKey): Promise<RecordHead | null> {
  const { rows } = await sql<RecordHead>`
    select i.sku, i.unit_code as unit, s.code as "siteCode", p.safety_stock::text as "safetyStock",
      p.demand_fence_days as "demandFenceDays", (${work.clock.now()}::timestamptz at time zone s.time_zone)::date::text as today,
      coalesce(y.bucket, 'WEEK') as bucket, coalesce(y.bucket_count, 52) as "bucketCount",
      coalesce((select sum(b.on_hand) from inventory_stock_balance b join catalog_location l on l.id = b.location_id
        where b.item_id = p.item_id and b.site_id = p.site_id and b.status in ('UNRESTRICTED', 'QUALITY')
          and l.kind in ('STORAGE', 'RECEIVING', 'QUARANTINE')), 0)::text as "onHand"
    from planning_item p join catalog_item i on i.id = p.item_id join catalog_site s on s.id = p.site_id
    left join lateral (select y.bucket, y.bucket_count from planning_policy y
      where y.site_id = p.site_id or y.site_id is null order by y.site_id is null limit 1) y on true
    where p.item_id = ${itemId} and p.site_id = ${siteId}`.execute(work.sql);
  return rows[0] ?? null;
}

/** Everything that adds to the record: demand, supply, and what planned orders of other items take, in one statement. */
export async function readRows(work: Work, { itemId, siteId, scenarioId }: RecordKey): Promise<RecordRow[]> {
  const { rows } = await sql<RecordRow>`
    with recursive key as (select ${itemId}::uuid as item_id, ${siteId}::uuid as site_id),
    uses (bill_id, parent_id, per, kept, is_lossy, valid_from, valid_to, depth) as (
      select b.id, b.item_id, c.quantity / b.base_quantity, 1 - c.scrap, c.scrap > 0, c.valid_from, c.valid_to, 1
      from key join planning_bill_component c on c.item_id = key.item_id and not c.is_phantom
      join planning_bill b on b.id = c.bill_id and (b.site_id is null or b.site_id = key.site_id)
      union all
      select b.id, b.item_id, u.per * c.quantity / b.base_quantity, u.kept * (1 - c.scrap), u.is_lossy or c.scrap > 0,
        greatest(u.valid_from, c.valid_from), least(u.valid_to, c.valid_to), u.depth + 1
      from uses u join planning_bill_component c on c.item_id = u.parent_id and c.is_phantom
      join planning_bill b on b.id = c.bill_id and (b.site_id is null or b.site_id = ${siteId}) where u.depth < 30),
    taken as (
      select 'DEPENDENT' as side, 'PlannedOrder' as type, o.id, i.sku as label, o.release_on as day, o.quantity, u.per,
        p.scrap as "parentScrap", 1 - u.kept as scrap, (i.unit_code = 'EA') as "isParentCounted", p.order_multiple as "parentMultiple"
      from uses u join planning_planned_order o on o.item_id = u.parent_id and o.site_id = ${siteId} and o.state = 'OPEN'
        and (o.scenario_id is not distinct from ${scenarioId}::uuid or (o.is_firm and o.scenario_id is null))
        and o.release_on between u.valid_from and u.valid_to
        and u.bill_id = (select b.id from planning_bill b where b.item_id = o.item_id and (b.site_id is null or b.site_id = o.site_id)
          and o.release_on between b.valid_from and b.valid_to order by b.site_id is null, b.alternate, b.created_at desc, b.id limit 1)
      join catalog_item i on i.id = o.item_id join planning_item p on p.item_id = o.item_id and p.site_id = o.site_id),
    direct as (
      select case d.kind when 'FORECAST' then 'FORECAST' else 'ORDER' end as side, 'Demand' as type, d.id,
        coalesce(nullif(d.reference, ''), d.demand_class) as label, d.due_on as day, d.quantity
      from planning_demand d join key using (item_id, site_id) where d.quantity > 0
      union all
      select 'FORECAST', 'Forecast', f.id, '', f.bucket_on, f.quantity from planning_forecast_bucket f join key using (item_id, site_id) where f.quantity > 0
      union all
      select 'ORDER', 'SalesOrder', l.id, o.number, coalesce(l.confirmed_on, l.requested_on), l.open_quantity * l.numerator / l.denominator
      from sales_order_line l join key using (item_id, site_id) join sales_order o on o.id = l.order_id where l.is_demand and l.open_quantity > 0
      union all
      select 'ISSUE', 'WorkOrder', w.id, w.number, w.start_on, c.open_quantity
      from planning_work_order_component c join key using (item_id) join planning_work_order w on w.id = c.work_order_id and w.site_id = key.site_id
      where c.is_open and w.state in ('RELEASED', 'STARTED') and c.open_quantity > 0
      union all
      select 'SCHEDULED', 'PurchaseOrder', s.id, o.number, coalesce(s.confirmed_on, s.requested_on), s.open_quantity * s.numerator / s.denominator
      from purchasing_schedule_line s join key using (item_id, site_id) join purchasing_order o on o.id = s.order_id
      where s.state = 'OPEN' and s.is_issued and s.open_quantity > 0
      union all
      select 'SCHEDULED', 'WorkOrder', w.id, w.number, w.due_on, w.open_quantity
      from planning_work_order w join key using (item_id, site_id) where w.state in ('RELEASED', 'STARTED') and w.open_quantity > 0
      union all
      select 'SCHEDULED', 'ScheduledReceipt', r.id, r.reference, r.due_on, r.quantity
      from planning_scheduled_receipt r join key using (item_id, site_id) where r.quantity > 0)
    select d.side, d.type, d.id, d.label, d.day::text, null as "releaseDay", d.quantity::text, null as per, null as "parentScrap", null as scrap,
      null::boolean as "isParentCounted", null as "parentMultiple", i.unit_code = 'EA' as "isCounted", false as "isFirm" from direct d, catalog_item i where i.id = ${itemId}
    union all
    select t.side, t.type, t.id, t.label, t.day::text, null, t.quantity::text, t.per::text, t."parentScrap"::text, t.scrap::text, t."isParentCounted",
      t."parentMultiple"::text, i.unit_code = 'EA', false from taken t, catalog_item i where i.id = ${itemId}
    union all
    select 'PLANNED', 'PlannedOrder', o.id, o.kind, o.due_on::text, o.release_on::text, o.quantity::text, null, null, null, null, null, null, o.is_firm
    from planning_planned_order o join key using (item_id, site_id)
    where o.state = 'OPEN' and (o.scenario_id is not distinct from ${scenarioId}::uuid or (o.is_firm and o.scenario_id is null))
    order by day, id`.execute(work.sql);
  return rows;
}
