import { addDays, startOfWeek, todayIn, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { newId } from '../../../kernel/id.ts';
import { DayOrPeriodNeeded } from '../integrations.errors.ts';
import { demand, scheduledReceipts } from '../templates/demand.templates.ts';
import { refuseRepeats } from './documents.ts';
import { siteOf, siteZones } from './ground.ts';
import { loader, stillGood } from './loader.ts';
import { resolve, type Loading } from './references.ts';
import { upsert } from './upsert.ts';

interface Timed {
  readonly sku: string;
  readonly site: string | null;
  readonly due_on: string | null;
  readonly period: number | null;
  readonly $line: number;
  readonly $document: string;
}

/** The first day of a week counted from the current one, which is 1; what is past due was wanted on the day before it. */
export function dayOfPeriod(period: number, today: CalendarDate): CalendarDate {
  const monday = startOfWeek(today);
  return period < 1 ? addDays(monday, -1) : addDays(monday, 7 * (period - 1));
}

/**
 * Rows with the ids of item and site and the day they are due on; a row without day or period, or with both, is reported.
 * `rest` is what else tells rows of one item and day apart.
 */
async function timed<R extends Timed>(loading: Loading, rows: readonly R[], rest: (row: R) => readonly string[]) {
  for (const row of rows) {
    if ((row.due_on === null) !== (row.period === null)) continue;
    loading.issues.add(loading.file, row.$line, 'due_on', new DayOrPeriodNeeded());
    loading.blocked.add(row.$document);
  }
  const item = await resolve(loading, rows, 'sku', 'item', (row) => row.sku);
  const site = await siteOf(loading, rows);
  const zone = await siteZones(loading.work, rows.map(site));
  const dayOf = (row: R) =>
    row.due_on ?? dayOfPeriod(row.period ?? 0, todayIn(zone.get(site(row) ?? '') ?? 'UTC', loading.work.clock));
  const good = stillGood(loading, rows);
  refuseRepeats(loading, good, 'due_on', (row) => [item(row), site(row), dayOf(row), ...rest(row)]);
  return stillGood(loading, good).map((row) => ({
    ...row,
    id: newId(),
    item_id: item(row),
    site_id: site(row),
    due_on: dayOf(row),
  }));
}

export const demandLoader = loader(demand, async (loading, rows) => {
  const target = {
    table: 'planning_demand',
    columns:
      'id uuid, item_id uuid, site_id uuid, kind text, demand_class text, due_on date, quantity numeric, reference text, note text',
    key: ['item_id', 'site_id', 'kind', 'demand_class', 'due_on', 'reference'],
    hasVersion: true,
  };
  const rest = (row: (typeof rows)[number]) => [row.kind, row.demand_class, row.reference];
  return upsert(loading.work, target, await timed(loading, rows, rest));
});

export const scheduledReceiptLoader = loader(scheduledReceipts, async (loading, rows) => {
  const target = {
    table: 'planning_scheduled_receipt',
    columns: 'id uuid, item_id uuid, site_id uuid, due_on date, quantity numeric, reference text',
    key: ['item_id', 'site_id', 'due_on', 'reference'],
  };
  return upsert(loading.work, target, await timed(loading, rows, ({ reference }) => [reference]));
});
