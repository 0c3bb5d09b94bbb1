import { globalId, instant, many, shape, value } from '../../../platform/read/shape.ts';
import { orderAnswerLineShape } from './order-answer-line.shape.ts';

/** Both sides see the answers. */
export const orderAnswerShape = shape({
  type: 'OrderAnswer',
  prefix: 'poa',
  table: 'purchasing_order_answer',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    version: value('version'),
    decision: value('decision'),
    state: value('state'),
    note: value('note'),
    reviewNote: value('review_note'),
    answeredAt: instant('answered_at'),
    reviewedAt: instant('reviewed_at'),
    orderId: globalId('por', 'order_id'),
    lines: many(
      () => orderAnswerLineShape,
      (row, child) => `${child}.answer_id = ${row}.id`,
      (child) => `${child}.schedule_line_id, ${child}.position`,
    ),
  },
});
