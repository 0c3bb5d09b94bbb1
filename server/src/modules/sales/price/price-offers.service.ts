import { Decimal } from '../../../kernel/decimal.ts';
import { Ratio } from '../../../kernel/unit.ts';
import { together } from '../../../platform/db/together.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { PriceOffer, PriceSource, PromotionOffer } from './price.calc.ts';
import { OF_ITEMS, OF_ORDER } from './price-offers.reads.ts';

/** For whom, in which currency, with which taxes, and on which day. */
export interface PricingTerms {
  readonly customerId: string;
  readonly currency: string;
  readonly isTaxInclusive: boolean;
  readonly on: string;
}

/** Every price and promotion that could hold for an item. */
export interface OffersOfItem {
  readonly prices: readonly PriceOffer[];
  readonly promotions: readonly PromotionOffer[];
}

interface PriceRow {
  item_id: string;
  source: PriceSource;
  code: string;
  name: string;
  currency: string;
  is_tax_inclusive: boolean;
  unit_code: string;
  numerator: string;
  denominator: string;
  from_quantity: string;
  unit_price: string;
}

interface PromotionRow {
  item_id: string;
  code: string;
  name_en: string;
  name_zh: string;
  discount: string;
  from_quantity: string;
  applies_to_contracts: boolean;
}

export type Offers = ReadonlyMap<string, OffersOfItem>;

/** The offers of these items for this customer on this day, in two statements. */
export const readOffers = (work: Work, { customerId, on }: PricingTerms, itemIds: readonly string[]): Promise<Offers> =>
  offersBy(work, OF_ITEMS, [customerId, on, itemIds]);

/** The offers of what stands in an order, on the day it is where its goods leave: they are asked for by its id alone. */
export const offersForOrder = (work: Work, orderId: string): Promise<Offers> =>
  offersBy(work, OF_ORDER, [orderId, work.clock.now()]);

async function offersBy(work: Work, asked: { prices: string; promotions: string }, values: unknown[]): Promise<Offers> {
  const [prices, promotions] = await together(
    work.send<PriceRow>(asked.prices, values),
    work.send<PromotionRow>(asked.promotions, values),
  );
  const itemIds = new Set([...prices, ...promotions].map((row) => row.item_id));
  return new Map(
    [...itemIds].map((itemId) => [
      itemId,
      {
        prices: prices.filter((row) => row.item_id === itemId).map(offerOf),
        promotions: promotions.filter((row) => row.item_id === itemId).map(promotionOf),
      },
    ]),
  );
}

const offerOf = (row: PriceRow): PriceOffer => ({
  source: row.source,
  listCode: row.code,
  listName: row.name,
  currency: row.currency,
  isTaxInclusive: row.is_tax_inclusive,
  unitCode: row.unit_code,
  ratio: Ratio.of(BigInt(row.numerator), BigInt(row.denominator)),
  fromQuantity: new Decimal(row.from_quantity),
  unitPrice: new Decimal(row.unit_price),
});

const promotionOf = (row: PromotionRow): PromotionOffer => ({
  code: row.code,
  nameEn: row.name_en,
  nameZh: row.name_zh,
  discount: new Decimal(row.discount),
  fromQuantity: new Decimal(row.from_quantity),
  appliesToContracts: row.applies_to_contracts,
});
