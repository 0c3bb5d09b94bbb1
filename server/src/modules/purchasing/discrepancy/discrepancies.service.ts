import { LockMode } from '@mikro-orm/core';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import type { ShipmentNoticeLine } from '../notice/notice-line.entity.ts';
import { NotInThisState } from '../purchasing.errors.ts';
import { discrepancyOpened, discrepancyResolved } from '../purchasing.events.ts';
import type { ReceiptLine } from '../receipt/receipt-line.entity.ts';
import type { ResolvedLine } from '../receipt/receipt-count.service.ts';
import type { Receipt } from '../receipt/receipt.entity.ts';
import { Discrepancy } from './discrepancy.entity.ts';
import type { DiscrepancyKind, DiscrepancyResolution } from './discrepancy.state.ts';

type Found = Pick<Discrepancy, 'kind' | 'actualQuantity' | 'unitCode'> & Partial<Discrepancy>;

/** Notes what differs from what was announced or ordered, and how it was settled. */
export class Discrepancies {
  /** What differs on one counted line: unknown goods, damage, another lot, more than was let through. */
  openForLine(
    work: Work,
    receipt: Receipt,
    row: ReceiptLine,
    line: ResolvedLine,
    excess: Decimal | undefined,
  ): void {
    const { schedule, noticeLine, count, unit } = line;
    const about = { receiptLineId: row.id, noticeLineId: noticeLine?.id ?? null, itemId: row.itemId };
    const found = (kind: DiscrepancyKind, expected: Decimal | null, actual: Decimal, detail = ''): void =>
      this.open(work, receipt, {
        ...about,
        kind,
        expectedQuantity: expected,
        actualQuantity: actual,
        unitCode: unit.code,
        detail,
      });
    if (!schedule) found('UNKNOWN_ITEM', new Decimal(0), count.received, row.description);
    if (count.rejected.gt(0)) found('DAMAGED', count.received, count.rejected, row.rejectReason);
    if (noticeLine?.lot && row.lot && noticeLine.lot !== row.lot)
      found('WRONG_LOT', count.received, count.received, `${noticeLine.lot} / ${row.lot}`);
    if (schedule && excess?.gt(0))
      this.open(work, receipt, {
        ...about,
        kind: 'OVER',
        expectedQuantity: schedule.orderedQuantity,
        actualQuantity: schedule.acceptedQuantity.plus(schedule.quarantineQuantity).plus(excess),
        unitCode: schedule.unitCode,
      });
  }

  /** What differs from a notice once nothing more of it will come, or more came than it said. */
  openForNoticeLine(work: Work, receipt: Receipt, line: ShipmentNoticeLine): boolean {
    if (line.receivedQuantity.eq(line.quantity)) return false;
    this.open(work, receipt, {
      kind: line.receivedQuantity.lt(line.quantity) ? 'SHORT' : 'OVER',
      noticeLineId: line.id,
      itemId: line.itemId,
      expectedQuantity: line.quantity,
      actualQuantity: line.receivedQuantity,
      unitCode: line.unitCode,
    });
    return true;
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
    if (discrepancy.state !== 'OPEN')
      throw new NotInThisState({ number: discrepancy.kind, state: discrepancy.state });
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

export const discrepancies = new Discrepancies();
