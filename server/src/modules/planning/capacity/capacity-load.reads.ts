import { sql, type RawBuilder } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';
import { validRouting } from '../bill/valid-bill.policy.ts';

export interface LoadRange {
  /** A Monday, and the Monday after the last week. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly siteId: string | null;
  readonly workCentreId: string | null;
}

/** Hours one order takes at a work centre, in the week in which its work begins; what is overdue, in the first. */
export interface LoadRow {
  readonly workCentreId: string;
  readonly type: 'PlannedOrder' | 'WorkOrder';
  readonly id: string;
  readonly number: string | null;
  readonly itemId: string;
  readonly sku: string;
  readonly quantity: string;
  readonly unit: string;
  readonly operationNo: number;
  readonly operationName: string;
  readonly startOn: CalendarDate;
  readonly hours: number;
}

/** Planned orders to make, and work orders with what is still open; by their routing, or the one valid on the day. */
const loads = ({ from, until, siteId, workCentreId }: LoadRange): RawBuilder<unknown> => sql`
  orders (type, id, number, item_id, site_id, quantity, start_on, routing_id) as (
    select 'PlannedOrder', o.id, null, o.item_id, o.site_id, o.quantity, o.release_on, null::uuid
    from planning_planned_order o where o.kind = 'MAKE' and o.state = 'OPEN' and o.scenario_id is null and o.release_on < ${until}::date
    union all
    select 'WorkOrder', w.id, w.number, w.item_id, w.site_id, case w.state when 'PLANNED' then w.quantity else w.open_quantity end, w.start_on, w.routing_id
    from planning_work_order w where w.state in ('PLANNED', 'RELEASED', 'STARTED') and w.start_on < ${until}::date),
  load as (
    select p.work_centre_id, o.*, p.operation_no, p.name, greatest(0, floor((o.start_on - ${from}::date) / 7.0))::int as week,
      p.setup_hours + p.run_hours * o.quantity as hours
    from orders o join planning_operation p on p.routing_id = coalesce(o.routing_id, ${sql.raw(validRouting('o.item_id', 'o.site_id', 'o.start_on'))})
    where o.quantity > 0 and (${siteId}::uuid is null or o.site_id = ${siteId}::uuid)
      and (${workCentreId}::uuid is null or p.work_centre_id = ${workCentreId}::uuid))`;

/** Hours by work centre and week, of what is released and of what is planned. */
export async function weeklyLoads(work: Work, range: LoadRange) {
  const { rows } = await sql<{ workCentreId: string; week: number; planned: number; released: number }>`
    with ${loads(range)}
    select work_centre_id as "workCentreId", week, coalesce(sum(hours) filter (where type = 'PlannedOrder'), 0)::float8 as planned,
      coalesce(sum(hours) filter (where type = 'WorkOrder'), 0)::float8 as released
    from load group by 1, 2`.execute(work.sql);
  return rows;
}

const MOST_ROWS = 500;

/** What loads a work centre in the last week of the range, order by order, the most hours first. */
export async function loadRows(work: Work, range: LoadRange): Promise<LoadRow[]> {
  const { rows } = await sql<LoadRow>`
    with ${loads(range)}
    select l.work_centre_id as "workCentreId", l.type, l.id, l.number, l.item_id as "itemId", i.sku, trim_scale(l.quantity)::text as quantity,
      i.unit_code as unit, l.operation_no as "operationNo", l.name as "operationName", l.start_on::text as "startOn", l.hours::float8 as hours
    from load l join catalog_item i on i.id = l.item_id
    where l.week = (${range.until}::date - ${range.from}::date) / 7 - 1 order by l.hours desc, l.id, l.operation_no limit ${MOST_ROWS}`.execute(
    work.sql,
  );
  return rows;
}
