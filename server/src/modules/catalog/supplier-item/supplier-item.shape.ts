import { decimal, many, money, one, quantity, shape, value, type Row } from '../../../platform/read/shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { itemShape } from '../item/item.shape.ts';
import { shares } from '../sharing/sharing.shape.ts';

const own = (row: Row) => `${row}.supplier_id = (select app_org())`;
const day = (row: Row, column: string) => `case when isfinite(${row}.${column}) then ${row}.${column}::text end`;

/** Terms are between a supplier and the company: no other supplier sees them. */
export const supplierItemShape = shape({
  type: 'SupplierItem',
  prefix: 'spi',
  table: 'catalog_supplier_item',
  visible: { STAFF: 'all', SUPPLIER: own },
  fields: {
    supplierSku: value('supplier_sku'),
    orderUnit: value('order_unit_code'),
    numerator: value((row) => `${row}.numerator::text`),
    denominator: value((row) => `${row}.denominator::text`),
    minimumQuantity: quantity('minimum_quantity', 'order_unit_code'),
    orderMultiple: quantity('order_multiple', 'order_unit_code'),
    maximumQuantity: quantity('maximum_quantity', 'order_unit_code'),
    leadTimeDays: value('lead_time_days'),
    currency: value('currency'),
    isPreferred: value('is_preferred'),
    isActive: value('is_active'),
    version: value('version'),
    supplier: one(
      () => organisationShape,
      (row, organisation) => `${organisation}.id = ${row}.supplier_id`,
    ),
    item: one(
      () => itemShape,
      (row, item) => `${item}.id = ${row}.item_id`,
    ),
    priceBreaks: many(
      () => priceBreakShape,
      (row, price) => `${price}.supplier_item_id = ${row}.id`,
      (price) => `${price}.valid_from, ${price}.from_quantity`,
    ),
  },
});

export const priceBreakShape = shape({
  type: 'PriceBreak',
  prefix: 'prb',
  table: 'catalog_price_break',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${own(row)} and ${shares('PRICES')}` },
  fields: {
    fromQuantity: decimal('from_quantity'),
    unitPrice: money(
      'unit_price',
      (row) => `(select s.currency from catalog_supplier_item s where s.id = ${row}.supplier_item_id)`,
    ),
    validFrom: value((row) => day(row, 'valid_from')),
    validTo: value((row) => day(row, 'valid_to')),
  },
});
