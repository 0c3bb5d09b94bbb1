import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';

/** What a schedule begins with. */
export interface ScheduleHead {
  readonly itemId: string;
  readonly siteId: string;
  readonly sku: string;
  readonly unit: string;
  readonly onHand: number;
  readonly safety: number;
  readonly minimum: number;
  readonly multiple: number;
  readonly periods: number;
  readonly demandFenceDays: number;
  readonly planningFenceDays: number;
  readonly isMasterScheduled: boolean;
  readonly today: CalendarDate;
}

/** One week as it stands: what is expected, ordered, on its way, and scheduled. */
export interface ScheduleWeek {
  readonly startsOn: CalendarDate;
  readonly forecast: number;
  readonly ordered: number;
  readonly scheduled: number;
  /** Null where the schedule says nothing. */
  readonly mps: number | null;
  readonly isFirm: boolean;
  readonly version: number | null;
}

/** Null where there is no such planned item. */
export async function scheduleHead(work: Work, planningItemId: string): Promise<ScheduleHead | null> {
  const { rows } = await sql<ScheduleHead>`
    select p.item_id as "itemId", p.site_id as "siteId", i.sku, i.unit_code as unit, p.safety_stock::float8 as safety,
      p.minimum_quantity::float8 as minimum,
      coalesce(case when p.lot_rule = 'FIXED' then p.lot_size end, p.order_multiple, case when i.unit_code = 'EA' then 1 end, 0)::float8 as multiple,
      case when p.lot_rule = 'PERIOD' then p.lot_periods else 1 end as periods, p.demand_fence_days as "demandFenceDays",
      p.planning_fence_days as "planningFenceDays", p.is_master_scheduled as "isMasterScheduled",
      (${work.clock.now()}::timestamptz at time zone s.time_zone)::date::text as today,
      coalesce((select sum(b.on_hand) from inventory_stock_balance b join catalog_location l on l.id = b.location_id
        where b.item_id = p.item_id and b.site_id = p.site_id and b.status in ('UNRESTRICTED', 'QUALITY')
          and l.kind in ('STORAGE', 'RECEIVING', 'QUARANTINE')), 0)::float8 as "onHand"
    from planning_item p join catalog_item i on i.id = p.item_id join catalog_site s on s.id = p.site_id
    where p.id = ${planningItemId}`.execute(work.sql);
  return rows[0] ?? null;
}

/** The weeks of a schedule from a Monday on; what is overdue stands in the first. */
export async function scheduleWeeks(
  work: Work,
  { itemId, siteId }: Pick<ScheduleHead, 'itemId' | 'siteId'>,
  { from, weeks }: { readonly from: CalendarDate; readonly weeks: number },
): Promise<ScheduleWeek[]> {
  const { rows } = await sql<ScheduleWeek>`
    with key as (select ${itemId}::uuid as item_id, ${siteId}::uuid as site_id),
    happens (figure, day, quantity) as (
      select 'forecast', b.bucket_on, b.quantity from key join planning_forecast_bucket b using (item_id, site_id) where b.bucket_on >= ${from}::date
      union all
      select case d.kind when 'FIRM' then 'ordered' else 'forecast' end, d.due_on, d.quantity from key join planning_demand d using (item_id, site_id)
      where d.kind = 'FIRM' or d.due_on >= ${from}::date
      union all
      select 'ordered', coalesce(l.confirmed_on, l.requested_on), l.open_quantity * l.numerator / l.denominator
      from key join sales_order_line l using (item_id, site_id) where l.is_demand and l.open_quantity > 0
      union all
      select 'scheduled', w.due_on, w.open_quantity from key join planning_work_order w using (item_id, site_id)
      where w.state in ('RELEASED', 'STARTED') and w.open_quantity > 0
      union all
      select 'scheduled', r.due_on, r.quantity from key join planning_scheduled_receipt r using (item_id, site_id)
      union all
      select 'scheduled', coalesce(s.confirmed_on, s.requested_on), s.open_quantity * s.numerator / s.denominator
      from key join purchasing_schedule_line s using (item_id, site_id) where s.state = 'OPEN' and s.is_issued and s.open_quantity > 0),
    weekly as (
      select figure, greatest(0, floor((day - ${from}::date) / 7.0))::int as place, sum(quantity)::float8 as quantity from happens group by 1, 2)
    select (${from}::date + 7 * n)::text as "startsOn",
      coalesce((select quantity from weekly where figure = 'forecast' and place = n), 0) as forecast,
      coalesce((select quantity from weekly where figure = 'ordered' and place = n), 0) as ordered,
      coalesce((select quantity from weekly where figure = 'scheduled' and place = n), 0) as scheduled,
      m.quantity::float8 as mps, coalesce(m.is_firm, false) as "isFirm", m.version
    from generate_series(0, ${weeks}::int - 1) n cross join key
    left join planning_mps m on m.item_id = key.item_id and m.site_id = key.site_id and m.bucket_on = ${from}::date + 7 * n
    order by n`.execute(work.sql);
  return rows;
}
