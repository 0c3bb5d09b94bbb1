export const INVOICE_STATES = ['DRAFT', 'ISSUED', 'PARTLY_PAID', 'PAID', 'CREDITED'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];
export type InvoiceKind = 'INVOICE' | 'CREDIT_NOTE';
/** Goods of an order, or what it costs to bring them. */
export const INVOICE_LINE_KINDS = ['GOODS', 'FREIGHT'] as const;
export type InvoiceLineKind = (typeof INVOICE_LINE_KINDS)[number];
export type PaymentKind = 'RECEIPT' | 'REFUND';
export type PaymentMethod = 'TRANSFER' | 'CARD' | 'CASH' | 'CHEQUE' | 'OTHER';

/** What the portals may offer in each state, by the name of the permission. */
export const invoiceActions: Readonly<Record<InvoiceState, readonly string[]>> = {
  DRAFT: ['sales.invoice.issue'],
  ISSUED: ['sales.invoice.credit', 'sales.payment.record'],
  PARTLY_PAID: ['sales.invoice.credit', 'sales.payment.record'],
  PAID: ['sales.invoice.credit'],
  CREDITED: [],
};
