import { LockMode } from '@mikro-orm/core';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { Invoice } from '../invoice/invoice.entity.ts';
import type { PaymentMethod } from '../invoice/invoice.state.ts';
import { lockInvoice } from '../invoice/invoicing.service.ts';
import { AmountNotPositive, MoreThanOwed, MoreThanPaid, NotInThisState, OtherCurrency } from '../sales.errors.ts';
import { paymentRecorded } from '../sales.events.ts';
import { customerTerms } from '../terms/customer-terms.service.ts';
import { PaymentShare } from './payment-share.entity.ts';
import { Payment } from './payment.entity.ts';

interface PaymentHead {
  readonly paidOn: string;
  readonly method?: PaymentMethod | null;
  readonly reference?: string | null;
  readonly note?: string | null;
}

export interface PaymentDraft extends PaymentHead {
  readonly customerId: string;
  readonly amount: Decimal;
  readonly currency: string;
  /** Which invoices it settles; the ones due first when none is named. What is left stays on account. */
  readonly shares: readonly { readonly invoiceId: string; readonly amount: Decimal }[];
}

/** Money that comes in and goes out, and what it settles. */
export class Payments {
  /** @throws NotFound, AmountNotPositive, OtherCurrency, MoreThanOwed, MoreThanPaid */
  async record(work: Work, draft: PaymentDraft): Promise<string> {
    if (draft.amount.lte(0)) throw new AmountNotPositive({}, ['input', 'amount']);
    await customerTerms.of(work, draft.customerId);
    const invoices = await this.lockOpen(work, draft);
    const shares = draft.shares.length > 0 ? named(draft, invoices) : dueFirst(draft.amount, invoices);
    if (Decimal.sum(0, ...shares.map(({ amount }) => amount)).gt(draft.amount))
      throw new MoreThanPaid({}, ['input', 'shares']);
    const payment = this.open(work, draft, draft.customerId, { amount: draft.amount, currency: draft.currency });
    work.em.persist(payment);
    await work.em.flush();
    for (const { invoice, amount } of shares) {
      invoice.settle(amount, new Decimal(0));
      work.em.persist(shareOf(payment, invoice, amount));
    }
    await work.em.flush();
    work.record(
      paymentRecorded(payment, { number: payment.number, invoiceIds: shares.map(({ invoice }) => invoice.id) }),
    );
    return payment.id;
  }

  /** Pays out what a credit note could not set off. @throws NotFound, NotInThisState */
  async refund(work: Work, creditNoteId: string, head: PaymentHead): Promise<string> {
    const note = await lockInvoice(work, creditNoteId, null, ['input', 'creditNoteId']);
    if (note.kind !== 'CREDIT_NOTE' || note.state === 'DRAFT' || note.openNow.isZero())
      throw new NotInThisState({ number: note.number ?? '', state: note.state });
    const amount = note.openNow;
    const payment = this.open(work, head, note.customerId, { amount, currency: note.currency });
    Object.assign(payment, { kind: 'REFUND', creditNoteId: note.id });
    work.em.persist(payment);
    await work.em.flush();
    note.settle(amount, new Decimal(0));
    work.em.persist(shareOf(payment, note, amount));
    work.record(paymentRecorded(payment, { number: payment.number, invoiceIds: [note.id] }));
    return payment.id;
  }

  private lockOpen(work: Work, { customerId, currency, shares }: PaymentDraft): Promise<Invoice[]> {
    const which =
      shares.length > 0
        ? { id: { $in: shares.map(({ invoiceId }) => invoiceId) } }
        : { state: { $in: ['ISSUED' as const, 'PARTLY_PAID' as const] }, kind: 'INVOICE' as const, currency };
    return work.em.find(
      Invoice,
      { ...which, customerId },
      { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
  }

  private open(
    work: Work,
    { paidOn, method, reference, note }: PaymentHead,
    customerId: string,
    money: { readonly amount: Decimal; readonly currency: string },
  ): Payment {
    return Object.assign(new Payment(), money, {
      customerId,
      paidOn,
      method: method ?? 'TRANSFER',
      reference: reference ?? '',
      note: note ?? '',
      recordedAt: work.clock.now(),
      recordedByPersonId: work.actor.personId,
    });
  }
}

interface Share {
  readonly invoice: Invoice;
  readonly amount: Decimal;
}

function named({ shares, currency }: PaymentDraft, invoices: readonly Invoice[]): Share[] {
  return shares.map(({ invoiceId, amount }, index) => {
    const path = ['input', 'shares', String(index)];
    const invoice = invoices.find(({ id }) => id === invoiceId);
    if (!invoice || invoice.kind !== 'INVOICE' || invoice.state === 'DRAFT')
      throw new NotFound({}, [...path, 'invoiceId']);
    const number = invoice.number ?? '';
    if (invoice.currency !== currency) throw new OtherCurrency({ number, currency: invoice.currency }, path);
    if (amount.lte(0)) throw new AmountNotPositive({}, [...path, 'amount']);
    if (amount.gt(invoice.openNow))
      throw new MoreThanOwed({ number, open: invoice.openNow.toFixed(2) }, [...path, 'amount']);
    return { invoice, amount };
  });
}

function dueFirst(amount: Decimal, invoices: readonly Invoice[]): Share[] {
  let left = amount;
  return invoices
    .toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1))
    .flatMap((invoice) => {
      const share = Decimal.min(left, invoice.openNow);
      left = left.minus(share);
      return share.gt(0) ? [{ invoice, amount: share }] : [];
    });
}

const shareOf = (payment: Payment, invoice: Invoice, amount: Decimal): PaymentShare =>
  Object.assign(new PaymentShare(), {
    customerId: payment.customerId,
    paymentId: payment.id,
    invoiceId: invoice.id,
    amount,
  });

export const payments = new Payments();
