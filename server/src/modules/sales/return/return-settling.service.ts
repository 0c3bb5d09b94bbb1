import { Decimal } from '../../../kernel/decimal.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { creditNotes } from '../invoice/credit-notes.service.ts';
import { InvoiceLine } from '../invoice/invoice-line.entity.ts';
import type { Invoice } from '../invoice/invoice.entity.ts';
import { orderConfirming } from '../order/order-confirming.service.ts';
import { salesOrderDrafts } from '../order/order-drafts.service.ts';
import { SalesOrder } from '../order/sales-order.entity.ts';
import { payments } from '../payment/payments.service.ts';
import { NotInvoiced } from '../sales.errors.ts';
import { returnResolved } from '../sales.events.ts';
import { lockReturn, type HeldReturn } from './return-lock.service.ts';
import type { ReturnResolution } from './return.state.ts';

/** How a return ends: with money back, a credit, other goods, or the same ones mended. */
export class ReturnSettling {
  /**
   * REFUND and CREDIT issue credit notes over what was invoiced of the goods, REFUND also pays out what they cannot set
   * off; REPLACE makes and confirms an order without a price. @throws NotInvoiced, NotFound, StaleObject, NotInThisState
   */
  async resolve(
    work: Work,
    returnId: string,
    expectedVersion: number,
    resolution: ReturnResolution,
    answer: string,
  ): Promise<string> {
    const held = await lockReturn(work, returnId, expectedVersion);
    const { document } = held;
    document.go('resolve');
    Object.assign(document, { resolution, resolvedAt: work.clock.now() });
    if (answer.trim()) document.answer = answer.trim();
    if (resolution === 'REFUND' || resolution === 'CREDIT') {
      const notes = await this.credit(work, held);
      if (resolution === 'REFUND') await this.payOut(work, held.document.siteId, notes);
    }
    if (resolution === 'REPLACE') document.replacementOrderId = await this.replace(work, held);
    work.record(returnResolved(document, { number: document.number, resolution }));
    return returnId;
  }

  /** @throws NotFound, StaleObject, NotInThisState */
  async close(work: Work, returnId: string, expectedVersion: number): Promise<string> {
    const { document } = await lockReturn(work, returnId, expectedVersion);
    document.go('close');
    document.closedAt = work.clock.now();
    return returnId;
  }

  private async credit(work: Work, { document, parts }: HeldReturn): Promise<Invoice[]> {
    const positions = await work.em.find(
      InvoiceLine,
      { orderLineId: { $in: parts.map(({ line }) => line.id) }, isIssued: true, creditsLineId: null },
      { orderBy: { id: 'asc' } },
    );
    const done = await creditNotes.credited(work, positions);
    const wanted = parts.flatMap(({ part, line }) => {
      let left = line.inOrderedUnit(part.receivedQuantity);
      return positions
        .filter(({ orderLineId }) => orderLineId === line.id)
        .flatMap((position) => {
          const most = position.quantity.minus(done.get(position.id) ?? 0);
          const quantity = Decimal.min(left, most);
          left = left.minus(quantity);
          return quantity.gt(0) ? [{ invoiceId: position.invoiceId, invoiceLineId: position.id, quantity }] : [];
        });
    });
    if (wanted.length === 0) throw new NotInvoiced({}, ['input', 'resolution']);
    const byInvoice = [...Map.groupBy(wanted, ({ invoiceId }) => invoiceId)].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return inOrder(byInvoice, ([invoiceId, lines]) =>
      creditNotes.issue(work, { invoiceId, reason: document.reason, returnId: document.id, lines }),
    );
  }

  private async payOut(work: Work, siteId: string, notes: readonly Invoice[]): Promise<void> {
    const paidOn = await salesOrderDrafts.today(work, siteId);
    const open = notes.filter((note) => note.openNow.gt(0));
    await inOrder(open, ({ id, number }) => payments.refund(work, id, { paidOn, reference: number }));
  }

  private async replace(work: Work, { document, parts }: HeldReturn): Promise<string> {
    const [first] = parts;
    const earlier = await work.em.findOneOrFail(SalesOrder, first?.line.orderId ?? '');
    const orderId = await salesOrderDrafts.create(work, {
      customerId: document.customerId,
      siteId: document.siteId,
      shipTo: earlier.shipTo,
      note: document.number,
      source: { type: 'CustomerReturn', id: document.id },
      lines: parts
        .filter(({ part }) => part.receivedQuantity.gt(0))
        .map(({ part, line }) => ({
          itemId: line.itemId,
          unit: line.unitCode,
          quantity: line.inOrderedUnit(part.receivedQuantity),
          unitPrice: new Decimal(0),
        })),
    });
    const order = await work.em.findOneOrFail(SalesOrder, orderId);
    return orderConfirming.confirm(work, orderId, order.version);
  }
}

export const returnSettling = new ReturnSettling();
