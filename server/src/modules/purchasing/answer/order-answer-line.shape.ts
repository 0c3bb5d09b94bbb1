import { one, quantity, shape, value } from '../../../platform/read/shape.ts';
import { scheduleLineShape } from '../order/schedule-line.shape.ts';

/** Both sides see what was promised. */
export const orderAnswerLineShape = shape({
  type: 'OrderAnswerLine',
  prefix: 'pal',
  table: 'purchasing_order_answer_line',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    position: value('position'),
    decision: value('decision'),
    promisedOn: value('promised_on'),
    quantity: quantity(
      'quantity',
      (row) => `(select s.unit_code from purchasing_schedule_line s where s.id = ${row}.schedule_line_id)`,
    ),
    note: value('note'),
    isWithinTolerance: value('is_within_tolerance'),
    scheduleLine: one(
      () => scheduleLineShape,
      (row, child) => `${child}.id = ${row}.schedule_line_id`,
    ),
  },
});
