import { Decimal } from '../../../kernel/decimal.ts';
import type { Ratio } from '../../../kernel/unit.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NoPrice } from '../sales.errors.ts';
import { exchangeRates } from '../terms/exchange-rates.service.ts';
import { choosePrice, choosePromotion, translatePrice, type ChosenPrice, type PromotionOffer } from './price.calc.ts';
import { readOffers, type Offers, type OffersOfItem, type PricingTerms } from './price-offers.service.ts';

export interface PricedQuestion {
  readonly itemId: string;
  readonly unitCode: string;
  readonly ratio: Ratio;
  readonly quantity: Decimal;
  readonly taxRate: Decimal;
}

/** Why a line costs what it costs, as it is kept on the line; decimals as text. */
export interface PriceExplanation {
  readonly source: string;
  readonly listCode?: string;
  readonly listName?: string;
  readonly listPrice?: string;
  readonly listCurrency?: string;
  readonly listUnit?: string;
  readonly fromQuantity?: string;
  readonly nextFromQuantity?: string;
  readonly nextListPrice?: string;
  readonly exchangeRate?: string;
  readonly promotionCode?: string;
  readonly promotionEn?: string;
  readonly promotionZh?: string;
  readonly pricedOn: string;
  readonly personId?: string;
}

export interface PricedLine {
  readonly unitPrice: Decimal;
  readonly discount: Decimal;
  readonly explanation: PriceExplanation;
}

/** Answers what something costs whom, and why. */
export class Pricing {
  /** The price of each line, null where there is none; one look at the lists for all of them, unless it was done. @throws NoExchangeRate */
  async find(
    work: Work,
    terms: PricingTerms,
    lines: readonly PricedQuestion[],
    known: Offers | null = null,
  ): Promise<(PricedLine | null)[]> {
    const itemIds = [...new Set(lines.map(({ itemId }) => itemId))];
    const offers = known ?? (await readOffers(work, terms, itemIds));
    const currencies = [...offers.values()].flatMap(({ prices }) => prices.map(({ currency }) => currency));
    const rates = await exchangeRates.between(work, currencies, terms.currency, terms.on);
    return lines.map((line) => priceOf(line, offers.get(line.itemId), terms, rates));
  }

  /** As `find`, for lines that must have a price. @throws NoPrice at the path of the first that has none */
  async price(
    work: Work,
    terms: PricingTerms,
    lines: readonly (PricedQuestion & { readonly sku: string; readonly path: readonly string[] })[],
  ): Promise<PricedLine[]> {
    const found = await this.find(work, terms, lines);
    return lines.map((line, index) => {
      const price = found[index];
      if (!price) throw new NoPrice({ item: line.sku, unit: line.unitCode }, line.path);
      return price;
    });
  }
}

function priceOf(
  line: PricedQuestion,
  offers: OffersOfItem | undefined,
  terms: PricingTerms,
  rates: ReadonlyMap<string, Decimal>,
): PricedLine | null {
  const chosen = offers && choosePrice(offers.prices, line);
  if (!chosen) return null;
  const { offer } = chosen;
  const exchange = rates.get(offer.currency) ?? new Decimal(1);
  const stock = line.quantity.times(line.ratio.toDecimal());
  const promotion = choosePromotion(offers.promotions, offer.source, stock);
  const tax = { rate: line.taxRate, from: offer.isTaxInclusive, to: terms.isTaxInclusive };
  return {
    unitPrice: translatePrice(chosen.unitPrice, exchange, tax),
    discount: promotion?.discount ?? new Decimal(0),
    explanation: explain(chosen, promotion, exchange, terms),
  };
}

function explain(
  { offer, next }: ChosenPrice,
  promotion: PromotionOffer | null,
  exchange: Decimal,
  { currency, on }: PricingTerms,
): PriceExplanation {
  return {
    source: offer.source,
    listCode: offer.listCode,
    listName: offer.listName,
    listPrice: offer.unitPrice.toString(),
    listCurrency: offer.currency,
    listUnit: offer.unitCode,
    fromQuantity: offer.fromQuantity.toString(),
    ...(next ? { nextFromQuantity: next.fromQuantity.toString(), nextListPrice: next.unitPrice.toString() } : {}),
    ...(offer.currency === currency ? {} : { exchangeRate: exchange.toString() }),
    ...(promotion
      ? { promotionCode: promotion.code, promotionEn: promotion.nameEn, promotionZh: promotion.nameZh }
      : {}),
    pricedOn: on,
  };
}

export const pricing = new Pricing();
