import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { planningItems as keeper } from '../../planning/item/planning-items.service.ts';
import type { Typed } from '../csv/typed-rows.ts';
import { planningItems } from '../templates/planning.templates.ts';
import { refuseRepeats } from './documents.ts';
import { siteOf } from './ground.ts';
import { loader, stillGood } from './loader.ts';
import { resolve, type Loading } from './references.ts';
import { upsert } from './upsert.ts';

const COLUMNS =
  'id uuid, item_id uuid, site_id uuid, lot_rule text, lot_size numeric, lot_periods int, order_cost numeric, holding_cost numeric, minimum_quantity numeric, order_multiple numeric, maximum_quantity numeric, safety_stock numeric, service_level numeric, safety_lead_time int, lead_time int, lead_time_unit text, lead_time_kind text, scrap numeric, demand_fence_days int, planning_fence_days int, is_master_scheduled boolean';

export const planningItemLoader = loader(planningItems, async (loading, rows) => {
  const item = await resolve(loading, rows, 'sku', 'item', (row) => row.sku);
  const site = await siteOf(loading, rows);
  refuseUnplannable(loading, rows);
  refuseRepeats(loading, stillGood(loading, rows), 'site', (row) => [item(row), site(row)]);
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

type Row = Typed<typeof planningItems.columns>;
const amount = (cell: string | null) => (cell === null ? null : new Decimal(cell));
const columnOf = (path: readonly string[]) =>
  (path.at(-1) ?? '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Rows that nobody can plan by are told by the column that stands in the way. */
function refuseUnplannable({ file, issues, blocked }: Loading, rows: readonly Row[]): void {
  for (const row of rows) {
    const error = problemOf(row);
    if (!error) continue;
    issues.add(file, row.$line, columnOf(error.path), error);
    blocked.add(row.$document);
  }
}

function problemOf(row: Row): DomainError | null {
  try {
    keeper.check({
      lotRule: row.lot_rule,
      lotSize: amount(row.lot_size),
      lotPeriods: row.lot_periods,
      orderCost: amount(row.order_cost),
      holdingCost: amount(row.holding_cost),
      minimumQuantity: amount(row.minimum_quantity),
      orderMultiple: amount(row.order_multiple),
      maximumQuantity: amount(row.maximum_quantity),
      safetyLeadTime: row.safety_lead_time,
      demandFenceDays: row.demand_fence_days,
      planningFenceDays: row.planning_fence_days,
    });
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

async function safetyStocks(work: Work, itemIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; safety: string }>`
    select id, safety_stock::text as safety from catalog_item where id = any(${itemIds}::uuid[])`.execute(work.sql);
  return new Map(rows.map(({ id, safety }) => [id, safety]));
}
