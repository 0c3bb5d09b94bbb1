import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import type { Changes } from './changed-items.service.ts';

/**
 * Gives planning data, with the usual settings, to what is needed at a site without having any: what somebody asks for
 * there, and what goes into things planned there. Nothing that is needed may be left out of a plan. As long as no
 * structure changed, only what was marked can have come to be needed, and what goes into that.
 */
export async function planMissingItems(work: Work, { isStructural, marks }: Changes): Promise<void> {
  const isMarked = (row: string): RawBuilder<unknown> =>
    isStructural ? sql`true` : sql`${sql.raw(row)}.item_id in (select m.item_id from marked m)`;
  await add(work, marks, sql`needed as (${neededNow(isMarked)})`);
  await add(work, marks, sql`needed (item_id, site_id) as (${componentsOfPlanned(isMarked)})`);
}

const add = (work: Work, marks: string, needed: RawBuilder<unknown>) =>
  sql`
  with recursive marked as materialized (select distinct (c->>0)::uuid as item_id from jsonb_array_elements(${marks}::jsonb) c), ${needed}
  insert into planning_item (id, item_id, site_id, safety_stock)
  select gen_random_uuid(), n.item_id, n.site_id, i.safety_stock
  from needed n join catalog_item i on i.id = n.item_id
  where not exists (select from planning_item p where p.item_id = n.item_id and p.site_id = n.site_id)
  order by n.item_id, n.site_id on conflict do nothing`.execute(work.sql);

const neededNow = (isMarked: (row: string) => RawBuilder<unknown>) => sql`
  select d.item_id, d.site_id from planning_demand d where ${isMarked('d')}
  union select d.item_id, d.site_id from planning_scheduled_receipt d where ${isMarked('d')}
  union select d.item_id, d.site_id from planning_mps d where ${isMarked('d')}
  union select d.item_id, d.site_id from planning_forecast_bucket d where d.quantity > 0 and ${isMarked('d')}
  union select d.item_id, d.site_id from planning_work_order d where d.state in ('RELEASED', 'STARTED') and ${isMarked('d')}
  union select d.item_id, d.site_id from sales_order_line d where d.is_demand and d.open_quantity > 0 and ${isMarked('d')}`;

const componentsOfPlanned = (isMarked: (row: string) => RawBuilder<unknown>) => sql`
  select p.item_id, p.site_id from planning_item p where ${isMarked('p')}
  union
  select k.item_id, n.site_id from needed n
  join planning_bill b on b.item_id = n.item_id and (b.site_id is null or b.site_id = n.site_id)
  join planning_bill_component k on k.bill_id = b.id`;
