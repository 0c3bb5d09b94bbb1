import {
  allowedActions,
  extendShape,
  instant,
  many,
  needs,
  one,
  quantity,
  shape,
  value,
  type Arg,
  type Row,
} from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { agreementShape } from '../agreement/agreement.shape.ts';
import { vmiLineShape } from '../line/vmi-line.shape.ts';
import { answerPart, proposalAnswerShape } from './proposal-answer.shape.ts';
import { proposalActions } from './proposal.state.ts';

/** For what does not share it by itself. */
const sharedUnit = (row: Row, arg: Arg) => arg.once(stockUnit(row));
const pending = (row: Row) => `${row}.state in ('COMPUTED', 'OPEN', 'COUNTERED')`;

/** A computed proposal is the planner's own until it is released. */
export const proposalShape = shape({
  type: 'VmiProposal',
  prefix: 'vpr',
  table: 'vmi_proposal',
  visible: {
    STAFF: 'all',
    SUPPLIER: (row) => `${row}.supplier_id = (select app_org()) and ${row}.opened_at is not null`,
  },
  fields: {
    number: value('number'),
    state: value('state'),
    origin: value('origin'),
    version: value('version'),
    agreement: one(
      () => agreementShape,
      (row, child) => `${child}.id = ${row}.agreement_id`,
    ),
    agreementVersionNo: value('agreement_version_no'),
    line: one(
      () => vmiLineShape,
      (row, child) => `${child}.id = ${row}.line_id`,
    ),
    supplier: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.supplier_id`,
    ),
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.item_id`,
    ),
    site: one(
      () => siteShape,
      (row, child) => `${child}.id = ${row}.site_id`,
    ),
    quantity: quantity('quantity', stockUnit),
    orderQuantity: quantity(
      (row) => `round(${row}.quantity * ${row}.denominator / ${row}.numerator, 6)`,
      'order_unit_code',
    ),
    deliverOn: value('deliver_on'),
    computedAt: instant('computed_at'),
    openedAt: instant('opened_at'),
    answerDueAt: instant('answer_due_at'),
    isAnswerOverdue: value((row) => `(${row}.state = 'OPEN' and ${row}.answer_due_at < now())`),
    offer: value((row, arg) => answerPart(`${row}.answer_parts`, sharedUnit(row, arg))),
    substitute: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.substitute_item_id`,
    ),
    answerReason: value('answer_reason'),
    answeredAt: instant('answered_at'),
    answers: many(
      () => proposalAnswerShape,
      (row, child) => `${child}.proposal_id = ${row}.id`,
      (child) => `${child}.answered_at, ${child}.id`,
    ),
    explanation: needs({
      // As text: its numbers would lose digits.
      inputs: (row) => `${row}.inputs::text`,
      unit: sharedUnit,
      quantity: (row) => `trim_scale(${row}.quantity)::text`,
      deliverOn: 'deliver_on',
    }),
    closedAt: instant('closed_at'),
    allowedActions: allowedActions('state', proposalActions),
  },
});

extendShape(vmiLineShape, {
  openProposal: one(
    () => proposalShape,
    (row, child) => `${child}.line_id = ${row}.id and ${pending(child)}`,
  ),
  proposals: many(
    () => proposalShape,
    (row, child) =>
      `${child}.id in (select p.id from vmi_proposal p where p.line_id = ${row}.id order by p.computed_at desc, p.id desc limit 10)`,
    (child) => `${child}.computed_at desc, ${child}.id desc`,
  ),
});
