import { Decimal } from '../../../kernel/decimal.ts';
import { Ratio } from '../../../kernel/unit.ts';
import { together } from '../../../platform/db/together.ts';
import type { Work } from '../../../platform/db/work.ts';
import { offersForOrder, type Offers } from '../price/price-offers.service.ts';
import { exchangeRates, type RateOfToday } from '../terms/exchange-rates.service.ts';
import type { PricedLineOfOrder } from './order-lines.service.ts';

/** A line as placing looks at it: it is read and never changed. */
export interface PlacedLine extends PricedLineOfOrder {
  readonly id: string;
  readonly siteId: string;
}

/** What an order is placed by, as of today. */
export interface PlacingFacts extends RateOfToday {
  readonly lines: readonly PlacedLine[];
  readonly offers: Offers;
}

/** All of it by the id of the order, so that it travels with the lock on the order. */
export async function placingFacts(work: Work, orderId: string): Promise<PlacingFacts> {
  const [lines, offers, day] = await together(
    work.send<LineRow>(LINES, [orderId]),
    offersForOrder(work, orderId),
    exchangeRates.ofOrder(work, orderId),
  );
  return { lines: lines.map(lineOf), offers, ...day };
}

const LINES = `
  select id, item_id, site_id, unit_code, numerator::text, denominator::text, ordered_quantity::text, tax_rate::text,
    unit_price::text, discount::text, price_explanation->>'source' as source
  from sales_order_line where order_id = $1::uuid order by line_no`;

type LineRow = Record<
  | 'id'
  | 'item_id'
  | 'site_id'
  | 'unit_code'
  | 'numerator'
  | 'denominator'
  | 'ordered_quantity'
  | 'tax_rate'
  | 'unit_price'
  | 'discount'
  | 'source',
  string
>;

function lineOf(row: LineRow): PlacedLine {
  const ratio = Ratio.of(BigInt(row.numerator), BigInt(row.denominator));
  return {
    id: row.id,
    siteId: row.site_id,
    itemId: row.item_id,
    unitCode: row.unit_code,
    ratio,
    quantity: new Decimal(row.ordered_quantity).times(ratio.inverse().toDecimal()).toDecimalPlaces(6),
    taxRate: new Decimal(row.tax_rate),
    unitPrice: new Decimal(row.unit_price),
    discount: new Decimal(row.discount),
    isManual: row.source === 'MANUAL',
  };
}
