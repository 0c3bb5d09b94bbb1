import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { Ratio } from '../../../kernel/unit.ts';
import type { Work } from '../../../platform/db/work.ts';
import { priceAt, type Price } from './price-break.calc.ts';

/** On which terms one supplier supplies one item. Order quantities are in order units. */
export interface SupplyTerm {
  readonly supplierItemId: string;
  readonly supplierId: string;
  readonly itemId: string;
  readonly supplierSku: string;
  readonly orderUnitCode: string;
  readonly stockUnitCode: string;
  /** One order unit is numerator / denominator of the stock unit. */
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly ratio: Ratio;
  readonly minimum: Decimal;
  readonly multiple: Decimal;
  readonly maximum: Decimal | null;
  /** Working days of this supplier, never of another one. */
  readonly leadTimeDays: number;
  readonly currency: string;
  readonly isActive: boolean;
  /** The price of one order unit when `quantity` order units are ordered on that day; null when none is agreed. */
  priceAt(quantity: Decimal, date: CalendarDate): Decimal | null;
}

interface Row {
  supplier_item_id: string;
  supplier_id: string;
  item_id: string;
  supplier_sku: string;
  order_unit_code: string;
  stock_unit_code: string;
  numerator: string;
  denominator: string;
  minimum_quantity: string;
  order_multiple: string;
  maximum_quantity: string | null;
  lead_time_days: number;
  currency: string;
  is_active: boolean;
  prices: { from: string; price: string; valid_from: string | null; valid_to: string | null }[];
}

/** Knows what was agreed with a supplier: units, order quantities, lead times and prices. */
export class SupplyTerms {
  /** The terms of this supplier per item id, in one statement; an item it does not supply is left out. */
  async of(work: Work, supplierId: string, itemIds: readonly string[]): Promise<ReadonlyMap<string, SupplyTerm>> {
    if (itemIds.length === 0) return new Map();
    const { rows } = await sql<Row>`
      select s.id as supplier_item_id, s.supplier_id, s.item_id, s.supplier_sku, s.order_unit_code,
             i.unit_code as stock_unit_code, s.numerator::text, s.denominator::text, s.minimum_quantity::text,
             s.order_multiple::text, s.maximum_quantity::text, s.lead_time_days, s.currency, s.is_active,
             coalesce((select json_agg(json_build_object(
                 'from', p.from_quantity::text, 'price', p.unit_price::text,
                 'valid_from', case when isfinite(p.valid_from) then p.valid_from end,
                 'valid_to', case when isfinite(p.valid_to) then p.valid_to end))
               from catalog_price_break p where p.supplier_item_id = s.id), '[]') as prices
      from catalog_supplier_item s join catalog_item i on i.id = s.item_id
      where s.supplier_id = ${supplierId} and s.item_id = any(${itemIds}::uuid[])`.execute(work.sql);
    return new Map(rows.map((row) => [row.item_id, termOf(row)]));
  }
}

function termOf(row: Row): SupplyTerm {
  const [numerator, denominator] = [BigInt(row.numerator), BigInt(row.denominator)];
  const prices: Price[] = row.prices.map((price) => ({
    fromQuantity: new Decimal(price.from),
    unitPrice: new Decimal(price.price),
    validFrom: price.valid_from,
    validTo: price.valid_to,
  }));
  return {
    supplierItemId: row.supplier_item_id,
    supplierId: row.supplier_id,
    itemId: row.item_id,
    supplierSku: row.supplier_sku,
    orderUnitCode: row.order_unit_code,
    stockUnitCode: row.stock_unit_code,
    numerator,
    denominator,
    ratio: Ratio.of(numerator, denominator),
    minimum: new Decimal(row.minimum_quantity),
    multiple: new Decimal(row.order_multiple),
    maximum: row.maximum_quantity === null ? null : new Decimal(row.maximum_quantity),
    leadTimeDays: row.lead_time_days,
    currency: row.currency,
    isActive: row.is_active,
    priceAt: (quantity, date) => priceAt(prices, quantity, date),
  };
}

export const supplyTerms = new SupplyTerms();
