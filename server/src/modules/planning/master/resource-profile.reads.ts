import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';
import { validBill, validRouting } from '../bill/valid-bill.policy.ts';
import type { OperationTime, PlannedWork } from '../capacity/rough-cut.calc.ts';

const MOST_LEVELS = 30;

/** What schedules of a site ask of work centres. */
export interface ResourceLoad {
  /** Hours by item and work centre, over all the item is made of. */
  readonly operations: readonly OperationTime[];
  /** What every item of the site is scheduled for, by week. */
  readonly work: readonly PlannedWork[];
}

/**
 * The bill of resources of every scheduled item: the hours a lot takes of each work centre, its own operations and those of
 * all parts that are made for it, in the week the lot is due. Rough on purpose: parts in stock are made all the same.
 */
export async function resourceLoad(
  work: Work,
  { siteId, from, itemId }: { readonly siteId: string; readonly from: CalendarDate; readonly itemId: string },
): Promise<ResourceLoad> {
  const { rows } = await sql<ResourceLoad>`
    with recursive scheduled as (
      select m.item_id as item, m.bucket_on, m.quantity from planning_mps m where m.site_id = ${siteId} and m.bucket_on >= ${from}::date and m.quantity > 0),
    asked (site_id, day) as (select ${siteId}::uuid, ${from}::date),
    step (root, item_id, per, depth) as (
      select r.item, r.item, 1::numeric, 0 from (select item from scheduled union select ${itemId}::uuid) r
      union all
      select s.root, c.item_id, s.per * c.quantity / b.base_quantity / (1 - c.scrap), s.depth + 1
      from step s join asked a on true join planning_bill b on b.id = ${sql.raw(validBill('s.item_id', 'a.site_id', 'a.day'))}
      join planning_bill_component c on c.bill_id = b.id and a.day between c.valid_from and c.valid_to
      where s.depth < ${MOST_LEVELS}),
    hours as (
      select s.root, o.work_centre_id, sum(o.setup_hours) as setup, sum(o.run_hours * s.per) as run
      from step s join asked a on true join planning_operation o on o.routing_id = ${sql.raw(validRouting('s.item_id', 'a.site_id', 'a.day'))}
      group by 1, 2)
    select
      (select coalesce(json_agg(json_build_object('item', root, 'workCentre', work_centre_id, 'setupHours', setup::float8, 'runHours', run::float8)), '[]') from hours) as operations,
      (select coalesce(json_agg(json_build_object('item', item, 'bucket', (bucket_on - ${from}::date) / 7, 'quantity', quantity::float8)), '[]') from scheduled) as work`.execute(
    work.sql,
  );
  return rows[0] ?? { operations: [], work: [] };
}
