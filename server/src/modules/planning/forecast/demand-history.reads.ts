import { sql } from 'kysely';
import { addDays, daysBetween, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';

export interface HistoryQuestion {
  /** A Monday, and the Monday after the last week that counts. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** One item at one site; none: all. */
  readonly only: { readonly itemId: string; readonly siteId: string } | null;
}

/** Demand of an item at a site, week by week from the first that had any. */
export interface DemandHistory {
  readonly itemId: string;
  readonly siteId: string;
  readonly demandClass: string;
  readonly source: 'ORDERS' | 'USAGE';
  readonly from: CalendarDate;
  readonly weeks: readonly number[];
}

interface Row extends Omit<DemandHistory, 'weeks' | 'from'> {
  readonly places: readonly number[];
  readonly amounts: readonly number[];
}

const DAYS = 7;

/**
 * Weekly demand in the stock unit: what customers asked for, by the day they wanted it, or what was drawn from stock,
 * whichever says more over the whole time: usage also holds what other systems sold, orders also what was not delivered.
 * `independent` leaves out what only bills ask for: the plan works that out from what it goes into.
 */
export async function demandHistories(
  work: Work,
  { from, until, only }: HistoryQuestion,
  independent: boolean,
): Promise<DemandHistory[]> {
  const one = (alias: string) =>
    only
      ? sql`and ${sql.ref(`${alias}.item_id`)} = ${only.itemId}::uuid and ${sql.ref(`${alias}.site_id`)} = ${only.siteId}::uuid`
      : sql``;
  const place = (day: string) => sql`(${sql.ref(day)} - ${from}::date) / 7`;
  const { rows } = await sql<Row>`
    with asked as (
      select l.item_id, l.site_id, '' as demand_class, ${place('l.requested_on')} as place,
        (l.ordered_quantity - l.cancelled_quantity) * l.numerator / l.denominator as quantity
      from sales_order_line l where l.is_demand and l.requested_on >= ${from}::date and l.requested_on < ${until}::date ${one('l')}
      union all
      select d.item_id, d.site_id, d.demand_class, ${place('d.due_on')}, d.quantity
      from planning_demand d where d.kind = 'FIRM' and d.due_on >= ${from}::date and d.due_on < ${until}::date ${one('d')}),
    drawn as (
      select u.item_id, u.site_id, '' as demand_class, ${place('u.day')} as place, u.quantity
      from inventory_daily_usage u where u.day >= ${from}::date and u.day < ${until}::date ${one('u')}),
    totals as (
      select item_id, site_id, sum(quantity) filter (where of = 'ORDERS') as asked, sum(quantity) filter (where of = 'USAGE') as drawn
      from (select *, 'ORDERS' as of from asked union all select *, 'USAGE' from drawn) a group by 1, 2),
    chosen as (
      select item_id, site_id, case when coalesce(asked, 0) >= coalesce(drawn, 0) then 'ORDERS' else 'USAGE' end as source from totals),
    weekly as (
      select c.source, a.item_id, a.site_id, a.demand_class, a.place, greatest(0, sum(a.quantity))::float8 as amount
      from (select *, 'ORDERS' as of from asked union all select *, 'USAGE' from drawn) a
      join chosen c on c.item_id = a.item_id and c.site_id = a.site_id and c.source = a.of group by 1, 2, 3, 4, 5)
    select w.item_id as "itemId", w.site_id as "siteId", w.demand_class as "demandClass", w.source,
      array_agg(w.place order by w.place) as places, array_agg(w.amount order by w.place) as amounts
    from weekly w
    where w.amount > 0 and not (${independent} and w.source = 'USAGE' and exists (select from planning_bill_component k where k.item_id = w.item_id))
    group by 1, 2, 3, 4 order by 1, 2, 3`.execute(work.sql);
  return rows.map((row) => filled(row, from, until));
}

function filled({ places, amounts, ...of }: Row, from: CalendarDate, until: CalendarDate): DemandHistory {
  const first = places[0] ?? 0;
  const weeks = new Array<number>(daysBetween(from, until) / DAYS - first).fill(0);
  places.forEach((place, index) => (weeks[place - first] = amounts[index] ?? 0));
  return { ...of, from: addDays(from, DAYS * first), weeks };
}
