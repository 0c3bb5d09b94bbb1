import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { LineNotOpen } from '../purchasing.errors.ts';
import { orderChanged } from '../purchasing.events.ts';
import { lockSchedules } from './order-lock.service.ts';

/**
 * The supplier promises another day for what is open of one schedule line; the first promise is kept beside it.
 * @throws NotFound, LineNotOpen
 */
export async function promiseSchedule(work: Work, id: string, on: string): Promise<void> {
  const { schedules, orders } = await lockSchedules(work, [id]);
  const [schedule] = schedules;
  const order = schedule && orders.get(schedule.orderId);
  if (!schedule || !order) throw new NotFound();
  if (schedule.state !== 'OPEN' || !schedule.isIssued)
    throw new LineNotOpen({ line: schedule.scheduleNo, number: order.number, state: schedule.state });
  schedule.promise(on, schedule.orderedQuantity);
  await work.em.flush();
  work.record(orderChanged(order, { number: order.number, version: order.version }));
}
