import { decimal, localized, many, money, one, shape, value } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';

const day = (column: string) => value((row) => `case when isfinite(${row}.${column}) then ${row}.${column} end`);

/** Price lists are the staff's; a customer learns a price where it is told to it. */
export const priceShape = shape({
  type: 'Price',
  prefix: 'prc',
  table: 'sales_price',
  visible: { STAFF: 'all' },
  fields: {
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.item_id`,
    ),
    unit: value('unit_code'),
    fromQuantity: decimal('from_quantity'),
    unitPrice: money(
      'unit_price',
      (row) => `(select l.currency from sales_price_list l where l.id = ${row}.price_list_id)`,
    ),
    validFrom: day('valid_from'),
    validTo: day('valid_to'),
  },
});

export const priceListShape = shape({
  type: 'PriceList',
  prefix: 'prl',
  table: 'sales_price_list',
  visible: { STAFF: 'all' },
  fields: {
    code: value('code'),
    name: value('name'),
    currency: value('currency'),
    customer: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.customer_id`,
    ),
    isTaxInclusive: value('is_tax_inclusive'),
    isDefault: value('is_default'),
    validFrom: day('valid_from'),
    validTo: day('valid_to'),
    isActive: value('is_active'),
    priceCount: value((row) => `(select count(*)::int from sales_price p where p.price_list_id = ${row}.id)`),
    version: value('version'),
    prices: many(
      () => priceShape,
      (row, child) => `${child}.price_list_id = ${row}.id`,
      (child) => `${child}.item_id, ${child}.unit_code, ${child}.from_quantity, ${child}.valid_from`,
    ),
  },
});

export const promotionShape = shape({
  type: 'Promotion',
  prefix: 'prm',
  table: 'sales_promotion',
  visible: { STAFF: 'all' },
  fields: {
    code: value('code'),
    name: localized('name_en', 'name_zh'),
    nameEn: value('name_en'),
    nameZh: value('name_zh'),
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.item_id`,
    ),
    customer: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.customer_id`,
    ),
    discount: decimal('discount'),
    fromQuantity: decimal('from_quantity'),
    appliesToContracts: value('applies_to_contracts'),
    validFrom: day('valid_from'),
    validTo: day('valid_to'),
    isActive: value('is_active'),
    version: value('version'),
  },
});
