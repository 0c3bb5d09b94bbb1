import { allowedActions, instant, many, one, shape, value } from '../../../platform/read/shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { discrepancyShape } from '../discrepancy/discrepancy.shape.ts';
import { shipmentNoticeShape } from '../notice/shipment-notice.shape.ts';
import { receiptLineShape } from './receipt-line.shape.ts';
import { receiptActions } from './receipt.state.ts';

/** Both sides see what arrived. */
export const receiptShape = shape({
  type: 'Receipt',
  prefix: 'rcp',
  table: 'purchasing_receipt',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    number: value('number'),
    state: value('state'),
    supplier: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.supplier_id`,
    ),
    site: one(
      () => siteShape,
      (row, child) => `${child}.id = ${row}.site_id`,
    ),
    notice: one(
      () => shipmentNoticeShape,
      (row, child) => `${child}.id = ${row}.notice_id`,
    ),
    deliveryReference: value('delivery_reference'),
    receivedOn: value('received_on'),
    receivedAt: instant('received_at'),
    note: value('note'),
    version: value('version'),
    lines: many(
      () => receiptLineShape,
      (row, child) => `${child}.receipt_id = ${row}.id`,
      (child) => `${child}.line_no`,
    ),
    discrepancies: many(
      () => discrepancyShape,
      (row, child) => `${child}.receipt_id = ${row}.id`,
      (child) => `${child}.opened_at, ${child}.id`,
    ),
    allowedActions: allowedActions('state', receiptActions),
  },
});
