import { addDays, startOfWeek, toDayNumber, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { consumeForecast } from '../forecast/consumption.calc.ts';
import { MILLIONTHS, millionthsText, toMillionths } from '../mrp/amount.calc.ts';
import { withScrap } from '../mrp/rounding.calc.ts';
import { FORECAST_WINDOW } from './forecast-window.calc.ts';

export interface RecordHead {
  readonly sku: string;
  readonly unit: string;
  readonly siteCode: string;
  readonly onHand: string;
  readonly safetyStock: string;
  readonly demandFenceDays: number;
  readonly today: CalendarDate;
  readonly bucket: 'DAY' | 'WEEK';
  readonly bucketCount: number;
}

/** One thing that adds to a record. DEPENDENT: a planned order of another item, which takes `per` of this one. */
export interface RecordRow {
  readonly side: 'ORDER' | 'FORECAST' | 'ISSUE' | 'DEPENDENT' | 'SCHEDULED' | 'PLANNED';
  readonly type: string;
  readonly id: string;
  readonly label: string;
  readonly day: CalendarDate;
  readonly releaseDay: CalendarDate | null;
  readonly quantity: string;
  readonly per: string | null;
  readonly parentScrap: string | null;
  readonly scrap: string | null;
  readonly isParentCounted: boolean | null;
  readonly parentMultiple: string | null;
  readonly isCounted: boolean | null;
  readonly isFirm: boolean;
}

/** What a figure of a bucket is made of. */
export interface RecordSource {
  readonly figure: 'GROSS' | 'SCHEDULED' | 'PLANNED';
  readonly type: string;
  readonly id: string;
  readonly label: string;
  readonly day: CalendarDate;
  readonly quantity: string;
  readonly isFirm: boolean;
}

export interface RecordBucket {
  readonly period: number;
  /** Of the past-due bucket, the day before the plan begins. */
  readonly startsOn: CalendarDate;
  readonly isPastDue: boolean;
  readonly grossRequirements: string;
  readonly scheduledReceipts: string;
  readonly projectedOnHand: string;
  readonly netRequirements: string;
  readonly plannedReceipts: string;
  readonly plannedReleases: string;
  readonly sources: readonly RecordSource[];
}

/** A row counted: which bucket it falls into, and how much of this item it is about, in millionths. */
interface Counted {
  readonly row: RecordRow;
  readonly bucket: number;
  readonly amount: number;
}

/**
 * The MRP record of an item: bucket 0 is past due, bucket 1 the current one.
 *     projected(t) = projected(t-1) + scheduled(t) + planned(t) - gross(t)
 *     net(t)       = max(0, safety - (projected(t-1) + scheduled(t) - gross(t)));  what is past due asks for no safety stock
 * All amounts in the stock unit. Source: Orlicky, Material Requirements Planning, the time-phased record.
 */
export function recordOf(head: RecordHead, rows: readonly RecordRow[]): RecordBucket[] {
  const from = head.bucket === 'WEEK' ? startOfWeek(head.today) : head.today;
  const length = head.bucket === 'WEEK' ? 7 : 1;
  const count = head.bucketCount + 1;
  const start = toDayNumber(from);
  const bucketOf = (day: CalendarDate) => Math.max(0, 1 + Math.floor((toDayNumber(day) - start) / length));
  const counted = rows.map((row): Counted => ({ row, bucket: bucketOf(row.day), amount: amountOf(row) }));
  const within = [
    ...counted.filter(({ row, bucket }) => bucket < count && row.side !== 'FORECAST'),
    ...forecastsOf(counted, head, count, length),
  ];
  const sums = (sides: readonly RecordRow['side'][]) => sumBy(within, sides, count);
  const releases = within.filter(({ row }) => row.side === 'PLANNED');
  const released = new Float64Array(count);
  for (const { row, amount } of releases) released[bucketOf(row.releaseDay ?? row.day)]! += amount;
  const figures = {
    gross: sums(['ORDER', 'FORECAST', 'ISSUE', 'DEPENDENT']),
    scheduled: sums(['SCHEDULED']),
    planned: sums(['PLANNED']),
    released,
  };
  const bySource = Map.groupBy(within, ({ bucket }) => bucket);
  return bucketsOf(head, figures, count).map((figure, period): RecordBucket => ({
    period,
    startsOn: period === 0 ? addDays(from, -1) : addDays(from, (period - 1) * length),
    isPastDue: period === 0,
    ...figure,
    sources: (bySource.get(period) ?? []).map(sourceOf),
  }));
}

interface Figures {
  readonly gross: Float64Array;
  readonly scheduled: Float64Array;
  readonly planned: Float64Array;
  readonly released: Float64Array;
}

function bucketsOf(head: RecordHead, { gross, scheduled, planned, released }: Figures, count: number) {
  const safety = toMillionths(head.safetyStock);
  let projected = toMillionths(head.onHand);
  return Array.from({ length: count }, (_, t) => {
    const before = projected + scheduled[t]! - gross[t]!;
    projected = before + planned[t]!;
    return {
      grossRequirements: millionthsText(gross[t]!),
      scheduledReceipts: millionthsText(scheduled[t]!),
      projectedOnHand: millionthsText(projected),
      netRequirements: millionthsText(Math.max(0, (t === 0 ? 0 : safety) - before)),
      plannedReceipts: millionthsText(planned[t]!),
      plannedReleases: millionthsText(released[t]!),
    };
  });
}

/** What a row takes of this item; of another item's planned order, what its release draws. */
function amountOf(row: RecordRow): number {
  const quantity = toMillionths(row.quantity);
  if (row.side !== 'DEPENDENT') return quantity;
  const multiple =
    row.parentMultiple === null ? (row.isParentCounted ? MILLIONTHS : 1) : toMillionths(row.parentMultiple);
  const started = withScrap(quantity, Number(row.parentScrap ?? 0), multiple);
  const drawn = Math.round(started * Number(row.per ?? 1));
  return withScrap(drawn, Number(row.scrap ?? 0), row.isCounted ? MILLIONTHS : 1);
}

/** What orders have left of the forecast: what was expected in the past did not happen, and before the fence only orders count. */
function forecastsOf(all: readonly Counted[], head: RecordHead, count: number, length: number): Counted[] {
  const forecasts = all.filter(({ row, bucket }) => row.side === 'FORECAST' && bucket > 0 && bucket < count);
  if (forecasts.length === 0) return [];
  const fence = head.demandFenceDays <= 0 ? 1 : Math.ceil(head.demandFenceDays / length) + 1;
  const expected = sumBy(forecasts, ['FORECAST'], count);
  const ordered = sumBy(
    all.filter(({ bucket }) => bucket < count),
    ['ORDER'],
    count,
  );
  const left = consumeForecast([...expected], [...ordered], FORECAST_WINDOW);
  const seen = new Set<number>();
  return forecasts.flatMap(({ row, bucket }): Counted[] => {
    const amount = left[bucket] ?? 0;
    if (bucket < fence || amount <= 0 || seen.has(bucket)) return [];
    seen.add(bucket);
    return [{ row: { ...row, quantity: millionthsText(amount) }, bucket, amount }];
  });
}

function sumBy(rows: readonly Counted[], sides: readonly RecordRow['side'][], count: number): Float64Array {
  const sums = new Float64Array(count);
  for (const { row, bucket, amount } of rows) if (sides.includes(row.side)) sums[bucket]! += amount;
  return sums;
}

const FIGURES = { SCHEDULED: 'SCHEDULED', PLANNED: 'PLANNED' } as const;

function sourceOf({ row, amount }: Counted): RecordSource {
  const { side, type, id, label, day, isFirm } = row;
  const figure = side === 'SCHEDULED' || side === 'PLANNED' ? FIGURES[side] : 'GROSS';
  return { figure, type, id, label, day, quantity: millionthsText(amount), isFirm };
}
