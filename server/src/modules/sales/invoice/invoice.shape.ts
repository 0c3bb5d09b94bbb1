import {
  allowedActions,
  decimal,
  extendShape,
  instant,
  many,
  money,
  one,
  quantity,
  shape,
  value,
} from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { salesOrderShape } from '../order/sales-order.shape.ts';
import { isOverdue } from './invoice.policy.ts';
import { invoiceActions } from './invoice.state.ts';

const currency = (row: string) => `(select i.currency from sales_invoice i where i.id = ${row}.invoice_id)`;

/** A customer sees what was issued to it. */
export const invoiceLineShape = shape({
  type: 'InvoiceLine',
  prefix: 'inl',
  table: 'sales_invoice_line',
  visible: { STAFF: 'all', CUSTOMER: (row) => `${row}.customer_id = (select app_org()) and ${row}.is_issued` },
  fields: {
    lineNo: value('line_no'),
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.item_id`,
    ),
    kind: value('kind'),
    description: value('description'),
    quantity: quantity('quantity', 'unit_code'),
    unitPrice: money('unit_price', currency),
    discount: decimal('discount'),
    taxRate: decimal('tax_rate'),
    netAmount: money('net_amount', currency),
    taxAmount: money('tax_amount', currency),
  },
});

export const invoiceShape = shape({
  type: 'Invoice',
  prefix: 'sin',
  table: 'sales_invoice',
  visible: { STAFF: 'all', CUSTOMER: (row) => `${row}.customer_id = (select app_org()) and ${row}.state <> 'DRAFT'` },
  fields: {
    number: value('number'),
    kind: value('kind'),
    state: value('state'),
    isOverdue: value(isOverdue),
    version: value('version'),
    customer: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.customer_id`,
    ),
    order: one(
      () => salesOrderShape,
      (row, child) => `${child}.id = ${row}.order_id`,
    ),
    credits: one(
      () => invoiceShape,
      (row, child) => `${child}.id = ${row}.credits_invoice_id`,
    ),
    creditNotes: many(
      () => invoiceShape,
      (row, child) => `${child}.credits_invoice_id = ${row}.id`,
      (child) => `${child}.issued_on, ${child}.id`,
    ),
    issuedOn: value('issued_on'),
    dueOn: value('due_on'),
    isTaxInclusive: value('is_tax_inclusive'),
    taxRounding: value('tax_rounding'),
    net: money('net', 'currency'),
    tax: money('tax', 'currency'),
    gross: money('gross', 'currency'),
    paid: money('paid_amount', 'currency'),
    credited: money('credited_amount', 'currency'),
    open: money('open_amount', 'currency'),
    reason: value('reason'),
    createdAt: instant('created_at'),
    lines: many(
      () => invoiceLineShape,
      (row, child) => `${child}.invoice_id = ${row}.id`,
      (child) => `${child}.line_no`,
    ),
    allowedActions: allowedActions(
      (row) => `case when ${row}.kind = 'CREDIT_NOTE' and ${row}.state <> 'DRAFT' then 'NONE' else ${row}.state end`,
      invoiceActions,
    ),
  },
});

extendShape(salesOrderShape, {
  invoices: many(
    () => invoiceShape,
    (row, child) => `${child}.order_id = ${row}.id`,
    (child) => `${child}.created_at, ${child}.id`,
  ),
});
