import { allowedActions, instant, one, quantity, shape, value, type Row } from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { salesOrderLineShape } from '../../sales/order/sales-order-line.shape.ts';
import { salesOrderShape } from '../../sales/order/sales-order.shape.ts';
import { noticeActions } from './promise-notice.state.ts';

const missing = (row: Row): string => `(${row}.late + ${row}.unpegged)`;

/** Which answers make sense: a day must be known to wait for it, and something on time to be split off. */
const choices = (row: Row): string =>
  `(select coalesce(json_agg(c.answer order by c.place), '[]') from (values
     (1, 'WAIT', ${row}.unpegged = 0 and ${row}.expected_on is not null), (2, 'SPLIT', ${missing(row)} < ${row}.wanted),
     (3, 'SUBSTITUTE', true), (4, 'CANCEL', true)) as c(place, answer, is_so)
   where c.is_so and ${row}.state = 'OPEN')`;

/** A customer sees the notices about its own lines. */
export const promiseNoticeShape = shape({
  type: 'PromiseNotice',
  prefix: 'prn',
  table: 'promising_promise_notice',
  visible: { STAFF: 'all', CUSTOMER: (row) => `${row}.customer_id = (select app_org())` },
  fields: {
    state: value('state'),
    cause: value('cause'),
    customer: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.customer_id`,
    ),
    order: one(
      () => salesOrderShape,
      (row, child) => `${child}.id = ${row}.order_id`,
    ),
    line: one(
      () => salesOrderLineShape,
      (row, child) => `${child}.id = ${row}.line_id`,
    ),
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.item_id`,
    ),
    promisedOn: value('promised_on'),
    expectedBefore: value('expected_before'),
    expectedOn: value('expected_on'),
    wantedQuantity: quantity('wanted', stockUnit),
    onTimeQuantity: quantity((row) => `${row}.wanted - ${missing(row)}`, stockUnit),
    lateQuantity: quantity('late', stockUnit),
    newlyLateQuantity: quantity('newly_late', stockUnit),
    unpeggedQuantity: quantity('unpegged', stockUnit),
    revision: value('revision'),
    choices: value(choices),
    answer: value('answer'),
    substitute: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.substitute_item_id`,
    ),
    openedAt: instant('opened_at'),
    changedAt: instant('changed_at'),
    answeredAt: instant('answered_at'),
    endedAt: instant('ended_at'),
    version: value('version'),
    allowedActions: allowedActions('state', noticeActions),
  },
});
