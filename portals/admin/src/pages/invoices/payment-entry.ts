import { today } from '#ui/sales/statement-period.ts';

export const paymentMethods = ['TRANSFER', 'CARD', 'CASH', 'CHEQUE', 'OTHER'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** When and how money moved, as somebody enters it. */
export interface PaymentEntry {
  paidOn: string;
  method: PaymentMethod | null;
  reference: string;
}

export const newPayment = (): PaymentEntry => ({ paidOn: today(), method: 'TRANSFER', reference: '' });
