import { allowedActions, instant, many, money, one, shape, value } from '../../../platform/read/shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { orderAnswerShape } from '../answer/order-answer.shape.ts';
import { shipmentNoticeShape } from '../notice/shipment-notice.shape.ts';
import { receiptShape } from '../receipt/receipt.shape.ts';
import { orderLineShape } from './order-line.shape.ts';
import { orderVersionShape } from './order-version.shape.ts';
import { isOverdueOrder, nextDueOn } from './purchase-order.policy.ts';
import { orderActions } from './purchase-order.state.ts';

/** A supplier sees his orders once they are issued; a draft is the buyer his own paper. */
export const purchaseOrderShape = shape({
  type: 'PurchaseOrder',
  prefix: 'por',
  table: 'purchasing_order',
  visible: {
    STAFF: 'all',
    SUPPLIER: (row) => `${row}.supplier_id = (select app_org()) and ${row}.issued_at is not null`,
  },
  fields: {
    number: value('number'),
    kind: value('kind'),
    state: value('state'),
    answerState: value('answer_state'),
    version: value('version'),
    supplier: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.supplier_id`,
    ),
    site: one(
      () => siteShape,
      (row, child) => `${child}.id = ${row}.site_id`,
    ),
    isConsignment: value('is_consignment'),
    orderedOn: value('ordered_on'),
    note: value('note'),
    externalNumber: value('external_number'),
    buyerName: value((row) => `(select p.name from identity_person p where p.id = ${row}.buyer_person_id)`),
    subtotal: money('subtotal', 'currency'),
    tax: money('tax', 'currency'),
    freight: money('freight', 'currency'),
    total: money('total', 'currency'),
    receivedValue: money(
      (row) =>
        `(select coalesce(sum(round(s.accepted_quantity * l.unit_price, 4)), 0) from purchasing_schedule_line s join purchasing_order_line l on l.id = s.order_line_id where s.order_id = ${row}.id)`,
      'currency',
    ),
    createdAt: instant('created_at'),
    issuedAt: instant('issued_at'),
    answeredAt: instant('answered_at'),
    closedAt: instant('closed_at'),
    nextDueOn: value(nextDueOn),
    isOverdue: value(isOverdueOrder),
    lines: many(
      () => orderLineShape,
      (row, child) => `${child}.order_id = ${row}.id`,
      (child) => `${child}.line_no`,
    ),
    versions: many(
      () => orderVersionShape,
      (row, child) => `${child}.order_id = ${row}.id`,
      (child) => `${child}.version`,
    ),
    answers: many(
      () => orderAnswerShape,
      (row, child) => `${child}.order_id = ${row}.id`,
      (child) => `${child}.answered_at desc`,
    ),
    notices: many(
      () => shipmentNoticeShape,
      (row, child) =>
        `${child}.id in (select n.notice_id from purchasing_notice_line n join purchasing_schedule_line s on s.id = n.schedule_line_id where s.order_id = ${row}.id)`,
      (child) => `${child}.expected_on, ${child}.id`,
    ),
    receipts: many(
      () => receiptShape,
      (row, child) =>
        `${child}.id in (select n.receipt_id from purchasing_receipt_line n join purchasing_schedule_line s on s.id = n.schedule_line_id where s.order_id = ${row}.id)`,
      (child) => `${child}.received_at, ${child}.id`,
    ),
    allowedActions: allowedActions('state', orderActions),
  },
});
