import { LockMode } from '@mikro-orm/core';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { lockSalesLines } from '../order/order-lock.service.ts';
import type { SalesOrderLine } from '../order/sales-order-line.entity.ts';
import { CustomerReturnLine } from './customer-return-line.entity.ts';
import { CustomerReturn } from './customer-return.entity.ts';

/** A return with its lines and the order lines they are of, held: first itself, then its orders. */
export interface HeldReturn {
  readonly document: CustomerReturn;
  readonly parts: readonly { readonly part: CustomerReturnLine; readonly line: SalesOrderLine }[];
}

/** @throws NotFound, StaleObject */
export async function lockReturn(work: Work, id: string, expectedVersion: number): Promise<HeldReturn> {
  await work.em.flush();
  const document = await work.em.findOne(CustomerReturn, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!document) throw new NotFound({}, ['input', 'returnId']);
  if (document.version !== expectedVersion)
    throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion: document.version });
  const rows = await work.em.find(CustomerReturnLine, { returnId: id }, { orderBy: { lineNo: 'asc' }, refresh: true });
  const { lines } = await lockSalesLines(
    work,
    rows.map(({ orderLineId }) => orderLineId),
  );
  const parts = rows.map((part) => {
    const line = lines.get(part.orderLineId);
    if (!line) throw new NotFound({}, ['input', 'returnId']);
    return { part, line };
  });
  return { document, parts };
}
