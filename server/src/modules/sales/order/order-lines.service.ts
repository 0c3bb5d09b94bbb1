import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import { Ratio } from '../../../kernel/unit.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { UnknownUnit } from '../../catalog/catalog.errors.ts';
import type { Offers, PricingTerms } from '../price/price-offers.service.ts';
import { pricing, type PricedLine, type PricedQuestion } from '../price/pricing.service.ts';
import { NoPrice, NotForSale, QuantityNotPositive } from '../sales.errors.ts';
import { SalesOrderLine } from './sales-order-line.entity.ts';
import type { SalesOrder } from './sales-order.entity.ts';

/** An order line as somebody wants it; what is left out goes without saying. */
export interface LineDraft {
  readonly itemId: string;
  /** By default the stock unit. */
  readonly unit?: string | null;
  /** In that unit. */
  readonly quantity: Decimal;
  /** By default the order's. */
  readonly requestedOn?: string | null;
  /** Only the staff sets prices by hand, per unit. */
  readonly unitPrice?: Decimal | null;
  readonly discount?: Decimal | null;
}

/** A line that has a price, in its ordered unit. */
export interface PricedLineOfOrder extends PricedQuestion {
  readonly unitPrice: Decimal;
  readonly discount: Decimal;
  /** Whether the staff set the price by hand. */
  readonly isManual: boolean;
}

interface Sellable {
  id: string;
  sku: string;
  name: string;
  is_sellable: boolean;
  unit_code: string;
  units: { code: string; numerator: string; denominator: string }[];
}

/** A line whose item and unit are known. */
interface Understood {
  readonly draft: LineDraft;
  readonly item: Sellable;
  readonly unitCode: string;
  readonly ratio: Ratio;
  readonly path: readonly string[];
}

/** Makes order lines: checks items and units, finds the price, and freezes all of it. */
export class SalesOrderLines {
  /** New lines after the ones there are. @throws NotFound, NotForSale, UnknownUnit, QuantityNotPositive, NoPrice */
  async add(
    work: Work,
    order: SalesOrder,
    drafts: readonly LineDraft[],
    { firstNo, taxRate, field = 'lines' }: { firstNo: number; taxRate: Decimal; field?: string },
  ): Promise<SalesOrderLine[]> {
    const understood = await this.understand(work, drafts, field);
    const prices = await this.prices(work, order, understood, taxRate);
    const lines = understood.map((line, index) => lineOf(order, line, prices[index], firstNo + index, taxRate));
    work.em.persist(lines);
    return lines;
  }

  /** Prices lines of a draft again as of a day; what the staff priced by hand stays. */
  async priceAgain(work: Work, order: SalesOrder, lines: readonly SalesOrderLine[], on: string): Promise<void> {
    const listed = lines.filter(({ priceExplanation }) => priceExplanation.source !== 'MANUAL');
    const found = await this.pricesOf(work, order, listed.map(askedOf), on);
    listed.forEach((line, index) => takePrice(line, found[index]));
  }

  /** Whether the lines of an order cost on that day what they say. @throws NoPrice for one that has none any more */
  async costAsSaid(
    work: Work,
    order: SalesOrder,
    lines: readonly PricedLineOfOrder[],
    { today, offers }: { readonly today: string; readonly offers: Offers },
  ): Promise<boolean> {
    const listed = lines.filter(({ isManual }) => !isManual);
    const found = await this.pricesOf(work, order, listed, today, offers);
    return listed.every((line, index) => costsTheSame(line, found[index]));
  }

  private async pricesOf(
    work: Work,
    order: SalesOrder,
    lines: readonly PricedQuestion[],
    on: string,
    offers: Offers | null = null,
  ): Promise<(PricedLine | null)[]> {
    const found = await pricing.find(work, termsOf(order, on), lines, offers);
    const unpriced = lines.find((_, index) => !found[index]);
    if (unpriced) throw await this.noPriceOf(work, unpriced);
    return found;
  }

  private async understand(work: Work, drafts: readonly LineDraft[], field: string): Promise<Understood[]> {
    const items = await this.itemsOf(work, [...new Set(drafts.map(({ itemId }) => itemId))]);
    return drafts.map((draft, index) => {
      const path = ['input', field, String(index)];
      const item = items.get(draft.itemId);
      if (!item) throw new NotFound({}, [...path, 'itemId']);
      if (!item.is_sellable) throw new NotForSale({ item: item.sku }, [...path, 'itemId']);
      if (draft.quantity.lte(0)) throw new QuantityNotPositive({}, [...path, 'quantity']);
      const unitCode = draft.unit ?? item.unit_code;
      const unit = item.units.find(({ code }) => code === unitCode);
      if (!unit) throw new UnknownUnit({ unit: unitCode }, [...path, 'unit']);
      return { draft, item, unitCode, path, ratio: Ratio.of(BigInt(unit.numerator), BigInt(unit.denominator)) };
    });
  }

