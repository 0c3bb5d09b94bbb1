import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import type { Changes } from './changed-items.service.ts';
import { componentsOfEach } from './net-change.reads.ts';

/**
 * Gives planning data, with the usual settings, to what is needed at a site without having any: what somebody asks for
 * there, and what goes into things planned there. Nothing that is needed may be left out of a plan. As long as no
 * structure changed, only what was marked can have come to be needed, and what goes into that.
 */
export async function planMissingItems(work: Work, { isStructural, marks }: Changes): Promise<void> {
  const few = !isStructural;
  await add(work, marks, sql`needed as (${neededNow(few ? ofMarked : all)})`);
  await add(work, marks, sql`needed (item_id, site_id, is_new) as (${componentsOfPlanned(few ? ofMarked : all, few)})`);
}

/** Rows `d` of a table that are looked at. */
type Rows = (table: string, where?: RawBuilder<unknown>) => RawBuilder<unknown>;
const all: Rows = (table, where = sql`true`) => sql`${sql.table(table)} d where ${where}`;
const ofMarked: Rows = (table, where = sql`true`) => sql`marked m
  cross join lateral (select d.item_id, d.site_id from ${sql.table(table)} d where d.item_id = m.item_id and ${where} offset 0) d`;

const add = (work: Work, marks: string, needed: RawBuilder<unknown>) =>
  sql`
  with recursive marked as materialized (select distinct (c->>0)::uuid as item_id from jsonb_array_elements(${marks}::jsonb) c), ${needed}
  insert into planning_item (id, item_id, site_id, safety_stock)
  select gen_random_uuid(), n.item_id, n.site_id, i.safety_stock
  from (select distinct n.item_id, n.site_id from needed n where not ${isPlanned('n.item_id')}) n
  cross join lateral (select i.safety_stock from catalog_item i where i.id = n.item_id offset 0) i
  order by n.item_id, n.site_id on conflict do nothing`.execute(work.sql);

// Asked by itself for each row: the other way would read all planning data for a few rows.
const isPlanned = (item: string) =>
  sql`coalesce((select true from planning_item p where p.item_id = ${sql.ref(item)} and p.site_id = n.site_id), false)`;

const neededNow = (of: Rows) => sql`
  select d.item_id, d.site_id from ${of('planning_demand')}
  union select d.item_id, d.site_id from ${of('planning_scheduled_receipt')}
  union select d.item_id, d.site_id from ${of('planning_mps')}
  union select d.item_id, d.site_id from ${of('planning_forecast_bucket', sql`d.quantity > 0`)}
  union select d.item_id, d.site_id from ${of('planning_work_order', sql`d.state in ('RELEASED', 'STARTED')`)}
  union select d.item_id, d.site_id from ${of('sales_order_line', sql`d.is_demand and d.open_quantity > 0`)}`;

/** What was planned before has its components planned: only below what is new does it go on. */
const componentsOfPlanned = (of: Rows, isFew: boolean) => sql`
  select d.item_id, d.site_id, true from ${of('planning_item')}
  union
  select k.item_id, n.site_id, not ${isPlanned('k.item_id')}
  from (select * from needed where is_new) n ${isFew ? componentsOfEach('n') : componentsInWhole}`;

const componentsInWhole = sql`
  join planning_bill b on b.item_id = n.item_id and (b.site_id is null or b.site_id = n.site_id)
  join planning_bill_component k on k.bill_id = b.id`;
