import { instant, one, quantity, shape, value, type Row } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { shares } from '../../catalog/sharing/sharing.shape.ts';
import { locationShape, siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { isSharedStock } from '../sharing/shared-stock.policy.ts';
import { ofItem } from './item-stock.shape.ts';

const unit = ofItem('unit_code');
/** The lot as far as the reader may know it. */
export const knownLot = (row: Row) =>
  `case when ${row}.owner_id = (select app_org()) or ${shares('LOTS')} then ${row}.lot else '' end`;

/** Balances one by one: a supplier reads its own and those shared with it. */
export const stockBalanceShape = shape({
  type: 'StockBalance',
  prefix: 'sba',
  table: 'inventory_stock_balance',
  visible: { STAFF: 'all', SUPPLIER: isSharedStock },
  fields: {
    item: one(
      () => itemShape,
      (row, item) => `${item}.id = ${row}.item_id`,
    ),
    site: one(
      () => siteShape,
      (row, site) => `${site}.id = ${row}.site_id`,
    ),
    location: one(
      () => locationShape,
      (row, location) => `${location}.id = ${row}.location_id`,
    ),
    owner: one(
      () => organisationShape,
      (row, owner) => `${owner}.id = ${row}.owner_id`,
    ),
    status: value('status'),
    lot: value(knownLot),
    onHand: quantity('on_hand', unit),
    reserved: quantity('reserved', unit),
    available: quantity(
      (row) => `(case ${row}.status when 'UNRESTRICTED' then ${row}.on_hand - ${row}.reserved else 0 end)`,
      unit,
    ),
    agedSince: instant('aged_since'),
    updatedAt: instant('updated_at'),
  },
});
