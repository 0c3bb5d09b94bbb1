import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';

/** What one class of demand expects and has ordered in a week that is so many weeks ahead. */
export interface ClassWeek {
  readonly demandClass: string;
  readonly ahead: number;
  readonly forecast: number;
  readonly ordered: number;
}

/** Forecasts and orders of an item at a site from a Monday on, by class and week. Customers' orders are of no class. */
export async function classWeeks(
  work: Work,
  { itemId, siteId }: { readonly itemId: string; readonly siteId: string },
  monday: CalendarDate,
): Promise<readonly ClassWeek[]> {
  const { rows } = await sql<ClassWeek>`
    select x.demand_class as "demandClass", (x.day - ${monday}::date) / 7 as ahead, sum(x.forecast)::float8 as forecast, sum(x.ordered)::float8 as ordered
    from (
      select f.demand_class, b.bucket_on as day, b.quantity as forecast, 0 as ordered
      from planning_forecast f join planning_forecast_bucket b on b.forecast_id = f.id where f.item_id = ${itemId} and f.site_id = ${siteId}
      union all
      select d.demand_class, d.due_on, case d.kind when 'FORECAST' then d.quantity else 0 end, case d.kind when 'FORECAST' then 0 else d.quantity end
      from planning_demand d where d.item_id = ${itemId} and d.site_id = ${siteId}
      union all
      select '', coalesce(l.confirmed_on, l.requested_on), 0, l.open_quantity * l.numerator / l.denominator
      from sales_order_line l where l.item_id = ${itemId} and l.site_id = ${siteId} and l.is_demand and l.open_quantity > 0) x
    where x.day >= ${monday}::date group by 1, 2`.execute(work.sql);
  return rows;
}
