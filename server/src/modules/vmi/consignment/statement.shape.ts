import { allowedActions, instant, many, money, one, shape, value, type Row } from '../../../platform/read/shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { withdrawalShape } from './withdrawal.shape.ts';

const own = (row: Row) => `${row}.supplier_id = (select app_org())`;

/** A statement is between its supplier and the company. */
export const statementShape = shape({
  type: 'Statement',
  prefix: 'stm',
  table: 'vmi_statement',
  visible: { STAFF: 'all', SUPPLIER: own },
  fields: {
    number: value('number'),
    supplier: one(
      () => organisationShape,
      (row, supplier) => `${supplier}.id = ${row}.supplier_id`,
    ),
    state: value('state'),
    currency: value('currency'),
    periodFrom: value('period_from'),
    periodTo: value('period_to'),
    total: money('total', 'currency'),
    billNumber: value('bill_number'),
    billedOn: value('billed_on'),
    disputeReason: value('dispute_reason'),
    createdAt: instant('created_at'),
    answeredAt: instant('answered_at'),
    paidOn: value('paid_on'),
    version: value('version'),
    lines: many(
      () => withdrawalShape,
      (row, line) =>
        `${line}.id in (select l.withdrawal_id from vmi_statement_line l where l.statement_id = ${row}.id)`,
      (line) => `${line}.occurred_on, ${line}.id`,
    ),
    allowedActions: allowedActions('state', {
      STATEMENT: ['vmi.statement.bill'],
      SELF_BILLED: ['vmi.statement.agree', 'vmi.statement.dispute'],
      DISPUTED: ['vmi.statement.resolve'],
      AGREED: ['vmi.statement.pay'],
    }),
  },
});
