import { one, quantity, shape, value } from '../../../platform/read/shape.ts';
import { stockUnit } from '../../catalog/item/item.shape.ts';
import { workOrderShape } from '../../planning/work-order/work-order.shape.ts';
import { shipmentNoticeShape } from '../../purchasing/notice/shipment-notice.shape.ts';
import { scheduleLineShape } from '../../purchasing/order/schedule-line.shape.ts';
import { salesOrderLineShape } from '../../sales/order/sales-order-line.shape.ts';

/** A customer sees the pegs of its own lines: a kind, a quantity and a day. What stands behind is for the staff. */
export const pegShape = shape({
  type: 'PromisingPeg',
  prefix: 'ppg',
  table: 'promising_peg',
  visible: { STAFF: 'all', CUSTOMER: (row) => `${row}.customer_id = (select app_org())` },
  fields: {
    source: value('source_kind'),
    quantity: quantity('quantity', stockUnit),
    expectedOn: value('expected_on'),
    isLate: value(
      (row) =>
        `coalesce(${row}.expected_on > (select l.promised_on from promising_line l where l.id = ${row}.line_id), false)`,
    ),
    line: one(
      () => salesOrderLineShape,
      (row, child) => `${child}.id = ${row}.line_id`,
    ),
    shipmentNotice: one(
      () => shipmentNoticeShape,
      (row, child) => `${row}.source_kind = 'NOTICE' and ${child}.id = ${row}.source_id`,
    ),
    scheduleLine: one(
      () => scheduleLineShape,
      (row, child) => `${row}.source_kind = 'ORDER' and ${child}.id = ${row}.source_id`,
    ),
    workOrder: one(
      () => workOrderShape,
      (row, child) => `${row}.source_kind = 'PRODUCTION' and ${child}.id = ${row}.source_id`,
    ),
  },
});
