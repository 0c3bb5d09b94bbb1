import { many, one, quantity, shape, value } from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';
import { scheduleLineShape } from '../order/schedule-line.shape.ts';
import { inspectionShape } from './inspection.shape.ts';

/** Both sides see what was counted. */
export const receiptLineShape = shape({
  type: 'ReceiptLine',
  prefix: 'rcl',
  table: 'purchasing_receipt_line',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    lineNo: value('line_no'),
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.item_id`,
    ),
    description: value('description'),
    scheduleLine: one(
      () => scheduleLineShape,
      (row, child) => `${child}.id = ${row}.schedule_line_id`,
    ),
    receivedQuantity: quantity('received_quantity', 'unit_code'),
    acceptedQuantity: quantity('accepted_quantity', 'unit_code'),
    rejectedQuantity: quantity('rejected_quantity', 'unit_code'),
    quarantineQuantity: quantity('quarantine_quantity', 'unit_code'),
    returnableQuantity: quantity(
      (row) => `case when ${row}.item_id is not null then ${row}.rejected_stock - ${row}.returned_stock end`,
      stockUnit,
    ),
    rejectReason: value('reject_reason'),
    lot: value('lot'),
    isConsignment: value((row) => `(${row}.owner_id = ${row}.supplier_id)`),
    inspections: many(
      () => inspectionShape,
      (row, child) => `${child}.receipt_line_id = ${row}.id`,
      (child) => `${child}.inspected_at`,
    ),
  },
});
