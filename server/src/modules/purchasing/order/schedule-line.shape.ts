import { globalId, one, quantity, shape, value } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { isOverdue } from './schedule-line.policy.ts';

/** A supplier sees his schedule lines once the order is issued. */
export const scheduleLineShape = shape({
  type: 'ScheduleLine',
  prefix: 'psl',
  table: 'purchasing_schedule_line',
  visible: {
    STAFF: 'all',
    SUPPLIER: (row) => `${row}.supplier_id = (select app_org()) and ${row}.is_issued`,
  },
  fields: {
    scheduleNo: value('schedule_no'),
    state: value('state'),
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.item_id`,
    ),
    site: one(
      () => siteShape,
      (row, child) => `${child}.id = ${row}.site_id`,
    ),
    orderId: globalId('por', 'order_id'),
    orderLineId: globalId('pol', 'order_line_id'),
    orderNumber: value((row) => `(select o.number from purchasing_order o where o.id = ${row}.order_id)`),
    orderVersion: value((row) => `(select o.version from purchasing_order o where o.id = ${row}.order_id)`),
    supplier: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.supplier_id`,
    ),
    requestedOn: value('requested_on'),
    requestedQuantity: quantity('requested_quantity', 'unit_code'),
    firstConfirmedOn: value('first_confirmed_on'),
    confirmedOn: value('confirmed_on'),
    confirmedQuantity: quantity('confirmed_quantity', 'unit_code'),
    dueOn: value((row) => `coalesce(${row}.confirmed_on, ${row}.requested_on)`),
    shippedQuantity: quantity('shipped_quantity', 'unit_code'),
    inTransitQuantity: quantity('in_transit_quantity', 'unit_code'),
    receivedQuantity: quantity('received_quantity', 'unit_code'),
    acceptedQuantity: quantity('accepted_quantity', 'unit_code'),
    rejectedQuantity: quantity('rejected_quantity', 'unit_code'),
    quarantineQuantity: quantity('quarantine_quantity', 'unit_code'),
    openQuantity: quantity('open_quantity', 'unit_code'),
    shippableQuantity: quantity((row) => `greatest(0, ${row}.open_quantity - ${row}.in_transit_quantity)`, 'unit_code'),
    isOverdue: value(isOverdue),
    closedReason: value('closed_reason'),
  },
});
