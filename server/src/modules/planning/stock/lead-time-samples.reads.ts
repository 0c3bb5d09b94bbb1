import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';

/** A planned item whose safety stock is to be computed: what it is to reach, what it has, and how long its supply took. */
export interface StockedItem {
  readonly itemId: string;
  readonly siteId: string;
  readonly serviceLevel: string;
  readonly current: string;
  /** Counted in whole pieces. */
  readonly isCounted: boolean;
  /** In days, by planning data, the supplier's terms or the item. */
  readonly plannedLeadTime: number;
  /** Days from order to receipt, or from release to completion, one for each. */
  readonly leadTimes: readonly number[];
}

/** Items with a service level, and the lead times their deliveries and finished work orders have shown since a day. */
export async function stockedItems(work: Work, since: CalendarDate): Promise<StockedItem[]> {
  const { rows } = await sql<StockedItem>`
    with bought as (
      select s.item_id, s.site_id, array_agg(r.received_on - o.ordered_on) as days
      from purchasing_receipt_line l join purchasing_receipt r on r.id = l.receipt_id
      join purchasing_schedule_line s on s.id = l.schedule_line_id join purchasing_order o on o.id = s.order_id
      where l.accepted_quantity > 0 and r.received_on >= ${since}::date and r.received_on >= o.ordered_on group by 1, 2),
    made as (
      select w.item_id, w.site_id, array_agg(greatest(0, (w.completed_at at time zone s.time_zone)::date
        - coalesce((w.released_at at time zone s.time_zone)::date, w.start_on))) as days
      from planning_work_order w join catalog_site s on s.id = w.site_id
      where w.state = 'COMPLETED' and w.completed_at >= ${since}::date and coalesce(w.released_at::date, w.start_on) is not null group by 1, 2)
    select p.item_id as "itemId", p.site_id as "siteId", p.service_level::text as "serviceLevel", p.safety_stock::text as current,
      i.unit_code = 'EA' as "isCounted",
      coalesce(case when p.lead_time_unit = 'WEEK' then 7 * p.lead_time else p.lead_time end, t.lead_time_days, i.lead_time_days) as "plannedLeadTime",
      coalesce(case when i.supply = 'MAKE' then m.days else b.days end, '{}') as "leadTimes"
    from planning_item p join catalog_item i on i.id = p.item_id
    left join bought b on b.item_id = p.item_id and b.site_id = p.site_id
    left join made m on m.item_id = p.item_id and m.site_id = p.site_id
    left join (select distinct on (t.item_id) t.item_id, t.lead_time_days from catalog_supplier_item t where t.is_active
      order by t.item_id, t.is_preferred desc, t.supplier_id) t on t.item_id = p.item_id and i.supply = 'BUY'
    where p.service_level is not null and i.is_active order by p.item_id, p.site_id`.execute(work.sql);
  return rows;
}
