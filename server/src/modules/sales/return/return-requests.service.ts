import type { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { lockSalesLines } from '../order/order-lock.service.ts';
import type { SalesOrderLine } from '../order/sales-order-line.entity.ts';
import {
  MoreThanReturnable,
  NothingOrdered,
  QuantityNotPositive,
  ReasonMissing,
  SeveralCustomers,
} from '../sales.errors.ts';
import { returnApproved, returnRejected, returnRequested, returnSent } from '../sales.events.ts';
import { CustomerReturnLine } from './customer-return-line.entity.ts';
import { CustomerReturn } from './customer-return.entity.ts';
import { lockReturn } from './return-lock.service.ts';
import type { ReturnResolution } from './return.state.ts';

export interface ReturnRequest {
  readonly reason: string;
  readonly wantedResolution: ReturnResolution;
  /** Quantities in the ordered unit. */
  readonly lines: readonly { readonly lineId: string; readonly quantity: Decimal; readonly reason?: string | null }[];
}

/** What a customer wants to send back, and whether we agree. */
export class ReturnRequests {
  /**
   * Never more than was delivered and stands in no other return: the orders are held, so that two requests queue.
   * @throws NotFound, MoreThanReturnable, ReasonMissing, SeveralCustomers
   */
  async request(work: Work, wish: ReturnRequest): Promise<string> {
    if (!wish.reason.trim()) throw new ReasonMissing({}, ['input', 'reason']);
    if (wish.lines.length === 0) throw new NothingOrdered({}, ['input', 'lines']);
    const { lines } = await lockSalesLines(
      work,
      wish.lines.map(({ lineId }) => lineId),
    );
    const [first] = lines.values();
    if (!first) throw new NothingOrdered({}, ['input', 'lines']);
    if ([...lines.values()].some((line) => line.customerId !== first.customerId || line.siteId !== first.siteId))
      throw new SeveralCustomers({}, ['input', 'lines']);
    const document = Object.assign(new CustomerReturn(), {
      customerId: first.customerId,
      siteId: first.siteId,
      wantedResolution: wish.wantedResolution,
      reason: wish.reason.trim(),
      requestedAt: work.clock.now(),
      requestedByPersonId: work.actor.personId,
    });
    const parts = wish.lines.map((wanted, index) => partOf(document, lines.get(wanted.lineId), wanted, index));
    work.em.persist(document);
    await work.em.flush();
    work.em.persist(parts);
    await work.em.flush();
    work.record(returnRequested(document, { number: document.number }));
    return document.id;
  }

  /** @throws NotFound, StaleObject, NotInThisState */
  async approve(work: Work, returnId: string, expectedVersion: number, answer: string): Promise<string> {
    const { document } = await lockReturn(work, returnId, expectedVersion);
    document.go('approve');
    Object.assign(document, { answer: answer.trim(), approvedAt: work.clock.now() });
    work.record(returnApproved(document, { number: document.number }));
    return returnId;
  }

  /** What it asked for may be returned again. @throws ReasonMissing, NotFound, StaleObject, NotInThisState */
  async reject(work: Work, returnId: string, expectedVersion: number, answer: string): Promise<string> {
    if (!answer.trim()) throw new ReasonMissing({}, ['input', 'answer']);
    const { document, parts } = await lockReturn(work, returnId, expectedVersion);
    document.go('reject');
    Object.assign(document, { answer: answer.trim(), closedAt: work.clock.now() });
    for (const { part, line } of parts) line.returnedQuantity = line.returnedQuantity.minus(part.quantity);
    work.record(returnRejected(document, { number: document.number }));
    return returnId;
  }

  /** The customer has handed it over. @throws NotFound, StaleObject, NotInThisState */
  async send(
    work: Work,
    returnId: string,
    expectedVersion: number,
    { carrier, tracking }: { readonly carrier: string; readonly tracking: string },
  ): Promise<string> {
    const { document } = await lockReturn(work, returnId, expectedVersion);
    document.go('send');
    Object.assign(document, { carrier, tracking });
    work.record(returnSent(document, { number: document.number }));
    return returnId;
  }
}

function partOf(
  document: CustomerReturn,
  line: SalesOrderLine | undefined,
  wanted: ReturnRequest['lines'][number],
  index: number,
): CustomerReturnLine {
  const path = ['input', 'lines', String(index)];
  if (!line) throw new NotFound({}, [...path, 'orderLineId']);
  const quantity = line.inStockUnit(wanted.quantity);
  const most = line.deliveredQuantity.minus(line.returnedQuantity);
  if (quantity.lte(0)) throw new QuantityNotPositive({}, [...path, 'quantity']);
  if (quantity.gt(most))
    throw new MoreThanReturnable(
      { most: line.inOrderedUnit(most).toString(), unit: line.unitCode, line: line.lineNo },
      [...path, 'quantity'],
    );
  line.returnedQuantity = line.returnedQuantity.plus(quantity);
  return Object.assign(new CustomerReturnLine(), {
    customerId: document.customerId,
    returnId: document.id,
    lineNo: index + 1,
    orderId: line.orderId,
    orderLineId: line.id,
    itemId: line.itemId,
    quantity,
    reason: wanted.reason ?? '',
  });
}

export const returnRequests = new ReturnRequests();
