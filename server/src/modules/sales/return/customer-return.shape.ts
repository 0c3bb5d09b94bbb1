import { allowedActions, extendShape, instant, many, one, shape, value } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { own } from '../order/sales-order.policy.ts';
import { inOrderedUnit, salesOrderLineShape } from '../order/sales-order-line.shape.ts';
import { salesOrderShape } from '../order/sales-order.shape.ts';
import { returnActions } from './return.state.ts';

/** A customer sees its own returns; which supplier a claim goes to is ours to know. */
export const customerReturnLineShape = shape({
  type: 'CustomerReturnLine',
  prefix: 'crl',
  table: 'sales_return_line',
  visible: { STAFF: 'all', CUSTOMER: own },
  fields: {
    lineNo: value('line_no'),
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.item_id`,
    ),
    orderLine: one(
      () => salesOrderLineShape,
      (row, child) => `${child}.id = ${row}.order_line_id`,
    ),
    quantity: inOrderedUnit('quantity'),
    receivedQuantity: inOrderedUnit('received_quantity'),
    reason: value('reason'),
    lot: value('lot'),
    outcome: value('outcome'),
    inspectionNote: value('inspection_note'),
    hasClaim: value((row) => `${row}.claim_id is not null`),
  },
});

export const customerReturnShape = shape({
  type: 'CustomerReturn',
  prefix: 'crt',
  table: 'sales_return',
  visible: { STAFF: 'all', CUSTOMER: own },
  fields: {
    number: value('number'),
    state: value('state'),
    version: value('version'),
    customer: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.customer_id`,
    ),
    site: one(
      () => siteShape,
      (row, child) => `${child}.id = ${row}.site_id`,
    ),
    wantedResolution: value('wanted_resolution'),
    resolution: value('resolution'),
    reason: value('reason'),
    answer: value('answer'),
    carrier: value('carrier'),
    tracking: value('tracking'),
    replacementOrder: one(
      () => salesOrderShape,
      (row, child) => `${child}.id = ${row}.replacement_order_id`,
    ),
    requestedAt: instant('requested_at'),
    approvedAt: instant('approved_at'),
    receivedAt: instant('received_at'),
    resolvedAt: instant('resolved_at'),
    closedAt: instant('closed_at'),
    lines: many(
      () => customerReturnLineShape,
      (row, child) => `${child}.return_id = ${row}.id`,
      (child) => `${child}.line_no`,
    ),
    allowedActions: allowedActions('state', returnActions),
  },
});

extendShape(salesOrderShape, {
  returns: many(
    () => customerReturnShape,
    (row, child) => `${child}.id in (select l.return_id from sales_return_line l where l.order_id = ${row}.id)`,
    (child) => `${child}.requested_at, ${child}.id`,
  ),
});
