import { LockMode } from '@mikro-orm/core';
import { todayIn } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { Money } from '../../../kernel/money.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { stockLedger, type MoveInput } from '../../inventory/ledger/stock-ledger.service.ts';
import {
  MixedCurrencies,
  MoreThanRejected,
  NothingOrdered,
  QuantityNotPositive,
  ReasonMissing,
  SeveralSuppliers,
} from '../purchasing.errors.ts';
import { returnPosted } from '../purchasing.events.ts';
import { ratioOf } from '../receipt/receipt-count.service.ts';
import { ReceiptLine } from '../receipt/receipt-line.entity.ts';
import { receivingPlaces, type ReceivingPlaces } from '../receipt/receipt-moves.service.ts';
import { inUnit } from '../receipt/receipt-quantities.calc.ts';
import { Receipt } from '../receipt/receipt.entity.ts';
import { SupplierReturnLine } from './supplier-return-line.entity.ts';
import { SupplierReturn } from './supplier-return.entity.ts';

export interface ReturnedLine {
  readonly receiptLineId: string;
  /** In the stock unit; everything rejected and still here when not said. */
  readonly quantity?: Decimal | null;
}

export interface ReturnPosting {
  readonly reason: string;
  readonly returnedOn?: string | null;
  readonly carrier?: string | null;
  readonly tracking?: string | null;
  readonly lines: readonly ReturnedLine[];
}

/** Sends rejected goods back. The receipt stays as it was counted; what went back is said beside it. */
export class SupplierReturns {
  /** @throws NotFound, SeveralSuppliers, MoreThanRejected, ReasonMissing, InsufficientStock */
  async post(work: Work, posting: ReturnPosting): Promise<string> {
    if (posting.reason.trim() === '') throw new ReasonMissing({}, ['input', 'reason']);
    const { rows, receipts } = await this.lock(work, posting);
    const [first] = receipts;
    const currency = rows[0]?.currency;
    if (!first || !currency) throw new NothingOrdered({}, ['input', 'lines']);
    if (receipts.some(({ supplierId, siteId }) => supplierId !== first.supplierId || siteId !== first.siteId))
      throw new SeveralSuppliers({}, ['input', 'lines']);
    const site = await work.em.findOneOrFail(Site, first.siteId);
    const document = Object.assign(new SupplierReturn(), {
      supplierId: first.supplierId,
      siteId: first.siteId,
      reason: posting.reason.trim(),
      carrier: posting.carrier ?? '',
      tracking: posting.tracking ?? '',
      currency,
      returnedOn: posting.returnedOn ?? todayIn(site.timeZone, work.clock),
      createdAt: work.clock.now(),
      returnedByPersonId: work.actor.personId,
    });
    const lines = posting.lines.map((line, index) => lineOf(document, rows, line, index));
    document.expectedCredit = Decimal.sum(0, ...lines.map(({ expectedCredit }) => expectedCredit));
    work.em.persist([document, ...lines]);
    await work.em.flush();
    const places = await receivingPlaces(work, first.siteId);
    await stockLedger.post(
      work,
      lines.map((line) => moveBack(document, line, rows, places)),
    );
    work.record(returnPosted(document, { number: document.number, expectedCredit: document.expectedCredit }));
    return document.id;
  }

  private async lock(work: Work, { lines }: ReturnPosting): Promise<{ rows: ReceiptLine[]; receipts: Receipt[] }> {
    const ids = [...new Set(lines.map(({ receiptLineId }) => receiptLineId))];
    const rows = await work.em.find(
      ReceiptLine,
      { id: { $in: ids } },
      { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
    if (rows.length < ids.length) throw new NotFound({}, ['input', 'lines']);
    const receipts = await work.em.find(Receipt, { id: { $in: rows.map(({ receiptId }) => receiptId) } });
    return { rows, receipts };
  }
}

function lineOf(
  document: SupplierReturn,
  rows: readonly ReceiptLine[],
  { receiptLineId, quantity }: ReturnedLine,
  index: number,
): SupplierReturnLine {
  const path = ['input', 'lines', String(index)];
  const row = rows.find(({ id }) => id === receiptLineId);
  if (!row?.itemId) throw new NotFound({}, [...path, 'receiptLineId']);
  if (row.currency !== document.currency)
    throw new MixedCurrencies({ left: document.currency, right: row.currency }, path);
  const most = row.rejectedStock.plus(row.claimedStock).minus(row.returnedStock);
  const returned = quantity ?? most;
  if (returned.gt(most)) throw new MoreThanRejected({ quantity: most.toString() }, [...path, 'quantity']);
  if (returned.lte(0)) throw new QuantityNotPositive({}, [...path, 'quantity']);
  row.returnedStock = row.returnedStock.plus(returned);
  return Object.assign(new SupplierReturnLine(), {
    id: newId(),
    supplierId: document.supplierId,
    returnId: document.id,
    lineNo: index + 1,
    receiptLineId,
    itemId: row.itemId,
    quantityStock: returned,
    lot: row.lot,
    expectedCredit: creditFor(row, returned),
    currency: row.currency,
  });
}

// Goods that stayed the supplier's were never paid for.
function creditFor(row: ReceiptLine, returned: Decimal): Decimal {
  if (row.ownerId === row.supplierId) return new Decimal(0);
  return Money.of(row.unitPrice, row.currency)
    .times(inUnit(returned, ratioOf(row)))
    .round().amount;
}

function moveBack(
  document: SupplierReturn,
  line: SupplierReturnLine,
  rows: readonly ReceiptLine[],
  places: ReceivingPlaces,
): MoveInput {
  const ownerId = rows.find(({ id }) => id === line.receiptLineId)?.ownerId ?? document.supplierId;
  return {
    itemId: line.itemId,
    from: { locationId: places.quarantine, ownerId, status: 'BLOCKED' },
    to: { locationId: places.supplier, ownerId, status: 'BLOCKED' },
    quantity: line.quantityStock,
    reason: 'RETURN',
    lot: line.lot,
    documentType: 'SupplierReturn',
    documentId: document.id,
    note: document.reason,
  };
}

export const supplierReturns = new SupplierReturns();
