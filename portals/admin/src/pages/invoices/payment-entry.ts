export const paymentMethods = ['TRANSFER', 'CARD', 'CASH', 'CHEQUE', 'OTHER'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** When and how money moved, as somebody enters it. */
export interface PaymentEntry {
  paidOn: string;
  method: PaymentMethod | null;
  reference: string;
}

/** Today by the calendar of the one who enters it. */
export const newPayment = (now = new Date()): PaymentEntry => ({
  paidOn: [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-'),
  method: 'TRANSFER',
  reference: '',
});
