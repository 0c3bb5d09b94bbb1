import { Decimal } from '../../../kernel/decimal.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import { Ratio } from '../../../kernel/unit.ts';
import { together } from '../../../platform/db/together.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { Item } from '../../catalog/item/item.entity.ts';
import { unitConversion } from '../../catalog/item/unit-conversion.service.ts';
import type { ShipmentNoticeLine } from '../notice/notice-line.entity.ts';
import { lockSchedules, step } from '../order/order-lock.service.ts';
import { PurchaseOrderLine } from '../order/order-line.entity.ts';
import type { ScheduleLine } from '../order/schedule-line.entity.ts';
import { CountDoesNotAddUp, LotMissing, ReasonMissing } from '../purchasing.errors.ts';
import { wholeCount, type Count, type CountInput } from './receipt-quantities.calc.ts';

/** One counted line as it is put in: for a notice line, a schedule line, or goods that nobody ordered. */
export interface CountedLine extends CountInput {
  readonly noticeLineId?: string | null;
  readonly scheduleLineId?: string | null;
  readonly itemId?: string | null;
  /** What goods look like that nobody here knows. */
  readonly description?: string | null;
  /** The counted unit, by default the ordered one. */
  readonly unit?: string | null;
  readonly rejectReason?: string | null;
  readonly lot?: string | null;
}

/** The same with everything it refers to. */
export interface ResolvedLine {
  readonly given: CountedLine;
  readonly count: Count;
  readonly noticeLine: ShipmentNoticeLine | null;
  readonly schedule: ScheduleLine | null;
  readonly orderLine: PurchaseOrderLine | null;
  readonly item: Item | null;
  readonly unit: { readonly code: string; readonly ratio: Ratio };
  readonly path: readonly string[];
}

export const ratioOf = ({ numerator, denominator }: { numerator: bigint; denominator: bigint }): Ratio =>
  Ratio.of(BigInt(numerator), BigInt(denominator));

/** Finds what each counted line is about, with its orders held. @throws NotFound, CountDoesNotAddUp, LotMissing, UnknownUnit */
export async function resolveLines(
  work: Work,
  given: readonly CountedLine[],
  noticeLines: readonly ShipmentNoticeLine[],
): Promise<ResolvedLine[]> {
  const announced = new Map(noticeLines.map((line) => [line.id, line]));
  const placed = given.map((line, index) => placeOf(line, announced, ['input', 'lines', String(index)]));
  const scheduleIds = placed.flatMap(({ scheduleId }) => scheduleId ?? []);
  const { schedules, orders } = await lockSchedules(work, scheduleIds, ['input', 'lines']);
  for (const order of orders.values()) step(order, 'receive');
  const byId = new Map(schedules.map((schedule) => [schedule.id, schedule]));
  const lineIds = [...new Set(schedules.map(({ orderLineId }) => orderLineId))];
  const itemIds = [...given.flatMap(({ itemId }) => itemId ?? []), ...schedules.map(({ itemId }) => itemId)];
  const [ordered, kept] = await together(
    work.em.find(PurchaseOrderLine, { id: { $in: lineIds } }),
    work.em.find(Item, { id: { $in: itemIds } }),
  );
  const orderLines = new Map(ordered.map((line) => [line.id, line]));
  const items = new Map(kept.map((item) => [item.id, item]));
  return inOrder(placed, async (place) => {
    const { line, path } = place;
    const schedule = byId.get(place.scheduleId ?? '') ?? null;
    const orderLine = orderLines.get(schedule?.orderLineId ?? '') ?? null;
    const item = items.get(schedule?.itemId ?? line.itemId ?? '') ?? null;
    const count = countOf(line, schedule, path);
    checkItem(line, item, path);
    const unit = await unitOf(work, line, orderLine, item, path);
    return { given: line, count, noticeLine: place.noticeLine, schedule, orderLine, item, unit, path };
  });
}

interface Placed {
  readonly line: CountedLine;
  readonly path: readonly string[];
  readonly noticeLine: ShipmentNoticeLine | null;
  readonly scheduleId: string | null;
}

function placeOf(
  line: CountedLine,
  announced: ReadonlyMap<string, ShipmentNoticeLine>,
  path: readonly string[],
): Placed {
  if (!line.noticeLineId) return { line, path, noticeLine: null, scheduleId: line.scheduleLineId ?? null };
  const noticeLine = announced.get(line.noticeLineId);
  if (!noticeLine) throw new NotFound({}, [...path, 'noticeLineId']);
  return { line, path, noticeLine, scheduleId: noticeLine.scheduleLineId };
}

function checkItem(line: CountedLine, item: Item | null, path: readonly string[]): void {
  if (line.itemId && !item) throw new NotFound({}, [...path, 'itemId']);
  if (item?.isLotTracked && !line.lot?.trim()) throw new LotMissing({}, [...path, 'lot']);
}

// Goods that nobody ordered wait in quarantine until somebody decides, whatever the count said.
function countOf(line: CountedLine, schedule: ScheduleLine | null, path: readonly string[]): Count {
  const count = wholeCount(line);
  if (!count) throw new CountDoesNotAddUp({}, [...path, 'receivedQuantity']);
  if (count.rejected.gt(0) && !line.rejectReason?.trim()) throw new ReasonMissing({}, [...path, 'rejectReason']);
  if (schedule) return count;
  return { ...count, accepted: new Decimal(0), quarantine: count.received.minus(count.rejected) };
}

async function unitOf(
  work: Work,
  line: CountedLine,
  orderLine: PurchaseOrderLine | null,
  item: Item | null,
  path: readonly string[],
): Promise<ResolvedLine['unit']> {
  const code = line.unit ?? orderLine?.unitCode ?? item?.unitCode ?? '';
  if (orderLine && code === orderLine.unitCode) return { code, ratio: ratioOf(orderLine) };
  if (!item) return { code, ratio: Ratio.of(1) };
  return { code, ratio: await unitConversion.toStockUnit(work, item.id, code, [...path, 'unit']) };
}
