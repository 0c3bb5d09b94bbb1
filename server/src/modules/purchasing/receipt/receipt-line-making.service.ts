import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { ratioOf, type ResolvedLine } from './receipt-count.service.ts';
import { ReceiptLine } from './receipt-line.entity.ts';
import { inStockUnit } from './receipt-quantities.calc.ts';
import type { Receipt } from './receipt.entity.ts';

/** The row of a counted line: as it was counted, and as the ledger has it. */
export function receiptLineOf(
  receipt: Receipt,
  line: ResolvedLine,
  lineNo: number,
  company: Organisation,
): ReceiptLine {
  const { count, unit } = line;
  return Object.assign(new ReceiptLine(), {
    id: newId(),
    supplierId: receipt.supplierId,
    receiptId: receipt.id,
    lineNo,
    unitCode: unit.code,
    numerator: unit.ratio.num,
    denominator: unit.ratio.den,
    receivedQuantity: count.received,
    acceptedQuantity: count.accepted,
    rejectedQuantity: count.rejected,
    quarantineQuantity: count.quarantine,
    ...referencesOf(line),
    ...wordsOf(line),
    ...stockOf(line),
    ...termsOf(receipt, line, company),
  });
}

const referencesOf = ({ noticeLine, schedule, item }: ResolvedLine): Partial<ReceiptLine> => ({
  noticeLineId: noticeLine?.id ?? null,
  scheduleLineId: schedule?.id ?? null,
  itemId: item?.id ?? null,
});

const wordsOf = ({ given }: ResolvedLine): Partial<ReceiptLine> => ({
  description: given.description?.trim() ?? '',
  rejectReason: given.rejectReason?.trim() ?? '',
  lot: given.lot?.trim() ?? '',
});

// What nobody knows has no stock unit.
function stockOf({ item, count, unit }: ResolvedLine): Partial<ReceiptLine> {
  if (!item) return {};
  const stock = (amount: Decimal): Decimal => inStockUnit(amount, unit.ratio);
  return {
    acceptedStock: stock(count.accepted),
    rejectedStock: stock(count.rejected),
    quarantineStock: stock(count.quarantine),
  };
}

function termsOf(receipt: Receipt, { orderLine, unit }: ResolvedLine, company: Organisation): Partial<ReceiptLine> {
  if (!orderLine) return { ownerId: company.id, currency: company.currency };
  const perCounted = unit.ratio.times(ratioOf(orderLine).inverse()).toDecimal();
  return {
    ownerId: orderLine.isConsignment ? receipt.supplierId : company.id,
    currency: orderLine.currency,
    unitPrice: orderLine.unitPrice.times(perCounted).toDecimalPlaces(4),
  };
}
