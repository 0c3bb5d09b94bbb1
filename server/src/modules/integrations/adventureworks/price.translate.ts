import type { Step } from '../load/run-import.ts';
import { priceListLoader, priceLoader, promotionLoader } from '../load/sales-terms.load.ts';
import { skuOf, unitByProduct } from './master.translate.ts';
import { PRICE_LIST } from './names.ts';
import type { Shift } from './shift.calc.ts';
import type { AdventureWorksFiles } from './source.ts';
import { numberOf, stepFrom } from './step.ts';

const dayOf = (text: string, shift: Shift): string | null => (text === '' ? null : shift(text));

/**
 * List prices over time, and special offers as promotions of one item each. It is the default list unless there is one.
 * An offer without a discount is none; the most of a quantity range is left out, as a better offer begins there.
 */
export function priceSteps(files: AdventureWorksFiles, shift: Shift, isDefault: boolean): Step[] {
  const unitOf = unitByProduct(files.rows('bill_of_materials', 'ComponentID', 'UnitMeasureCode', 'EndDate'));
  const history = files.rows('product_list_price_history', 'ProductID', 'StartDate', 'EndDate', 'ListPrice');
  const offers = new Map(
    files
      .rows('special_offer', 'SpecialOfferID', 'Description', 'DiscountPct', 'StartDate', 'EndDate', 'MinQty')
      .map((row) => [row.get('SpecialOfferID'), row]),
  );
  const offered = files.rows('special_offer_product', 'SpecialOfferID', 'ProductID').flatMap((row) => {
    const offer = offers.get(row.get('SpecialOfferID'));
    return offer && Number(offer.get('DiscountPct')) > 0 ? [{ line: row.line, row, offer }] : [];
  });
  return [
    stepFrom(priceListLoader, 'price list', [{ line: 1 }], () => ({
      code: PRICE_LIST,
      name: 'Adventure Works list prices',
      is_default: isDefault,
    })),
    stepFrom(priceLoader, 'product_list_price_history.csv', history, (row) => ({
      price_list: PRICE_LIST,
      sku: skuOf(row.get('ProductID')),
      unit: unitOf.get(row.get('ProductID')) ?? 'EA',
      unit_price: numberOf(row, 'ListPrice'),
      valid_from: dayOf(row.get('StartDate'), shift),
      valid_to: dayOf(row.get('EndDate'), shift),
    })),
    stepFrom(promotionLoader, 'special_offer_product.csv', offered, ({ row, offer }) => ({
      code: `AW-O-${row.get('SpecialOfferID')}-${row.get('ProductID')}`,
      name_en: offer.get('Description'),
      sku: skuOf(row.get('ProductID')),
      discount: numberOf(offer, 'DiscountPct'),
      from_quantity: numberOf(offer, 'MinQty'),
      valid_from: shift(offer.get('StartDate')),
      valid_to: dayOf(offer.get('EndDate'), shift),
    })),
  ];
}
