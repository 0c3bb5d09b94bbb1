import { globalId, instant, one, quantity, shape, value } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { locationShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { ofItem } from './item-stock.shape.ts';

/** The ledger itself is the company's own business. */
export const stockMoveShape = shape({
  type: 'StockMove',
  prefix: 'smv',
  table: 'inventory_stock_move',
  visible: { STAFF: 'all' },
  fields: {
    item: one(
      () => itemShape,
      (row, item) => `${item}.id = ${row}.item_id`,
    ),
    from: one(
      () => locationShape,
      (row, location) => `${location}.id = ${row}.from_location_id`,
    ),
    to: one(
      () => locationShape,
      (row, location) => `${location}.id = ${row}.to_location_id`,
    ),
    fromOwner: one(
      () => organisationShape,
      (row, owner) => `${owner}.id = ${row}.from_owner_id`,
    ),
    toOwner: one(
      () => organisationShape,
      (row, owner) => `${owner}.id = ${row}.to_owner_id`,
    ),
    fromStatus: value('from_status'),
    toStatus: value('to_status'),
    lot: value('lot'),
    quantity: quantity('quantity', ofItem('unit_code')),
    reason: value('reason'),
    note: value('note'),
    documentType: value('document_type'),
    documentId: value('document_id'),
    movedAt: instant('moved_at'),
    recordedAt: instant('recorded_at'),
    recordedBy: value((row) => `(select p.name from identity_person p where p.id = ${row}.recorded_by_person_id)`),
    reversesId: globalId('smv', 'reverses_move_id'),
    isReversed: value((row) => `exists (select from inventory_stock_move r where r.reverses_move_id = ${row}.id)`),
  },
});
