import { allowedActions, instant, many, one, quantity, shape, value } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { locationShape, siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { ofItem } from '../stock/item-stock.shape.ts';
import { COUNT_ACTS } from './count.state.ts';

const unit = ofItem('unit_code');

export const countShape = shape({
  type: 'StockCount',
  prefix: 'cnt',
  table: 'inventory_count',
  visible: { STAFF: 'all' },
  fields: {
    number: value('number'),
    state: value('state'),
    note: value('note'),
    openedAt: instant('opened_at'),
    postedAt: instant('posted_at'),
    version: value('version'),
    allowedActions: allowedActions('state', COUNT_ACTS),
    site: one(
      () => siteShape,
      (row, site) => `${site}.id = ${row}.site_id`,
    ),
    lineCount: value((row) => `(select count(*)::int from inventory_count_line l where l.count_id = ${row}.id)`),
    lines: many(
      () => countLineShape,
      (row, line) => `${line}.count_id = ${row}.id`,
      (line) => `${line}.location_id, ${line}.item_id, ${line}.lot, ${line}.id`,
    ),
  },
});

export const countLineShape = shape({
  type: 'StockCountLine',
  prefix: 'ctl',
  table: 'inventory_count_line',
  visible: { STAFF: 'all' },
  fields: {
    item: one(
      () => itemShape,
      (row, item) => `${item}.id = ${row}.item_id`,
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
    lot: value('lot'),
    expected: quantity('expected', unit),
    counted: quantity('counted', unit),
    difference: quantity((row) => `(${row}.counted - ${row}.expected)`, unit),
  },
});
