import { sql, type RawBuilder } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';
import { validBill, validRouting } from '../bill/valid-bill.policy.ts';
import type { CapabilityRows } from './capability-rows.calc.ts';

export interface CapabilityQuestion {
  readonly siteId: string;
  readonly itemIds: readonly string[];
  readonly today: CalendarDate;
}

/** All below the items by the bills of today, with what is here, on its way and promised, in one statement. */
export async function capabilityRows(work: Work, question: CapabilityQuestion): Promise<CapabilityRows> {
  const all = (rows: RawBuilder<unknown>) => sql`(select coalesce(json_agg(q), '[]') from (${rows}) q)`;
  const { rows } = await sql<{ parts: CapabilityRows }>`
    with recursive asked (site_id, day) as (select ${question.siteId}::uuid, ${question.today}::date),
    line (parent, child, per, scrap, is_phantom) as (
      select null::uuid, unnest(${[...question.itemIds]}::uuid[]), 1::float8, 0::float8, false
      union
      select l.child, k.item_id, (k.quantity / b.base_quantity)::float8, k.scrap::float8, k.is_phantom
      from line l join asked a on true
      join planning_bill b on b.id = ${sql.raw(validBill('l.child', 'a.site_id', 'a.day'))}
      join planning_bill_component k on k.bill_id = b.id and a.day between k.valid_from and k.valid_to),
    item (item_id, site_id, day) as (select distinct l.child, a.site_id, a.day from line l join asked a on true)
    select json_build_object('items', ${all(itemRows)}, 'operations', ${all(operationRows)}, 'supplies', ${all(supplyRows)},
      'loads', ${all(loadRows)},
      'lines', ${all(sql`select parent, child, per, scrap, is_phantom as "isPhantom" from line where parent is not null`)}) as parts`.execute(
    work.sql,
  );
  return rows[0]!.parts;
}

// All that is open counts, whatever its day: it was promised before what is asked now.
const itemRows = sql`
  select s.item_id as id, i.sku, i.supply = 'MAKE' as "isMade", coalesce(p.lead_time, t.lead_time_days, i.lead_time_days) as "leadTime",
    p.lead_time is not null and p.lead_time_unit = 'WEEK' as "isInWeeks", coalesce(p.scrap, 0)::float8 as scrap,
    coalesce(p.minimum_quantity, 0)::float8 as minimum,
    coalesce(p.order_multiple, case p.lot_rule when 'FIXED' then p.lot_size end, 0)::float8 as multiple, i.unit_code = 'EA' as "isCounted",
    coalesce((select sum(d.open_quantity * d.numerator / d.denominator) from sales_order_line d
        where d.item_id = s.item_id and d.site_id = s.site_id and d.is_demand and d.open_quantity > 0), 0)::float8
      + coalesce((select sum(d.quantity) from planning_demand d
        where d.item_id = s.item_id and d.site_id = s.site_id and d.kind = 'FIRM'), 0)::float8
      + coalesce((select sum(d.open_quantity) from planning_work_order_component d join planning_work_order w on w.id = d.work_order_id
        where d.item_id = s.item_id and d.is_open and w.site_id = s.site_id and w.state in ('RELEASED', 'STARTED')), 0)::float8 as promised
  from item s join catalog_item i on i.id = s.item_id
  left join planning_item p on p.item_id = s.item_id and p.site_id = s.site_id
  left join lateral (select t.lead_time_days from catalog_supplier_item t where t.item_id = s.item_id and t.is_active
    order by t.is_preferred desc, t.supplier_id limit 1) t on true`;

const operationRows = sql`
  select s.item_id as "itemId", o.work_centre_id as "centreId", o.setup_hours::float8 as "setupHours", o.run_hours::float8 as "runHours"
  from item s join planning_operation o on o.routing_id = ${sql.raw(validRouting('s.item_id', 's.site_id', 's.day'))}
  order by s.item_id, o.operation_no`;

const supplyRows = sql`
  select s.item_id as "itemId", s.day as on, sum(b.on_hand)::float8 as quantity
  from item s join inventory_stock_balance b on b.item_id = s.item_id and b.site_id = s.site_id and b.status = 'UNRESTRICTED'
  join catalog_location l on l.id = b.location_id and l.kind in ('STORAGE', 'RECEIVING') group by 1, 2
  union all
  select s.item_id, greatest(coalesce(d.confirmed_on, d.requested_on), s.day), (d.open_quantity * d.numerator / d.denominator)::float8
  from item s join purchasing_schedule_line d on d.item_id = s.item_id and d.site_id = s.site_id
  where d.state = 'OPEN' and d.is_issued and d.open_quantity > 0
  union all
  select s.item_id, greatest(d.due_on, s.day), d.open_quantity::float8
  from item s join planning_work_order d on d.item_id = s.item_id and d.site_id = s.site_id
  where d.state in ('RELEASED', 'STARTED') and d.open_quantity > 0
  union all
  select s.item_id, greatest(d.due_on, s.day), d.quantity::float8
  from item s join planning_scheduled_receipt d on d.item_id = s.item_id and d.site_id = s.site_id where d.quantity > 0`;

// What runs plan is planned anew around a promise; what a person firmed is not.
const loadRows = sql`
  select p.work_centre_id as "centreId", o.start_on as on, sum(p.setup_hours + p.run_hours * o.quantity)::float8 as hours
  from (
    select w.item_id, w.site_id, case w.state when 'PLANNED' then w.quantity else w.open_quantity end as quantity, w.start_on, w.routing_id
    from planning_work_order w where w.state in ('PLANNED', 'RELEASED', 'STARTED')
    union all
    select o.item_id, o.site_id, o.quantity, o.release_on, null
    from planning_planned_order o where o.kind = 'MAKE' and o.state = 'OPEN' and o.is_firm and o.scenario_id is null) o
  join asked a on a.site_id = o.site_id
  join planning_operation p on p.routing_id = coalesce(o.routing_id, ${sql.raw(validRouting('o.item_id', 'o.site_id', 'o.start_on'))})
  where o.quantity > 0 group by 1, 2 order by 2, 1`;
