import type { Work } from '../../../platform/db/work.ts';
import { addUp, settleOrders } from '../order/order-settling.service.ts';
import { PurchaseOrderLine } from '../order/order-line.entity.ts';
import { scheduleOf } from '../order/order-lines.service.ts';
import { step } from '../order/order-lock.service.ts';
import type { PurchaseOrder } from '../order/purchase-order.entity.ts';
import { purchaseOrders } from '../order/purchase-orders.service.ts';
import { endLine } from '../order/schedule-end.service.ts';
import type { ScheduleLine } from '../order/schedule-line.entity.ts';
import { AlreadyShipped } from '../purchasing.errors.ts';
import { orderCancelled, orderConfirmed } from '../purchasing.events.ts';
import { shareOut, type Promised } from './answer-tolerance.calc.ts';
import type { OrderAnswer } from './order-answer.entity.ts';
import type { OrderAnswerLine } from './order-answer-line.entity.ts';

/**
 * Makes an answer true: promises are written to the schedule lines, splits become lines of their own, refused lines
 * end, and the order is confirmed or rejected. The order is locked and its open lines are given.
 * @throws AlreadyShipped when less is promised for a line than is on its way or here
 */
export async function applyAnswer(
  work: Work,
  order: PurchaseOrder,
  answer: OrderAnswer,
  open: readonly ScheduleLine[],
  lines: readonly OrderAnswerLine[],
): Promise<void> {
  const last = await purchaseOrders.lastNumbers(work, order.id);
  const orderLines = new Map(
    (await work.em.find(PurchaseOrderLine, { orderId: order.id })).map((line) => [line.id, line]),
  );
  for (const schedule of open) {
    const said = lines
      .filter(({ scheduleLineId }) => scheduleLineId === schedule.id)
      .sort((a, b) => a.position - b.position);
    const line = orderLines.get(schedule.orderLineId);
    if (said.length === 0 || !line) continue;
    if (said[0]?.decision === 'REJECT') {
      endLine(schedule, 'CANCELLED', answer.note || answer.decision);
      continue;
    }
    splitInto(schedule, said).forEach(({ part, promised }) => {
      const number = (last.get(line.id) ?? 0) + 1;
      last.set(line.id, number);
      const draft = { requestedOn: schedule.requestedOn, quantity: part };
      scheduleOf(work, order, line, draft, number).promise(promised.on, promised.quantity);
    });
  }
  await conclude(work, order, answer);
}

/** Writes the first promise to the line itself and hands back the further ones with their share of what was asked. */
function splitInto(
  schedule: ScheduleLine,
  said: readonly OrderAnswerLine[],
): { part: ScheduleLine['requestedQuantity']; promised: Promised }[] {
  const promises = said.flatMap(({ promisedOn, quantity }) =>
    promisedOn && quantity ? [{ on: promisedOn, quantity }] : [],
  );
  const parts = shareOut(schedule.requestedQuantity, promises);
  const [first, ...further] = promises.map((promised, index) => ({
    promised,
    part: parts[index] ?? promised.quantity,
  }));
  if (!first) return [];
  const least = schedule.acceptedQuantity.plus(schedule.quarantineQuantity).plus(schedule.inTransitQuantity);
  if (first.promised.quantity.lt(least))
    throw new AlreadyShipped({ quantity: `${least.toString()} ${schedule.unitCode}` }, ['input', 'lines']);
  schedule.requestedQuantity = first.part;
  schedule.promise(first.promised.on, first.promised.quantity);
  return further;
}

async function conclude(work: Work, order: PurchaseOrder, answer: OrderAnswer): Promise<void> {
  const isRejected = answer.decision === 'REJECT';
  order.answerState = isRejected ? 'REJECTED' : 'ACCEPTED';
  if (isRejected) {
    order.closedAt = work.clock.now();
    work.record(orderCancelled(order, { number: order.number, reason: answer.note, isRejected }));
  } else {
    step(order, 'confirm');
    work.record(orderConfirmed(order, { number: order.number, answerId: answer.id }));
  }
  await addUp(work, [order]);
  await settleOrders(work, [order.id]);
}
