import { LockMode } from '@mikro-orm/core';
import { addDays } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { Money } from '../../../kernel/money.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { nextGaplessNumber } from '../../../platform/sequence/document-number.ts';
import { salesOrderDrafts } from '../order/order-drafts.service.ts';
import { linesOfOrder, lockSalesOrder } from '../order/order-lock.service.ts';
import type { SalesOrderLine } from '../order/sales-order-line.entity.ts';
import { SalesOrder } from '../order/sales-order.entity.ts';
import { NothingToInvoice, NotInThisState } from '../sales.errors.ts';
import { invoiceIssued } from '../sales.events.ts';
import { shareOf } from './invoice-amounts.calc.ts';
import { InvoiceLine } from './invoice-line.entity.ts';
import { Invoice } from './invoice.entity.ts';

/** Asks customers for money, for what was sent and not asked for before. */
export class Invoicing {
  /** A draft over everything of the order that was sent and not invoiced. @throws NothingToInvoice, NotInThisState */
  async draft(work: Work, orderId: string): Promise<Invoice> {
    const order = await lockSalesOrder(work, orderId);
    order.go('invoice');
    const lines = (await linesOfOrder(work, orderId)).filter((line) => line.shippedQuantity.gt(line.invoicedQuantity));
    if (lines.length === 0) throw new NothingToInvoice({ number: order.number }, ['input', 'orderId']);
    const isFirst = (await work.em.count(Invoice, { orderId, kind: 'INVOICE' })) === 0;
    const invoice = Object.assign(new Invoice(), headOf(order), { createdAt: work.clock.now() });
    const positions = lines.map((line, index) => positionOf(invoice, order, line, index + 1));
    const [sample] = positions;
    if (isFirst && order.freight.gt(0) && sample)
      positions.push(freightOf(invoice, order, sample, positions.length + 1));
    for (const line of lines) line.invoicedQuantity = line.shippedQuantity;
    invoice.net = Decimal.sum(0, ...positions.map(({ netAmount }) => netAmount));
    invoice.tax = Decimal.sum(0, ...positions.map(({ taxAmount }) => taxAmount));
    work.em.persist(invoice);
    await work.em.flush();
    work.em.persist(positions);
    await work.em.flush();
    return invoice;
  }

  /** Gives the draft its number, without a gap, and sends it. @throws NotFound, StaleObject, NotInThisState */
  async issue(work: Work, invoiceId: string, expectedVersion: number): Promise<string> {
    const invoice = await lockInvoice(work, invoiceId, expectedVersion);
    if (invoice.state !== 'DRAFT') throw new NotInThisState({ number: invoice.number ?? '', state: invoice.state });
    const order = await work.em.findOneOrFail(SalesOrder, invoice.orderId ?? '');
    const issuedOn = await salesOrderDrafts.today(work, order.siteId);
    await this.number(work, invoice, 'INV', issuedOn, addDays(issuedOn, order.paymentDays));
    work.record(invoiceIssued(invoice, { number: invoice.number, orderId: invoice.orderId }));
    return invoiceId;
  }

  /** Draft and issue in one. */
  async invoice(work: Work, orderId: string): Promise<string> {
    const { id, version } = await this.draft(work, orderId);
    return this.issue(work, id, version);
  }

  /** Throws a draft away; what it asked for waits again. @throws NotFound, StaleObject, NotInThisState */
  async discard(work: Work, invoiceId: string, expectedVersion: number): Promise<string> {
    const before = await work.em.findOne(Invoice, invoiceId);
    if (!before?.orderId) throw new NotFound({}, ['input', 'invoiceId']);
    const { orderId } = before;
    await lockSalesOrder(work, orderId);
    const invoice = await lockInvoice(work, invoiceId, expectedVersion);
    if (invoice.state !== 'DRAFT') throw new NotInThisState({ number: invoice.number ?? '', state: invoice.state });
    const lines = await linesOfOrder(work, orderId);
    const positions = await work.em.find(InvoiceLine, { invoiceId });
    for (const { orderLineId, quantityStock } of positions) {
      const line = lines.find(({ id }) => id === orderLineId);
      if (line) line.invoicedQuantity = line.invoicedQuantity.minus(quantityStock);
    }
    await work.em.nativeDelete(InvoiceLine, { invoiceId });
    await work.em.nativeDelete(Invoice, { id: invoiceId });
    work.em.getUnitOfWork().unsetIdentity(invoice);
    return orderId;
  }

  /** Number and days of a document that goes out now. */
  async number(work: Work, invoice: Invoice, prefix: 'INV' | 'CN', issuedOn: string, dueOn: string): Promise<void> {
    const number = await nextGaplessNumber(work, prefix);
    Object.assign(invoice, { number, issuedOn, dueOn, issuedAt: work.clock.now(), state: 'ISSUED' });
    await work.em.flush();
    await work.em.nativeUpdate(InvoiceLine, { invoiceId: invoice.id }, { isIssued: true });
  }
}

/** An invoice as it is now, held. @throws NotFound, StaleObject */
export async function lockInvoice(
  work: Work,
  id: string,
  expectedVersion: number | null,
  path: readonly string[] = ['input', 'invoiceId'],
): Promise<Invoice> {
  await work.em.flush();
  const invoice = await work.em.findOne(Invoice, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!invoice) throw new NotFound({}, path);
  if (expectedVersion !== null && invoice.version !== expectedVersion)
    throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion: invoice.version });
  return invoice;
}

const headOf = (order: SalesOrder): Partial<Invoice> => ({
  id: newId(),
  kind: 'INVOICE',
  customerId: order.customerId,
  orderId: order.id,
  currency: order.currency,
  exchangeRate: order.exchangeRate,
  isTaxInclusive: order.isTaxInclusive,
  taxRounding: order.taxRounding,
});

function positionOf(invoice: Invoice, order: SalesOrder, line: SalesOrderLine, lineNo: number): InvoiceLine {
  const before = line.invoicedQuantity;
  const now = line.shippedQuantity.minus(before);
  const share = (total: Decimal): Decimal =>
    shareOf(Money.of(total, order.currency), before, now, line.wantedQuantity).amount;
  return Object.assign(new InvoiceLine(), {
    customerId: invoice.customerId,
    invoiceId: invoice.id,
    lineNo,
    orderLineId: line.id,
    itemId: line.itemId,
    description: line.description,
    quantity: line.inOrderedUnit(now),
    unitCode: line.unitCode,
    quantityStock: now,
    unitPrice: line.unitPrice,
    discount: line.discount,
    taxRate: line.taxRate,
    netAmount: share(line.netAmount),
    taxAmount: share(line.taxAmount),
  });
}

function freightOf(invoice: Invoice, order: SalesOrder, sample: InvoiceLine, lineNo: number): InvoiceLine {
  return Object.assign(new InvoiceLine(), {
    customerId: invoice.customerId,
    invoiceId: invoice.id,
    lineNo,
    kind: 'FREIGHT',
    quantity: new Decimal(1),
    unitCode: sample.unitCode,
    quantityStock: new Decimal(1),
    unitPrice: order.freight,
    netAmount: order.freight,
    taxRate: order.freightTaxRate,
    taxAmount: order.freightTax,
  });
}

export const invoicing = new Invoicing();
