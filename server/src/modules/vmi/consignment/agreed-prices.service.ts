import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { supplyTerms } from '../../catalog/supplier-item/supply-terms.service.ts';
import { NoAgreedPrice } from './consignment.errors.ts';

/** The price per stock unit that was agreed with a supplier for a day. */
class AgreedPrices {
  /** @throws NoAgreedPrice */
  async of(
    work: Work,
    supplierId: string,
    itemId: string,
    quantity: Decimal,
    day: string,
  ): Promise<{ unitPrice: Decimal; currency: string }> {
    const terms = (await supplyTerms.of(work, supplierId, [itemId])).get(itemId);
    // Terms are per order unit: one of those is numerator / denominator stock units.
    const ordered = terms && quantity.times(terms.denominator.toString()).div(terms.numerator.toString());
    const price = ordered && terms.priceAt(ordered, day);
    if (!terms || !price) throw new NoAgreedPrice({ day }, ['input', 'occurredOn']);
    const unitPrice = price.times(terms.denominator.toString()).div(terms.numerator.toString()).toDecimalPlaces(6);
    return { unitPrice: new Decimal(unitPrice), currency: terms.currency };
  }
}

export const agreedPrices = new AgreedPrices();
