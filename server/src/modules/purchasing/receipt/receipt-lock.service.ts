import { LockMode } from '@mikro-orm/core';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { lockSchedules } from '../order/order-lock.service.ts';
import { ReceiptLine } from './receipt-line.entity.ts';
import { Receipt } from './receipt.entity.ts';

/** A receipt and its lines as they are now, held together with the orders they count for. */
export async function lockReceipt(
  work: Work,
  id: string,
  expectedVersion: number,
): Promise<{ receipt: Receipt; lines: ReceiptLine[] }> {
  const before = await work.em.find(ReceiptLine, { receiptId: id });
  await lockSchedules(
    work,
    before.flatMap(({ scheduleLineId }) => scheduleLineId ?? []),
  );
  const receipt = await work.em.findOne(Receipt, id, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
  });
  if (!receipt) throw new NotFound({}, ['input', 'id']);
  if (receipt.version !== expectedVersion)
    throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion: receipt.version });
  const lines = await work.em.find(ReceiptLine, { receiptId: id }, { orderBy: { lineNo: 'asc' }, refresh: true });
  return { receipt, lines };
}

/** Where a receipt stands after an act, from its lines. */
export function restate(receipt: Receipt, lines: readonly ReceiptLine[]): void {
  const waits = lines.some(({ quarantineQuantity }) => quarantineQuantity.gt(0));
  const isHere = lines.every(({ acceptedStock, putAwayStock }) => acceptedStock.eq(putAwayStock));
  receipt.state = waits ? 'INSPECTING' : isHere ? 'PUT_AWAY' : 'COUNTED';
  receipt.version += 1;
}
