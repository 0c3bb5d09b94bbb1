import { fromDayNumber, startOfWeek, toDayNumber, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { consumeByClass, NO_CLASS, type ConsumptionWindow } from '../forecast/consumption.calc.ts';
import { millionthsText, toMillionths } from '../mrp/amount.calc.ts';
import { bucketOf, fenceBucket, firstDayOf, type Horizon } from '../mrp/horizon.calc.ts';
import { startedFor, type Draw } from './record-draws.calc.ts';

export interface RecordHead {
  readonly itemId: string;
  readonly siteId: string;
  readonly sku: string;
  readonly unit: string;
  readonly siteCode: string;
  readonly onHand: string;
  readonly safetyStock: string;
  readonly demandFenceDays: number;
  readonly scrap: number;
  readonly multiple: string | null;
  readonly isCounted: boolean;
  readonly today: CalendarDate;
  readonly bucket: 'DAY' | 'WEEK';
  readonly bucketCount: number;
  /** How far, in buckets, an order looks for forecast to consume beside its own. */
  readonly consumption: ConsumptionWindow;
}

/** One thing that asks for the item or brings it. */
export interface RecordRow {
  readonly side: 'ORDER' | 'FORECAST' | 'ISSUE' | 'DEPENDENT' | 'SCHEDULED' | 'PLANNED';
  readonly type: string;
  readonly id: string;
  readonly label: string;
  readonly day: CalendarDate;
  readonly releaseDay: CalendarDate | null;
  readonly quantity: string;
  readonly isFirm: boolean;
  /** Of a forecast, and of what consumes it. */
  readonly demandClass?: number;
  /** Of another item's planned order: that item's planning data. */
  readonly planningItemId?: string;
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
  readonly planningItemId: string | null;
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
export interface Counted {
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
export function recordOf(head: RecordHead, rows: readonly RecordRow[], draws: readonly Draw[]): RecordBucket[] {
  const horizon = horizonOf(head);
  const within = countedWithin(head, rows, draws);
  const sums = (sides: readonly RecordRow['side'][]) => sumBy(within, sides, horizon.buckets);
  const figures = {
    gross: sums(['ORDER', 'FORECAST', 'ISSUE', 'DEPENDENT']),
    scheduled: sums(['SCHEDULED']),
    planned: sums(['PLANNED']),
    released: releasesOf(head, within, horizon),
  };
  const bySource = Map.groupBy(within, ({ bucket }) => bucket);
  return bucketsOf(head, figures, horizon.buckets).map((figure, period): RecordBucket => ({
    period,
    startsOn: fromDayNumber(firstDayOf(horizon, period)),
    isPastDue: period === 0,
    ...figure,
    sources: (bySource.get(period) ?? []).map(sourceOf),
  }));
}

export function horizonOf({ bucket, bucketCount, today }: RecordHead): Horizon {
  const from = toDayNumber(bucket === 'WEEK' ? startOfWeek(today) : today);
  return { from, length: bucket === 'WEEK' ? 7 : 1, buckets: bucketCount + 1 };
}

/** All that counts within the horizon, forecasts as far as orders have left them. */
export function countedWithin(head: RecordHead, rows: readonly RecordRow[], draws: readonly Draw[]): Counted[] {
  const horizon = horizonOf(head);
  const counted = [
    ...rows.map((row): Counted => ({
      row,
      bucket: bucketOf(horizon, toDayNumber(row.day)),
      amount: toMillionths(row.quantity),
    })),
    ...draws.map(drawn),
  ];
  return [
    ...counted.filter(({ row, bucket }) => bucket < horizon.buckets && row.side !== 'FORECAST'),
    ...forecastsOf(counted, head, horizon),
  ];
}

function drawn({ order, bucket, amount }: Draw): Counted {
  const { id, label, releaseOn: day, isFirm, planningItemId } = order;
  const quantity = millionthsText(amount);
  return {
    row: {
      side: 'DEPENDENT',
      type: 'PlannedOrder',
      id,
      label,
      day,
      releaseDay: null,
      quantity,
      isFirm,
      planningItemId,
    },
    bucket,
    amount,
  };
}

/** What is started: of what loses a part in making, more than is received. */
function releasesOf(head: RecordHead, within: readonly Counted[], horizon: Horizon): Float64Array {
  const released = new Float64Array(horizon.buckets);
  const lot = { scrap: head.scrap, multiple: head.multiple ?? '0', isCounted: Number(head.isCounted) };
  for (const { row, amount } of within)
    if (row.side === 'PLANNED')
      released[bucketOf(horizon, toDayNumber(row.releaseDay ?? row.day))]! += startedFor(amount, lot);
  return released;
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

/** What orders have left of the forecast: what was expected in the past did not happen, and before the fence only orders count. */
function forecastsOf(all: readonly Counted[], head: RecordHead, horizon: Horizon): Counted[] {
  const count = horizon.buckets;
  const forecasts = all.filter(({ row, bucket }) => row.side === 'FORECAST' && bucket > 0 && bucket < count);
  if (forecasts.length === 0) return [];
  const fence = Math.max(1, fenceBucket(horizon, head.demandFenceDays));
  const classOf = ({ row }: Counted): number => row.demandClass ?? NO_CLASS;
  const within = all.filter(({ row, bucket }) => row.side === 'ORDER' && bucket < count);
  const classes = [...Map.groupBy([...forecasts, ...within], classOf)].map(([key, rows]) => {
    const [forecast, orders] = [sumBy(rows, ['FORECAST'], count), sumBy(rows, ['ORDER'], count)];
    return [key, { forecast: [...forecast], orders: [...orders] }] as const;
  });
  const left = consumeByClass(new Map(classes), head.consumption);
  const seen = new Set<string>();
  return forecasts.flatMap((counted): Counted[] => {
    const { row, bucket } = counted;
    const amount = left.get(classOf(counted))?.[bucket] ?? 0;
    const cell = `${classOf(counted)} ${bucket}`;
    if (bucket < fence || amount <= 0 || seen.has(cell)) return [];
    seen.add(cell);
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
  const { side, type, id, label, day, isFirm, planningItemId = null } = row;
  const figure = side === 'SCHEDULED' || side === 'PLANNED' ? FIGURES[side] : 'GROSS';
  return { figure, type, id, label, day, quantity: millionthsText(amount), isFirm, planningItemId };
}
