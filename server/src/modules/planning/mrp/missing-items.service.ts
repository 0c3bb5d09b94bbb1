import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/**
 * Gives planning data, with the usual settings, to what is needed at a site without having any: what somebody asks for
 * there, and what goes into things planned there. Nothing that is needed may be left out of a plan.
 */
export async function planMissingItems(work: Work): Promise<void> {
  await addNeeded(work);
  await addComponents(work);
}

const addNeeded = (work: Work) =>
  sql`
  insert into planning_item (id, item_id, site_id, safety_stock)
  select gen_random_uuid(), n.item_id, n.site_id, i.safety_stock
  from (select item_id, site_id from planning_demand
        union select item_id, site_id from planning_scheduled_receipt
        union select item_id, site_id from planning_mps
        union select item_id, site_id from planning_forecast_bucket where quantity > 0
        union select item_id, site_id from planning_work_order where state in ('RELEASED', 'STARTED')
        union select item_id, site_id from sales_order_line where is_demand and open_quantity > 0) n
  join catalog_item i on i.id = n.item_id
  where not exists (select from planning_item p where p.item_id = n.item_id and p.site_id = n.site_id)
  order by n.item_id, n.site_id on conflict do nothing`.execute(work.sql);

const addComponents = (work: Work) =>
  sql`
  with recursive needed (item_id, site_id) as (
    select item_id, site_id from planning_item
    union
    select k.item_id, n.site_id from needed n
    join planning_bill b on b.item_id = n.item_id and (b.site_id is null or b.site_id = n.site_id)
    join planning_bill_component k on k.bill_id = b.id)
  insert into planning_item (id, item_id, site_id, safety_stock)
  select gen_random_uuid(), n.item_id, n.site_id, i.safety_stock
  from needed n join catalog_item i on i.id = n.item_id
  where not exists (select from planning_item p where p.item_id = n.item_id and p.site_id = n.site_id)
  order by n.item_id, n.site_id on conflict do nothing`.execute(work.sql);
