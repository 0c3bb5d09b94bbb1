import { LockMode } from '@mikro-orm/core';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import type { ShipmentNoticeLine } from '../notice/notice-line.entity.ts';
import { NotInThisState } from '../purchasing.errors.ts';
import { discrepancyOpened, discrepancyResolved } from '../purchasing.events.ts';
import type { Excess } from '../receipt/over-receipt.service.ts';
import type { ReceiptLine } from '../receipt/receipt-line.entity.ts';
import type { ResolvedLine } from '../receipt/receipt-count.service.ts';
import type { Receipt } from '../receipt/receipt.entity.ts';
import { Discrepancy } from './discrepancy.entity.ts';
import type { DiscrepancyResolution } from './discrepancy.state.ts';

type Difference = Pick<Discrepancy, 'kind' | 'actualQuantity'> & Partial<Discrepancy>;
type Found = Difference & Pick<Discrepancy, 'unitCode'>;

/** Notes what differs from what was announced or ordered, and how it was settled. */
export class Discrepancies {
  /** What differs on one counted line: unknown goods, damage, another lot, more than was let through. */
  openForLine(work: Work, receipt: Receipt, row: ReceiptLine, line: ResolvedLine, excess: Excess | undefined): void {
    const about = {
      receiptLineId: row.id,
      noticeLineId: line.noticeLine?.id ?? null,
      itemId: row.itemId,
      unitCode: line.unit.code,
    };
    for (const found of [unknownOf(row, line), damageOf(row, line), otherLotOf(row, line), overOf(line, excess)])
      if (found) this.open(work, receipt, { ...about, ...found });
  }

  /** What differs from a notice once nothing more of it will come, or more came than it said. */
  openForNoticeLine(work: Work, receipt: Receipt, line: ShipmentNoticeLine): void {
    if (line.receivedQuantity.eq(line.quantity)) return;
    this.open(work, receipt, {
      kind: line.receivedQuantity.lt(line.quantity) ? 'SHORT' : 'OVER',
      noticeLineId: line.id,
      itemId: line.itemId,
      expectedQuantity: line.quantity,
      actualQuantity: line.receivedQuantity,
      unitCode: line.unitCode,
    });
  }

  /** @throws NotFound, StaleObject, NotInThisState */
  async resolve(
    work: Work,
    id: string,
    expectedVersion: number,
    resolution: DiscrepancyResolution,
    note: string,
  ): Promise<string> {
    const discrepancy = await work.em.findOne(Discrepancy, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!discrepancy) throw new NotFound({}, ['input', 'id']);
    if (discrepancy.version !== expectedVersion) throw new StaleObject({}, ['input', 'expectedVersion']);
    if (discrepancy.state !== 'OPEN') throw new NotInThisState({ number: discrepancy.kind, state: discrepancy.state });
    Object.assign(discrepancy, {
      state: 'RESOLVED',
      resolution,
      resolutionNote: note,
      resolvedAt: work.clock.now(),
    });
    work.record(discrepancyResolved(discrepancy, { kind: discrepancy.kind, resolution }));
    return id;
  }

  private open(work: Work, receipt: Receipt, found: Found): void {
    const discrepancy = Object.assign(new Discrepancy(), {
      id: newId(),
      supplierId: receipt.supplierId,
      receiptId: receipt.id,
      openedAt: work.clock.now(),
      ...found,
    });
    work.em.persist(discrepancy);
    work.record(discrepancyOpened(discrepancy, { kind: found.kind, receiptId: receipt.id }));
  }
}

const unknownOf = (row: ReceiptLine, { schedule, count }: ResolvedLine): Difference | null =>
  schedule
    ? null
    : {
        kind: 'UNKNOWN_ITEM',
        expectedQuantity: new Decimal(0),
        actualQuantity: count.received,
        detail: row.description,
      };

const damageOf = (row: ReceiptLine, { count }: ResolvedLine): Difference | null =>
  count.rejected.gt(0)
    ? {
        kind: 'DAMAGED',
        expectedQuantity: count.received,
        actualQuantity: count.rejected,
        detail: row.rejectReason,
      }
    : null;

function otherLotOf(row: ReceiptLine, { noticeLine, count }: ResolvedLine): Difference | null {
  if (!noticeLine?.lot || !row.lot || noticeLine.lot === row.lot) return null;
  const { received } = count;
  return {
    kind: 'WRONG_LOT',
    expectedQuantity: received,
    actualQuantity: received,
    detail: `${noticeLine.lot} / ${row.lot}`,
  };
}

function overOf({ schedule }: ResolvedLine, excess: Excess | undefined): Difference | null {
  if (!schedule || !excess?.beyond.gt(0)) return null;
  return {
    kind: 'OVER',
    expectedQuantity: schedule.orderedQuantity,
    actualQuantity: excess.kept,
    unitCode: schedule.unitCode,
  };
}

export const discrepancies = new Discrepancies();
