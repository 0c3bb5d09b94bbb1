import { instant, many, money, one, shape, value } from '../../../platform/read/shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { invoiceShape } from '../invoice/invoice.shape.ts';
import { own } from '../order/sales-order.policy.ts';

const currency = (row: string) => `(select p.currency from sales_payment p where p.id = ${row}.payment_id)`;

export const paymentShareShape = shape({
  type: 'PaymentShare',
  prefix: 'psh',
  table: 'sales_payment_share',
  visible: { STAFF: 'all', CUSTOMER: own },
  fields: {
    invoice: one(
      () => invoiceShape,
      (row, child) => `${child}.id = ${row}.invoice_id`,
    ),
    amount: money('amount', currency),
  },
});

/** A customer sees what it paid and got back; the note is ours. */
export const paymentShape = shape({
  type: 'Payment',
  prefix: 'pay',
  table: 'sales_payment',
  visible: { STAFF: 'all', CUSTOMER: own },
  fields: {
    number: value('number'),
    kind: value('kind'),
    customer: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.customer_id`,
    ),
    amount: money('amount', 'currency'),
    paidOn: value('paid_on'),
    method: value('method'),
    reference: value('reference'),
    note: value('note'),
    recordedAt: instant('recorded_at'),
    onAccount: money(
      (row) =>
        `case when ${row}.kind = 'RECEIPT' then ${row}.amount - coalesce((select sum(s.amount) from sales_payment_share s where s.payment_id = ${row}.id), 0) else 0 end`,
      'currency',
    ),
    shares: many(
      () => paymentShareShape,
      (row, child) => `${child}.payment_id = ${row}.id`,
      (child) => `${child}.id`,
    ),
  },
});
