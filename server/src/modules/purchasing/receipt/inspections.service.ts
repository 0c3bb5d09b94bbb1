import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { stockLedger, type MoveInput } from '../../inventory/ledger/stock-ledger.service.ts';
import { recount } from '../order/schedule-count.service.ts';
import { MoreThanQuarantine, NothingOrdered, QuantityNotPositive, ReasonMissing } from '../purchasing.errors.ts';
import { receiptInspected } from '../purchasing.events.ts';
import { Inspection } from './inspection.entity.ts';
import { ratioOf } from './receipt-count.service.ts';
import type { ReceiptLine } from './receipt-line.entity.ts';
import { lockReceipt, restate } from './receipt-lock.service.ts';
import { moveOf, receivingPlaces, type ReceivingPlaces } from './receipt-moves.service.ts';
import { inStockUnit } from './receipt-quantities.calc.ts';
import type { Receipt } from './receipt.entity.ts';

/** What was found about goods in quarantine, in the counted unit. */
export interface Finding {
  readonly receiptLineId: string;
  readonly accepted: Decimal;
  readonly rejected: Decimal;
  readonly reason: string;
}

/** Decides about goods in quarantine; what was received stays received. */
export class Inspections {
  /** @throws StaleObject, NotFound, MoreThanQuarantine, ReasonMissing */
  async inspect(work: Work, receiptId: string, expectedVersion: number, findings: readonly Finding[]): Promise<string> {
    if (findings.length === 0) throw new NothingOrdered({}, ['input', 'lines']);
    const { receipt, lines } = await lockReceipt(work, receiptId, expectedVersion);
    const places = await receivingPlaces(work, receipt.siteId);
    const byId = new Map(lines.map((line) => [line.id, line]));
    const moves = findings.flatMap((finding, index) => {
      const path = ['input', 'lines', String(index)];
      const line = byId.get(finding.receiptLineId);
      if (!line) throw new NotFound({}, [...path, 'receiptLineId']);
      check(line, finding, path);
      work.em.persist(inspectionOf(work, line, finding));
      return decide(receipt, line, finding, places);
    });
    restate(receipt, lines);
    work.record(receiptInspected(receipt, { number: receipt.number }));
    await work.em.flush();
    await stockLedger.post(work, moves);
    await recount(
      work,
      lines.flatMap(({ scheduleLineId }) => scheduleLineId ?? []),
    );
    return receiptId;
  }
}

function check(line: ReceiptLine, { accepted, rejected, reason }: Finding, path: readonly string[]): void {
  const decided = accepted.plus(rejected);
  if (accepted.lt(0) || rejected.lt(0) || decided.lte(0)) throw new QuantityNotPositive({}, path);
  if (decided.gt(line.quarantineQuantity))
    throw new MoreThanQuarantine({ quantity: line.quarantineQuantity.toString(), unit: line.unitCode }, [
      ...path,
      'acceptedQuantity',
    ]);
  if (rejected.gt(0) && reason.trim() === '') throw new ReasonMissing({}, [...path, 'reason']);
}

const inspectionOf = (work: Work, line: ReceiptLine, { accepted, rejected, reason }: Finding): Inspection =>
  Object.assign(new Inspection(), {
    id: newId(),
    supplierId: line.supplierId,
    receiptLineId: line.id,
    acceptedQuantity: accepted,
    rejectedQuantity: rejected,
    reason,
    inspectedAt: work.clock.now(),
    inspectedByPersonId: work.actor.personId,
  });

// The last decision takes what is left in the stock unit, so that parts of a pack never leave a crumb in quarantine.
function decide(
  receipt: Receipt,
  line: ReceiptLine,
  { accepted, rejected, reason }: Finding,
  places: ReceivingPlaces,
): MoveInput[] {
  const isLast = accepted.plus(rejected).eq(line.quarantineQuantity);
  const stock = (amount: Decimal): Decimal => (line.itemId ? inStockUnit(amount, ratioOf(line)) : new Decimal(0));
  const acceptedStock =
    isLast && rejected.isZero() ? line.quarantineStock : Decimal.min(line.quarantineStock, stock(accepted));
  const rest = line.quarantineStock.minus(acceptedStock);
  const rejectedStock = isLast ? rest : Decimal.min(rest, stock(rejected));
  line.quarantineQuantity = line.quarantineQuantity.minus(accepted).minus(rejected);
  line.acceptedQuantity = line.acceptedQuantity.plus(accepted);
  line.rejectedQuantity = line.rejectedQuantity.plus(rejected);
  line.quarantineStock = rest.minus(rejectedStock);
  line.acceptedStock = line.acceptedStock.plus(acceptedStock);
  line.rejectedStock = line.rejectedStock.plus(rejectedStock);
  if (rejected.gt(0)) line.rejectReason = line.rejectReason || reason.trim();
  const from = { locationId: places.quarantine, status: 'QUALITY' as const };
  return [
    moveOf(receipt, line, acceptedStock, 'TRANSFER', from, { locationId: places.receiving }),
    moveOf(receipt, line, rejectedStock, 'STATUS', from, { ...from, status: 'BLOCKED' }, reason),
  ].flatMap((move) => move ?? []);
}

export const inspections = new Inspections();
