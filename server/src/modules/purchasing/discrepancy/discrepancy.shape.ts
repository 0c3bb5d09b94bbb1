import { allowedActions, globalId, instant, one, quantity, shape, value } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { discrepancyActions } from './discrepancy.state.ts';

/** A supplier sees the differences found in his deliveries. */
export const discrepancyShape = shape({
  type: 'Discrepancy',
  prefix: 'dsc',
  table: 'purchasing_discrepancy',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    kind: value('kind'),
    state: value('state'),
    supplier: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.supplier_id`,
    ),
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.item_id`,
    ),
    receiptId: globalId('rcp', 'receipt_id'),
    receiptNumber: value((row) => `(select r.number from purchasing_receipt r where r.id = ${row}.receipt_id)`),
    expectedQuantity: quantity('expected_quantity', 'unit_code'),
    actualQuantity: quantity('actual_quantity', 'unit_code'),
    detail: value('detail'),
    resolution: value('resolution'),
    resolutionNote: value('resolution_note'),
    openedAt: instant('opened_at'),
    resolvedAt: instant('resolved_at'),
    version: value('version'),
    allowedActions: allowedActions('state', discrepancyActions),
  },
});
