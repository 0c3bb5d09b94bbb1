import {
  globalId,
  instant,
  localized,
  many,
  money,
  one,
  quantity,
  shape,
  value,
  type Row,
} from '../../../platform/read/shape.ts';
import { categoryShape } from './category.shape.ts';

/** The items a supplier supplies, as a condition over a row of `catalog_item`. */
const isSupplied = (row: Row) =>
  `exists (select from catalog_supplier_item s where s.supplier_id = (select app_org()) and s.item_id = ${row}.id)`;

/** The unit in which the stock of the item of a row is counted: for tables with an `item_id`. */
export const stockUnit = (row: Row): string => `(select i.unit_code from catalog_item i where i.id = ${row}.item_id)`;

/** A supplier knows the items it supplies; a customer those on sale; staff all of them. */
export const itemShape = shape({
  type: 'Item',
  prefix: 'itm',
  table: 'catalog_item',
  visible: { STAFF: 'all', SUPPLIER: isSupplied, CUSTOMER: (row) => `${row}.is_sellable` },
  fields: {
    sku: value('sku'),
    gtin: value('gtin'),
    name: localized('name_en', 'name_zh'),
    nameEn: value('name_en'),
    nameZh: value('name_zh'),
    description: value('description'),
    unit: value('unit_code'),
    supply: value('supply'),
    category: one(
      () => categoryShape,
      (row, category) => `${category}.id = ${row}.category_id`,
    ),
    units: many(
      () => itemUnitShape,
      (row, unit) => `${unit}.item_id = ${row}.id`,
      (unit) => `${unit}.unit_code`,
    ),
    isSellable: value('is_sellable'),
    isLotTracked: value('is_lot_tracked'),
    isActive: value('is_active'),
    standardCost: money('standard_cost', 'currency'),
    listPrice: money('list_price', 'currency'),
    safetyStock: quantity('safety_stock', 'unit_code'),
    reorderPoint: quantity('reorder_point', 'unit_code'),
    leadTimeDays: value('lead_time_days'),
    version: value('version'),
    createdAt: instant('created_at'),
  },
});

/** The units of the items somebody may see. */
export const itemUnitShape = shape({
  type: 'ItemUnit',
  prefix: 'itu',
  table: 'catalog_item_unit',
  visible: {
    STAFF: 'all',
    SUPPLIER: (row) =>
      `${row}.item_id in (select s.item_id from catalog_supplier_item s where s.supplier_id = (select app_org()))`,
    CUSTOMER: (row) => `exists (select from catalog_item i where i.id = ${row}.item_id and i.is_sellable)`,
  },
  fields: {
    itemId: globalId('itm', 'item_id'),
    unit: value('unit_code'),
    numerator: value((row) => `${row}.numerator::text`),
    denominator: value((row) => `${row}.denominator::text`),
    gtin: value('gtin'),
  },
});
