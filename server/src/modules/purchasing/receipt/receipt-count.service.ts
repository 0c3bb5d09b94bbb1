import { Decimal } from '../../../kernel/decimal.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import { Ratio } from '../../../kernel/unit.ts';
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
  const scheduleIdOf = (line: CountedLine): string | null =>
    line.noticeLineId
      ? (announced.get(line.noticeLineId)?.scheduleLineId ?? null)
      : (line.scheduleLineId ?? null);
  const scheduleIds = given.flatMap((line) => scheduleIdOf(line) ?? []);
  const { schedules, orders } = await lockSchedules(work, scheduleIds, ['input', 'lines']);
  for (const order of orders.values()) step(order, 'receive');
  const byId = new Map(schedules.map((schedule) => [schedule.id, schedule]));
  const lineIds = [...new Set(schedules.map(({ orderLineId }) => orderLineId))];
  const orderLines = new Map(
    (await work.em.find(PurchaseOrderLine, { id: { $in: lineIds } })).map((line) => [line.id, line]),
  );
  const itemIds = [...given.flatMap(({ itemId }) => itemId ?? []), ...schedules.map(({ itemId }) => itemId)];
  const items = new Map((await work.em.find(Item, { id: { $in: itemIds } })).map((item) => [item.id, item]));
  return inOrder(given, async (line, index) => {
    const path = ['input', 'lines', String(index)];
    const noticeLine = line.noticeLineId ? (announced.get(line.noticeLineId) ?? null) : null;
    if (line.noticeLineId && !noticeLine) throw new NotFound({}, [...path, 'noticeLineId']);
    const schedule = byId.get(scheduleIdOf(line) ?? '') ?? null;
    const orderLine = schedule ? (orderLines.get(schedule.orderLineId) ?? null) : null;
    const item = items.get(schedule?.itemId ?? line.itemId ?? '') ?? null;
    if (line.itemId && !item) throw new NotFound({}, [...path, 'itemId']);
    const count = countOf(line, schedule, path);
    if (item?.isLotTracked && !line.lot?.trim()) throw new LotMissing({}, [...path, 'lot']);
    const unit = await unitOf(work, line, orderLine, item, path);
    return { given: line, count, noticeLine, schedule, orderLine, item, unit, path };
  });
}

// Goods that nobody ordered wait in quarantine until somebody decides, whatever the count said.
function countOf(line: CountedLine, schedule: ScheduleLine | null, path: readonly string[]): Count {
  const count = wholeCount(line);
  if (!count) throw new CountDoesNotAddUp({}, [...path, 'receivedQuantity']);
  if (count.rejected.gt(0) && !line.rejectReason?.trim())
    throw new ReasonMissing({}, [...path, 'rejectReason']);
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
