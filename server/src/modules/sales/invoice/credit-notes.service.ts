import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { Money } from '../../../kernel/money.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { salesOrderDrafts } from '../order/order-drafts.service.ts';
import { SalesOrder } from '../order/sales-order.entity.ts';
import { MoreThanInvoiced, NothingToInvoice, NotInThisState, ReasonMissing } from '../sales.errors.ts';
import { creditNoteIssued } from '../sales.events.ts';
import { shareOf } from './invoice-amounts.calc.ts';
import { InvoiceLine } from './invoice-line.entity.ts';
import { Invoice } from './invoice.entity.ts';
import { invoicing, lockInvoice } from './invoicing.service.ts';

export interface CreditDraft {
  readonly invoiceId: string;
  readonly reason: string;
  readonly returnId?: string | null;
  /** Quantities in the unit of the position; everything that was not credited yet when no line is named. */
  readonly lines: readonly { readonly invoiceLineId: string; readonly quantity?: Decimal | null }[];
}

/** Takes invoices back, in whole or in part, by documents of their own. */
export class CreditNotes {
  /**
   * Issues a credit note. It lowers what is open of its invoice; what was paid already stays open on the credit note,
   * to be paid out. @throws NotFound, MoreThanInvoiced, NotInThisState, ReasonMissing
   */
  async issue(work: Work, draft: CreditDraft): Promise<Invoice> {
    if (!draft.reason.trim()) throw new ReasonMissing({}, ['input', 'reason']);
    const invoice = await lockInvoice(work, draft.invoiceId, null);
    if (invoice.kind !== 'INVOICE' || invoice.state === 'DRAFT')
      throw new NotInThisState({ number: invoice.number ?? '', state: invoice.state });
    const positions = await work.em.find(InvoiceLine, { invoiceId: invoice.id }, { orderBy: { lineNo: 'asc' } });
    const done = await this.credited(work, positions);
    const note = Object.assign(new Invoice(), noteOf(invoice, draft), { createdAt: work.clock.now() });
    const lines = wantedOf(draft, positions, done).map((wanted, index) => takeBack(note, wanted, index + 1));
    if (lines.length === 0) throw new NothingToInvoice({ number: invoice.number ?? '' }, ['input', 'invoiceId']);
    note.net = Decimal.sum(0, ...lines.map(({ netAmount }) => netAmount));
    note.tax = Decimal.sum(0, ...lines.map(({ taxAmount }) => taxAmount));
    work.em.persist(note);
    await work.em.flush();
    work.em.persist(lines);
    const order = await work.em.findOneOrFail(SalesOrder, invoice.orderId ?? '');
    const today = await salesOrderDrafts.today(work, order.siteId);
    await invoicing.number(work, note, 'CN', today, today);
    const setOff = Decimal.min(invoice.openNow, note.grossAmount);
    invoice.settle(new Decimal(0), setOff);
    note.settle(new Decimal(0), setOff);
    await work.em.flush();
    work.record(creditNoteIssued(note, { number: note.number, invoiceId: invoice.id, returnId: note.returnId }));
    return note;
  }

  /** How much of each position was credited before, in its unit. */
  async credited(work: Work, positions: readonly InvoiceLine[]): Promise<ReadonlyMap<string, Decimal>> {
    const earlier = await work.em.find(InvoiceLine, { creditsLineId: { $in: positions.map(({ id }) => id) } });
    const groups = Map.groupBy(earlier, ({ creditsLineId }) => creditsLineId ?? '');
    return new Map([...groups].map(([id, lines]) => [id, Decimal.sum(0, ...lines.map(({ quantity }) => quantity))]));
  }
}

interface Wanted {
  readonly position: InvoiceLine;
  readonly before: Decimal;
  readonly now: Decimal;
}

function wantedOf(
  { lines }: CreditDraft,
  positions: readonly InvoiceLine[],
  done: ReadonlyMap<string, Decimal>,
): Wanted[] {
  const named = lines.length > 0 ? lines : positions.map(({ id }) => ({ invoiceLineId: id, quantity: null }));
  return named.flatMap(({ invoiceLineId, quantity }, index) => {
    const path = ['input', 'lines', String(index), 'quantity'];
    const position = positions.find(({ id }) => id === invoiceLineId);
    if (!position) throw new NotFound({}, ['input', 'lines', String(index), 'invoiceLineId']);
    const before = done.get(position.id) ?? new Decimal(0);
    const most = position.quantity.minus(before);
    const now = quantity ?? most;
    if (now.gt(most)) throw new MoreThanInvoiced({ most: most.toString(), line: position.lineNo }, path);
    return now.gt(0) ? [{ position, before, now }] : [];
  });
}

const noteOf = (invoice: Invoice, { reason, returnId }: CreditDraft): Partial<Invoice> => ({
  id: newId(),
  kind: 'CREDIT_NOTE',
  customerId: invoice.customerId,
  orderId: invoice.orderId,
  returnId: returnId ?? null,
  creditsInvoiceId: invoice.id,
  currency: invoice.currency,
  exchangeRate: invoice.exchangeRate,
  isTaxInclusive: invoice.isTaxInclusive,
  taxRounding: invoice.taxRounding,
  reason: reason.trim(),
});

function takeBack(note: Invoice, { position, before, now }: Wanted, lineNo: number): InvoiceLine {
  const share = (total: Decimal): Decimal =>
    shareOf(Money.of(total, note.currency), before, now, position.quantity).amount;
  const { customerId, orderLineId, itemId, kind, description, unitCode, unitPrice, discount, taxRate } = position;
  return Object.assign(new InvoiceLine(), {
    ...{ customerId, orderLineId, itemId, kind, description, unitCode, unitPrice, discount, taxRate },
    invoiceId: note.id,
    lineNo,
    creditsLineId: position.id,
    quantity: now,
    quantityStock: position.quantityStock.times(now).div(position.quantity).toDecimalPlaces(6),
    netAmount: share(position.netAmount),
    taxAmount: share(position.taxAmount),
  });
}

export const creditNotes = new CreditNotes();
