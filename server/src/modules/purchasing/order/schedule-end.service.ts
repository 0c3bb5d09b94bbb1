import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { AlreadyShipped, LineNotOpen } from '../purchasing.errors.ts';
import { orderChanged } from '../purchasing.events.ts';
import { lockSchedules } from './order-lock.service.ts';
import { addUp, settleOrders } from './order-settling.service.ts';
import type { ScheduleLine } from './schedule-line.entity.ts';

/**
 * Ends one schedule line and with it, when it was the last one open, its order.
 * @throws NotFound, LineNotOpen, AlreadyShipped
 */
export async function endSchedule(work: Work, id: string, how: 'CLOSED' | 'CANCELLED', reason: string): Promise<void> {
  const { schedules, orders } = await lockSchedules(work, [id]);
  const [schedule] = schedules;
  const order = schedule && orders.get(schedule.orderId);
  if (!schedule || !order) throw new NotFound();
  if (schedule.state !== 'OPEN')
    throw new LineNotOpen({ line: schedule.scheduleNo, number: order.number, state: schedule.state });
  endLine(schedule, how, reason);
  await addUp(work, [order]);
  work.record(orderChanged(order, { number: order.number, version: order.version }));
  await settleOrders(work, [order.id]);
}

/** Marks an open line as ended; nothing may be on its way. @throws AlreadyShipped */
export function endLine(
  schedule: ScheduleLine,
  how: 'CLOSED' | 'CANCELLED',
  reason: string,
  path: readonly string[] = [],
): void {
  if (schedule.inTransitQuantity.gt(0))
    throw new AlreadyShipped({ quantity: `${schedule.inTransitQuantity.toString()} ${schedule.unitCode}` }, path);
  schedule.state = schedule.receivedQuantity.gt(0) ? 'CLOSED' : how;
  schedule.closedReason = reason;
}
