import { one, quantity, shape, value } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { scheduleLineShape } from '../order/schedule-line.shape.ts';
import { handlingUnitShape } from './handling-unit.shape.ts';

/** Both sides see what is coming; a draft is read through its notice only. */
export const noticeLineShape = shape({
  type: 'ShipmentNoticeLine',
  prefix: 'anl',
  table: 'purchasing_notice_line',
  visible: {
    STAFF: (row) => `exists (select from purchasing_notice a where a.id = ${row}.notice_id and a.state <> 'DRAFT')`,
    SUPPLIER: (row) => `${row}.supplier_id = (select app_org())`,
  },
  fields: {
    lineNo: value('line_no'),
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.item_id`,
    ),
    scheduleLine: one(
      () => scheduleLineShape,
      (row, child) => `${child}.id = ${row}.schedule_line_id`,
    ),
    handlingUnit: one(
      () => handlingUnitShape,
      (row, child) => `${child}.id = ${row}.handling_unit_id`,
    ),
    quantity: quantity('quantity', 'unit_code'),
    receivedQuantity: quantity('received_quantity', 'unit_code'),
    lot: value('lot'),
  },
});
