import { Decimal } from '../../../kernel/decimal.ts';
import type { Ratio } from '../../../kernel/unit.ts';

/** Where a price comes from; the first that has one holds. */
export const PRICE_SOURCES = ['CONTRACT', 'PRICE_LIST', 'DEFAULT_LIST', 'CATALOGUE'] as const;
export type PriceSource = (typeof PRICE_SOURCES)[number];

/** One price that could hold for an item, per `unitCode`, from a quantity of that unit upward. */
export interface PriceOffer {
  readonly source: PriceSource;
  readonly listCode: string;
  readonly listName: string;
  readonly currency: string;
  readonly isTaxInclusive: boolean;
  readonly unitCode: string;
  /** One `unitCode` in stock units. */
  readonly ratio: Ratio;
  readonly fromQuantity: Decimal;
  readonly unitPrice: Decimal;
}

/** What is to be priced: an amount in a unit of the item. */
export interface PriceQuestion {
  readonly unitCode: string;
  readonly ratio: Ratio;
  readonly quantity: Decimal;
}

export interface ChosenPrice {
  readonly offer: PriceOffer;
  /** Per unit of the question, in the currency of the offer. */
  readonly unitPrice: Decimal;
  /** The next tier that would be cheaper, in the unit of the offer. */
  readonly next: PriceOffer | null;
}

/** Prices are kept to four decimal places, as the database keeps them. */
const PRICE_PLACES = 4;

/**
 * The price that holds: by source in the order of PRICE_SOURCES; of one source the tiers in the asked unit where it has
 * any, else those of another unit, converted; of those the highest `fromQuantity` that is not above the quantity.
 * Tiers 1: 10, 10: 8, 20: 7 -> 9 cost 90, 10 cost 80, 19 cost 152, 20 cost 140.
 */
export function choosePrice(offers: readonly PriceOffer[], asked: PriceQuestion): ChosenPrice | null {
  for (const source of PRICE_SOURCES) {
    const ofSource = offers.filter((offer) => offer.source === source);
    const sameUnit = ofSource.filter(({ unitCode }) => unitCode === asked.unitCode);
    const chosen = chooseTier(sameUnit, asked) ?? chooseTier(ofSource, asked);
    if (chosen) return chosen;
  }
  return null;
}

function chooseTier(offers: readonly PriceOffer[], asked: PriceQuestion): ChosenPrice | null {
  const ladder = offers.toSorted((a, b) => a.fromQuantity.comparedTo(b.fromQuantity));
  const place = ladder.findLastIndex((offer) => offer.fromQuantity.lte(inUnitOf(offer, asked)));
  const offer = ladder[place];
  if (!offer) return null;
  const factor = asked.ratio.times(offer.ratio.inverse()).toDecimal();
  const unitPrice = offer.unitPrice.times(factor).toDecimalPlaces(PRICE_PLACES);
  return { offer, unitPrice, next: ladder[place + 1] ?? null };
}

const inUnitOf = (offer: PriceOffer, { quantity, ratio }: PriceQuestion): Decimal =>
  quantity.times(ratio.times(offer.ratio.inverse()).toDecimal());

/** A price in another currency and on the other side of tax: price x rate, then with or without tax. */
export function translatePrice(
  unitPrice: Decimal,
  exchange: Decimal,
  tax: { readonly rate: Decimal; readonly from: boolean; readonly to: boolean },
): Decimal {
  const gross = tax.rate.plus(1);
  const factor = tax.from === tax.to ? new Decimal(1) : tax.to ? gross : new Decimal(1).div(gross);
  return unitPrice.times(exchange).times(factor).toDecimalPlaces(PRICE_PLACES);
}

/** A promotion that could hold for an item. */
export interface PromotionOffer {
  readonly code: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly discount: Decimal;
  readonly fromQuantity: Decimal;
  readonly appliesToContracts: boolean;
}

/** The promotion that takes most off, from its quantity (in the stock unit) upward; contracts only where it says so. */
export function choosePromotion(
  promotions: readonly PromotionOffer[],
  source: PriceSource,
  quantityStock: Decimal,
): PromotionOffer | null {
  const fitting = promotions.filter(
    ({ fromQuantity, appliesToContracts }) =>
      fromQuantity.lte(quantityStock) && (source !== 'CONTRACT' || appliesToContracts),
  );
  return fitting.toSorted((a, b) => b.discount.comparedTo(a.discount) || (a.code < b.code ? -1 : 1))[0] ?? null;
}
