import { defineMessages } from '#ui/i18n/define-messages.ts';

export const invoiceMessages = defineMessages('invoices', {
  en: {
    title: 'Invoices',
    text: 'What was invoiced, what is paid, and what is still open.',
    empty: 'No invoices yet',
    emptyText: 'An invoice appears here when it is issued.',
    tabInvoices: 'Invoices',
    tabPayments: 'Payments',
    tabStatement: 'Statement',
    pages: 'Invoices, payments and statement',
    paymentsTitle: 'Payments',
    paymentsText: 'What we received from you and paid back, and what it settled.',
    noPayments: 'No payments yet',
    noPaymentsText: 'A payment appears here when we have recorded it.',
  },
  'zh-CN': {
    title: '发票',
    text: '已开票、已付款与未结清的金额。',
    empty: '暂无发票',
    emptyText: '发票开具后即显示在此处。',
    tabInvoices: '发票',
    tabPayments: '付款',
    tabStatement: '对账单',
    pages: '发票、付款与对账单',
    paymentsTitle: '付款',
    paymentsText: '我方收到及退还的款项，以及对应的发票。',
    noPayments: '暂无付款',
    noPaymentsText: '款项登记后即显示在此处。',
  },
});
