import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import { newId } from '../../../kernel/id.ts';
import { Ratio } from '../../../kernel/unit.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { supplyTerms, type SupplyTerm } from '../../catalog/supplier-item/supply-terms.service.ts';
import { unitConversion } from '../../catalog/item/unit-conversion.service.ts';
import { MixedCurrencies, NothingOrdered, NotSupplied, QuantityNotPositive } from '../purchasing.errors.ts';
import { PurchaseOrderLine } from './order-line.entity.ts';
import type { PurchaseOrder } from './purchase-order.entity.ts';
import { ScheduleLine } from './schedule-line.entity.ts';

/** A delivery asked for, in the unit of its line; with `confirmedOn` it is promised as well. */
export interface ScheduleDraft {
  readonly requestedOn: string;
  readonly confirmedOn?: string | null;
  readonly quantity: Decimal;
}

/** An order line as somebody wants it. What is left out comes from the supplier's terms for the item. */
export interface OrderLineDraft {
  readonly itemId: string;
  /** The order unit; by default the one agreed with the supplier. */
  readonly unit?: string | null;
  /** One order unit in stock units; only for a unit the catalogue does not know. */
  readonly ratio?: { readonly numerator: bigint; readonly denominator: bigint } | null;
  readonly unitPrice?: Decimal | null;
  readonly description?: string | null;
  readonly overTolerance?: Decimal | null;
  readonly underTolerance?: Decimal | null;
  readonly dateToleranceDays?: number | null;
  readonly isConsignment?: boolean | null;
  readonly schedules: readonly ScheduleDraft[];
}

interface UnitOfLine {
  readonly code: string;
  readonly ratio: Ratio;
}

/** Writes order lines with their schedule lines, and freezes unit, ratio and price as they are agreed today. */
export class OrderLines {
  /** @throws NothingOrdered, QuantityNotPositive, NotFound, NotSupplied, MixedCurrencies, UnknownUnit */
  async write(
    work: Work,
    order: PurchaseOrder,
    drafts: readonly OrderLineDraft[],
    firstNo = 1,
  ): Promise<ScheduleLine[]> {
    drafts.forEach(checkQuantities);
    const itemIds = [...new Set(drafts.map(({ itemId }) => itemId))];
    await this.checkItems(work, itemIds, drafts);
    const terms = await supplyTerms.of(work, order.supplierId, itemIds);
    const schedules = await inOrder(drafts, async (draft, index) => {
      const path = ['input', 'lines', String(index)];
      const term = terms.get(draft.itemId);
      const unit = await this.unitOf(work, draft, term, path);
      const line = lineOf(order, draft, unit, priceOf(order, draft, term, unit.ratio, path));
      line.lineNo = firstNo + index;
      work.em.persist(line);
      return draft.schedules.map((schedule, place) => scheduleOf(work, order, line, schedule, place + 1));
    });
    return schedules.flat();
  }

  private async checkItems(work: Work, itemIds: readonly string[], drafts: readonly OrderLineDraft[]): Promise<void> {
    const { rows } = await sql<{ id: string }>`
      select id from catalog_item where id = any(${itemIds}::uuid[])`.execute(work.sql);
    const known = new Set(rows.map(({ id }) => id));
    drafts.forEach(({ itemId }, index) => {
      if (!known.has(itemId)) throw new NotFound({}, ['input', 'lines', String(index), 'itemId']);
    });
  }

  private async unitOf(
    work: Work,
    draft: OrderLineDraft,
    term: SupplyTerm | undefined,
    path: readonly string[],
  ): Promise<UnitOfLine> {
    const code = draft.unit ?? term?.orderUnitCode;
    if (!code) throw new NotSupplied({ item: draft.itemId }, [...path, 'unit']);
    if (draft.ratio) return { code, ratio: Ratio.of(draft.ratio.numerator, draft.ratio.denominator) };
    if (term && code === term.orderUnitCode) return { code, ratio: term.ratio };
    return { code, ratio: await unitConversion.toStockUnit(work, draft.itemId, code, [...path, 'unit']) };
  }
}

/** A further schedule line of an order line; promised at once when it says so. */
export function scheduleOf(
  work: Work,
  order: PurchaseOrder,
  line: PurchaseOrderLine,
  draft: ScheduleDraft,
  scheduleNo: number,
): ScheduleLine {
  const schedule = Object.assign(new ScheduleLine(), {
    id: newId(),
    supplierId: order.supplierId,
    orderId: order.id,
    orderLineId: line.id,
    itemId: line.itemId,
    siteId: order.siteId,
    scheduleNo,
    unitCode: line.unitCode,
    numerator: line.numerator,
    denominator: line.denominator,
    requestedOn: draft.requestedOn,
    requestedQuantity: draft.quantity,
    isIssued: line.isIssued,
  });
  if (draft.confirmedOn) schedule.promise(draft.confirmedOn, draft.quantity);
  work.em.persist(schedule);
  return schedule;
}

function checkQuantities({ schedules }: OrderLineDraft, index: number): void {
  const path = ['input', 'lines', String(index), 'schedules'];
  if (schedules.length === 0) throw new NothingOrdered({}, path);
  schedules.forEach(({ quantity }, place) => {
    if (quantity.lte(0)) throw new QuantityNotPositive({}, [...path, String(place), 'quantity']);
  });
}

function lineOf(
  order: PurchaseOrder,
  draft: OrderLineDraft,
  { code, ratio }: UnitOfLine,
  unitPrice: Decimal,
): PurchaseOrderLine {
  const none = new Decimal(0);
  return Object.assign(new PurchaseOrderLine(), {
    supplierId: order.supplierId,
    orderId: order.id,
    itemId: draft.itemId,
    description: draft.description ?? '',
    unitCode: code,
    numerator: ratio.num,
    denominator: ratio.den,
    unitPrice,
    currency: order.currency,
    isConsignment: draft.isConsignment ?? order.isConsignment,
    overTolerance: draft.overTolerance ?? none,
    underTolerance: draft.underTolerance ?? none,
    dateToleranceDays: draft.dateToleranceDays ?? 0,
    isIssued: order.issuedAt !== null,
  });
}

// Agreed prices are per agreed order unit: another unit costs as much as it holds.
function priceOf(
  order: PurchaseOrder,
  draft: OrderLineDraft,
  term: SupplyTerm | undefined,
  ratio: Ratio,
  path: readonly string[],
): Decimal {
  if (draft.unitPrice) return draft.unitPrice;
  if (!term) return new Decimal(0);
  const perOrderUnit = ratio.times(term.ratio.inverse()).toDecimal();
  const ordered = Decimal.sum(0, ...draft.schedules.map(({ quantity }) => quantity)).times(perOrderUnit);
  const agreed = term.priceAt(ordered, order.orderedOn);
  if (!agreed) return new Decimal(0);
  if (term.currency !== order.currency) throw new MixedCurrencies({ left: order.currency, right: term.currency }, path);
  return agreed.times(perOrderUnit).toDecimalPlaces(4);
}

export const orderLines = new OrderLines();
