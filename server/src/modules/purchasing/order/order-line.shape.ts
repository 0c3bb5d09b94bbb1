import { decimal, many, money, one, quantity, shape, value } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { scheduleLineShape } from './schedule-line.shape.ts';

/** A supplier sees the lines of issued orders. */
export const orderLineShape = shape({
  type: 'PurchaseOrderLine',
  prefix: 'pol',
  table: 'purchasing_order_line',
  visible: {
    STAFF: 'all',
    SUPPLIER: (row) => `${row}.supplier_id = (select app_org()) and ${row}.is_issued`,
  },
  fields: {
    lineNo: value('line_no'),
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.item_id`,
    ),
    description: value('description'),
    unit: value('unit_code'),
    numerator: value((row) => `${row}.numerator::text`),
    denominator: value((row) => `${row}.denominator::text`),
    unitPrice: money('unit_price', 'currency'),
    isConsignment: value('is_consignment'),
    overTolerance: decimal('over_tolerance'),
    underTolerance: decimal('under_tolerance'),
    dateToleranceDays: value('date_tolerance_days'),
    quantity: quantity(
      (row) =>
        `(select coalesce(sum(coalesce(s.confirmed_quantity, s.requested_quantity)), 0) from purchasing_schedule_line s where s.order_line_id = ${row}.id and s.state <> 'CANCELLED')`,
      'unit_code',
    ),
    openQuantity: quantity(
      (row) =>
        `(select coalesce(sum(s.open_quantity), 0) from purchasing_schedule_line s where s.order_line_id = ${row}.id)`,
      'unit_code',
    ),
    receivedValue: money(
      (row) =>
        `(select coalesce(sum(round(s.accepted_quantity * ${row}.unit_price, 4)), 0) from purchasing_schedule_line s where s.order_line_id = ${row}.id)`,
      'currency',
    ),
    schedules: many(
      () => scheduleLineShape,
      (row, child) => `${child}.order_line_id = ${row}.id`,
      (child) => `${child}.schedule_no`,
    ),
  },
});
