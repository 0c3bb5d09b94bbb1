import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { workOrderComponents } from '../../planning/work-order/work-order-components.service.ts';
import { CellMissing } from '../integrations.errors.ts';
import type { Typed } from '../csv/typed-rows.ts';
import { workOrders } from '../templates/demand.templates.ts';
import { skipNumbers } from './documents.ts';
import { siteOf } from './ground.ts';
import { loader, stillGood } from './loader.ts';
import { resolve } from './references.ts';
import { upsert } from './upsert.ts';

const COLUMNS =
  'id uuid, number text, item_id uuid, site_id uuid, state text, quantity numeric, received_quantity numeric, scrapped_quantity numeric, start_on date, due_on date, scrap_reason text, created_at timestamptz, released_at timestamptz, completed_at timestamptz';

/** Of orders whose days are not known. */
const EPOCH = '1970-01-01T00:00:00Z';
const ENDED: ReadonlySet<string> = new Set(['COMPLETED', 'CANCELLED']);
const noon = (day: string | null): string | null => day && `${day}T12:00:00Z`;

/** Work orders by number. What an order that is under way needs is taken from the bill that holds on its first day. */
export const workOrderLoader = loader(workOrders, async (loading, rows) => {
  const { work } = loading;
  const item = await resolve(loading, rows, 'sku', 'item', (row) => row.sku);
  const site = await siteOf(loading, rows);
  for (const row of rows.filter(({ due_on, state }) => due_on === null && !ENDED.has(state))) {
    loading.issues.add(loading.file, row.$line, 'due_on', new CellMissing({ column: 'due_on' }));
    loading.blocked.add(row.$document);
  }
  const good = stillGood(loading, rows);
  const staged = good.map((row) => ({ ...row, ...datesOf(row), id: newId(), item_id: item(row), site_id: site(row) }));
  const target = {
    table: 'planning_work_order',
    columns: COLUMNS,
    key: ['number'],
    keeps: ['created_at'],
    hasVersion: true,
  };
  const counts = await upsert(work, target, staged);
  const numbers = staged.map(({ number }) => number);
  await workOrderComponents.require(work, await needing(work, numbers));
  await skipNumbers(work, 'planning_work_order_number', 'WO-', numbers);
  return counts;
});

function datesOf({ start_on, due_on, completed_on, state }: Typed<typeof workOrders.columns>) {
  const isLate = start_on !== null && due_on !== null && start_on > due_on;
  const start = isLate ? due_on : (start_on ?? due_on);
  return {
    start_on: start,
    created_at: noon(start) ?? EPOCH,
    released_at: state === 'PLANNED' ? null : noon(start),
    completed_at: state === 'COMPLETED' ? noon(completed_on ?? due_on) : null,
  };
}

async function needing(work: Work, numbers: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select w.id from planning_work_order w
    where w.number = any(${numbers}) and w.state in ('RELEASED', 'STARTED')
      and not exists (select from planning_work_order_component c where c.work_order_id = w.id)`.execute(work.sql);
  return rows.map(({ id }) => id);
}
