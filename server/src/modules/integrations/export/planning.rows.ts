import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

const day = (column: string): RawBuilder<unknown> =>
  sql`nullif(nullif(${sql.ref(column)}, '-infinity'), 'infinity')::text`;
const amount = (column: string): RawBuilder<unknown> => sql`trim_scale(${sql.ref(column)})::text`;

const queries: Readonly<Record<string, RawBuilder<Record<string, unknown>>>> = {
  planning_items: sql`
    select i.sku, s.code as site, p.lot_rule, ${amount('p.lot_size')} as lot_size, p.lot_periods, ${amount('p.order_cost')} as order_cost,
           ${amount('p.holding_cost')} as holding_cost, ${amount('p.minimum_quantity')} as minimum_quantity,
           ${amount('p.order_multiple')} as order_multiple, ${amount('p.maximum_quantity')} as maximum_quantity,
           ${amount('p.safety_stock')} as safety_stock, ${amount('p.service_level')} as service_level, p.safety_lead_time,
           p.lead_time, p.lead_time_unit, p.lead_time_kind, ${amount('p.scrap')} as scrap, p.demand_fence_days,
           p.planning_fence_days, p.is_master_scheduled
    from planning_item p join catalog_item i on i.id = p.item_id join catalog_site s on s.id = p.site_id order by i.sku, s.code`,
  bills: sql`
    select i.sku, s.code as site, b.revision, b.alternate, ${amount('b.base_quantity')} as base_quantity, c.position,
           k.sku as component, ${amount('c.quantity')} as quantity, ${amount('c.scrap')} as scrap, c.is_phantom, c.operation_no,
           ${day('c.valid_from')} as valid_from, ${day('c.valid_to')} as valid_to
    from planning_bill b join planning_bill_component c on c.bill_id = b.id join catalog_item i on i.id = b.item_id
    join catalog_item k on k.id = c.item_id left join catalog_site s on s.id = b.site_id
    order by i.sku, s.code nulls first, b.alternate, b.revision, c.position`,
  work_centres: sql`
    select s.code as site, w.code, w.name, ${amount('w.hours_per_day')} as hours_per_day, ${amount('w.efficiency')} as efficiency,
           ${amount('w.cost_per_hour')} as cost_per_hour, w.is_active
    from planning_work_centre w join catalog_site s on s.id = w.site_id order by s.code, w.code`,
  routings: sql`
    select i.sku, s.code as site, r.revision, r.alternate, o.operation_no, w.code as work_centre, o.name,
           ${amount('o.setup_hours')} as setup_hours, ${amount('o.run_hours')} as run_hours
    from planning_routing r join planning_operation o on o.routing_id = r.id join planning_work_centre w on w.id = o.work_centre_id
    join catalog_item i on i.id = r.item_id join catalog_site s on s.id = coalesce(r.site_id, w.site_id)
    order by i.sku, s.code, r.alternate, r.revision, o.operation_no`,
  demand: sql`
    select i.sku, s.code as site, d.due_on::text, null as period, ${amount('d.quantity')} as quantity, d.kind, d.demand_class,
           d.reference, d.note
    from planning_demand d join catalog_item i on i.id = d.item_id join catalog_site s on s.id = d.site_id
    order by i.sku, s.code, d.due_on, d.kind, d.demand_class, d.reference`,
  scheduled_receipts: sql`
    select i.sku, s.code as site, r.due_on::text, null as period, ${amount('r.quantity')} as quantity, r.reference
    from planning_scheduled_receipt r join catalog_item i on i.id = r.item_id join catalog_site s on s.id = r.site_id
    order by i.sku, s.code, r.due_on, r.reference`,
  work_orders: sql`
    select w.number, i.sku, s.code as site, w.state, ${amount('w.quantity')} as quantity,
           ${amount('w.received_quantity')} as received_quantity, ${amount('w.scrapped_quantity')} as scrapped_quantity,
           w.scrap_reason, w.start_on::text, w.due_on::text, (w.completed_at at time zone 'UTC')::date::text as completed_on
    from planning_work_order w join catalog_item i on i.id = w.item_id join catalog_site s on s.id = w.site_id order by w.number`,
};

/** Planning data as their files have them, by the name of the template. */
export const planningReads: Readonly<Record<string, (work: Work) => Promise<Rows>>> = Object.fromEntries(
  Object.entries(queries).map(([name, query]) => [name, async (work: Work) => (await query.execute(work.sql)).rows]),
);
