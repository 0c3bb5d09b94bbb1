import { money, one, quantity, shape, value, type Row } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';

/** A column of the item whose stock the row is. */
export const ofItem = (column: string) => (row: Row) =>
  `(select i.${column} from catalog_item i where i.id = ${row}.item_id)`;
const unit = ofItem('unit_code');

/**
 * Stock per item and site. The view itself sums only what the reader may see: for a supplier its own stock and
 * what is shared with it.
 */
export const itemStockShape = shape({
  type: 'ItemStock',
  prefix: 'ist',
  table: 'inventory_item_stock',
  visible: { STAFF: 'all', SUPPLIER: 'all' },
  fields: {
    item: one(
      () => itemShape,
      (row, item) => `${item}.id = ${row}.item_id`,
    ),
    site: one(
      () => siteShape,
      (row, site) => `${site}.id = ${row}.site_id`,
    ),
    onHand: quantity('on_hand', unit),
    reserved: quantity('reserved', unit),
    available: quantity('available', unit),
    quality: quantity('quality', unit),
    blocked: quantity('blocked', unit),
    reorderPoint: quantity(ofItem('reorder_point'), unit),
    safetyStock: quantity(ofItem('safety_stock'), unit),
    isBelowReorderPoint: value((row) => `${row}.on_hand < ${ofItem('reorder_point')(row)}`),
    value: money((row) => `${row}.owned * ${ofItem('standard_cost')(row)}`, ofItem('currency')),
  },
});
