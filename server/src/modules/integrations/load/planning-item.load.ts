import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { planningItems } from '../templates/planning.templates.ts';
import { siteOf } from './ground.ts';
import { loader, stillGood } from './loader.ts';
import { resolve } from './references.ts';
import { upsert } from './upsert.ts';

const COLUMNS =
  'id uuid, item_id uuid, site_id uuid, lot_rule text, lot_size numeric, lot_periods int, order_cost numeric, holding_cost numeric, minimum_quantity numeric, order_multiple numeric, maximum_quantity numeric, safety_stock numeric, service_level numeric, safety_lead_time int, lead_time int, lead_time_unit text, lead_time_kind text, scrap numeric, demand_fence_days int, planning_fence_days int, is_master_scheduled boolean';

export const planningItemLoader = loader(planningItems, async (loading, rows) => {
  const item = await resolve(loading, rows, 'sku', 'item', (row) => row.sku);
  const site = await siteOf(loading, rows);
  const safety = await safetyStocks(loading.work, rows.map(item));
  const staged = stillGood(loading, rows).map((row) => ({
    ...row,
    id: newId(),
    item_id: item(row),
    site_id: site(row),
    safety_stock: row.safety_stock ?? safety.get(item(row) ?? '') ?? '0',
  }));
  const target = { table: 'planning_item', columns: COLUMNS, key: ['item_id', 'site_id'], hasVersion: true };
  return upsert(loading.work, target, staged);
});

async function safetyStocks(work: Work, itemIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; safety: string }>`
    select id, safety_stock::text as safety from catalog_item where id = any(${itemIds}::uuid[])`.execute(work.sql);
  return new Map(rows.map(({ id, safety }) => [id, safety]));
}
