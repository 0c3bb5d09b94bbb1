import { instant, one, quantity, shape, value } from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';

/** A balance that belongs to a supplier: he sees his own, staff see all. */
export const consignedStockShape = shape({
  type: 'ConsignedStock',
  prefix: 'cst',
  table: 'inventory_stock_balance',
  visible: {
    STAFF: (row) =>
      `${row}.owner_id in (select o.id from identity_organisation o where o.is_supplier and not o.is_company)`,
    SUPPLIER: (row) => `${row}.owner_id = (select app_org())`,
  },
  fields: {
    supplier: one(
      () => organisationShape,
      (row, supplier) => `${supplier}.id = ${row}.owner_id`,
    ),
    item: one(
      () => itemShape,
      (row, item) => `${item}.id = ${row}.item_id`,
    ),
    site: one(
      () => siteShape,
      (row, site) => `${site}.id = ${row}.site_id`,
    ),
    status: value('status'),
    lot: value('lot'),
    onHand: quantity('on_hand', stockUnit),
    agedSince: instant('aged_since'),
    ageDays: value((row) => `extract(day from now() - ${row}.aged_since)::int`),
  },
});