  private async itemsOf(work: Work, itemIds: readonly string[]): Promise<Map<string, Sellable>> {
    const { rows } = await sql<Sellable>`
      select i.id, i.sku, i.name_en as name, i.is_sellable and i.is_active as is_sellable, i.unit_code,
             jsonb_build_array(jsonb_build_object('code', i.unit_code, 'numerator', '1', 'denominator', '1')) || coalesce((
               select jsonb_agg(jsonb_build_object('code', u.unit_code, 'numerator', u.numerator::text, 'denominator', u.denominator::text))
               from catalog_item_unit u where u.item_id = i.id), '[]') as units
      from catalog_item i where i.id = any(${[...itemIds]}::uuid[])`.execute(work.sql);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async prices(
    work: Work,
    order: SalesOrder,
    lines: readonly Understood[],
    taxRate: Decimal,
  ): Promise<(PricedLine | undefined)[]> {
    const listed = lines.filter(({ draft }) => !draft.unitPrice);
    const found = await pricing.price(
      work,
      termsOf(order, order.orderedOn),
      listed.map(({ draft, item, unitCode, ratio, path }) => ({
        itemId: item.id,
        unitCode,
        ratio,
        quantity: draft.quantity,
        taxRate,
        sku: item.sku,
        path,
      })),
    );
    const prices = new Map(listed.map((line, index) => [line, found[index]]));
    return lines.map((line) => prices.get(line) ?? manualPrice(work, order, line.draft));
  }

  private async noPriceOf(work: Work, { itemId, unitCode }: PricedQuestion): Promise<NoPrice> {
    const { rows } = await sql<{ sku: string }>`select sku from catalog_item where id = ${itemId}`.execute(work.sql);
    return new NoPrice({ item: rows[0]?.sku ?? '', unit: unitCode }, ['input', 'orderId']);
  }
}

const termsOf = ({ customerId, currency, isTaxInclusive }: SalesOrder, on: string): PricingTerms => ({
  customerId,
  currency,
  isTaxInclusive,
  on,
});

function manualPrice(work: Work, order: SalesOrder, { unitPrice, discount }: LineDraft): PricedLine {
  const { personId } = work.actor;
  return {
    unitPrice: unitPrice ?? new Decimal(0),
    discount: discount ?? new Decimal(0),
    explanation: { source: 'MANUAL', pricedOn: order.orderedOn, ...(personId ? { personId } : {}) },
  };
}

const askedOf = (line: SalesOrderLine): PricedQuestion => ({
  itemId: line.itemId,
  unitCode: line.unitCode,
  ratio: line.ratio,
  quantity: line.inOrderedUnit(line.orderedQuantity),
  taxRate: line.taxRate,
});

const costsTheSame = (line: Pick<PricedLine, 'unitPrice' | 'discount'>, price: PricedLine | null | undefined) =>
  price === null || price === undefined || (line.unitPrice.eq(price.unitPrice) && line.discount.eq(price.discount));

function takePrice(line: SalesOrderLine, price: PricedLine | null | undefined): void {
  if (!price || costsTheSame(line, price)) return;
  const { unitPrice, discount, explanation } = price;
  Object.assign(line, { unitPrice, discount, priceExplanation: explanation });
}

function lineOf(
  order: SalesOrder,
  { draft, item, unitCode, ratio }: Understood,
  price: PricedLine | undefined,
  lineNo: number,
  taxRate: Decimal,
): SalesOrderLine {
  return Object.assign(new SalesOrderLine(), {
    customerId: order.customerId,
    orderId: order.id,
    siteId: order.siteId,
    lineNo,
    itemId: item.id,
    description: item.name,
    unitCode,
    numerator: ratio.num,
    denominator: ratio.den,
    orderedQuantity: draft.quantity.times(ratio.toDecimal()).toDecimalPlaces(6),
    currency: order.currency,
    unitPrice: price?.unitPrice ?? new Decimal(0),
    discount: draft.discount ?? price?.discount ?? new Decimal(0),
    taxRate,
    priceExplanation: price?.explanation ?? {},
    requestedOn: draft.requestedOn ?? order.requestedOn,
  });
}

export const salesOrderLines = new SalesOrderLines();
