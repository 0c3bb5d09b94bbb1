import { allowedActions, extendShape, instant, many, one, shape, value } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { own } from '../order/sales-order.policy.ts';
import { inOrderedUnit, salesOrderLineShape } from '../order/sales-order-line.shape.ts';
import { salesOrderShape } from '../order/sales-order.shape.ts';
import { shipmentActions } from './shipment.state.ts';

/** A customer follows its own shipments. */
export const shipmentLineShape = shape({
  type: 'ShipmentLine',
  prefix: 'shl',
  table: 'sales_shipment_line',
  visible: { STAFF: 'all', CUSTOMER: own },
  fields: {
    lineNo: value('line_no'),
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.item_id`,
    ),
    order: one(
      () => salesOrderShape,
      (row, child) => `${child}.id = ${row}.order_id`,
    ),
    orderLine: one(
      () => salesOrderLineShape,
      (row, child) => `${child}.id = ${row}.order_line_id`,
    ),
    quantity: inOrderedUnit('quantity'),
  },
});

export const shipmentEventShape = shape({
  type: 'ShipmentEvent',
  prefix: 'she',
  table: 'sales_shipment_event',
  visible: { STAFF: 'all', CUSTOMER: own },
  fields: {
    kind: value('kind'),
    happenedAt: instant('happened_at'),
    place: value('place'),
    note: value('note'),
  },
});

export const shipmentShape = shape({
  type: 'Shipment',
  prefix: 'sdn',
  table: 'sales_shipment',
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
    shipTo: value('ship_to'),
    carrier: value('carrier'),
    tracking: value('tracking'),
    plannedOn: value('planned_on'),
    expectedOn: value('expected_on'),
    parcels: value('parcels'),
    note: value('note'),
    exceptionReason: value('exception_reason'),
    receivedBy: value('received_by'),
    proofNote: value('proof_note'),
    proofFileName: value((row) => `nullif(${row}.proof_file_name, '')`),
    createdAt: instant('created_at'),
    packedAt: instant('packed_at'),
    dispatchedAt: instant('dispatched_at'),
    deliveredAt: instant('delivered_at'),
    lines: many(
      () => shipmentLineShape,
      (row, child) => `${child}.shipment_id = ${row}.id`,
      (child) => `${child}.line_no`,
    ),
    events: many(
      () => shipmentEventShape,
      (row, child) => `${child}.shipment_id = ${row}.id`,
      (child) => `${child}.happened_at, ${child}.id`,
    ),
    allowedActions: allowedActions('state', shipmentActions),
  },
});

extendShape(salesOrderShape, {
  shipments: many(
    () => shipmentShape,
    (row, child) => `${child}.id in (select s.shipment_id from sales_shipment_line s where s.order_id = ${row}.id)`,
    (child) => `${child}.created_at, ${child}.id`,
  ),
});
