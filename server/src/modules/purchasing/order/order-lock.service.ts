import { LockMode } from '@mikro-orm/core';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { NotInThisState } from '../purchasing.errors.ts';
import { PurchaseOrder } from './purchase-order.entity.ts';
import { orderTransitions, type OrderAct } from './purchase-order.state.ts';
import { ScheduleLine } from './schedule-line.entity.ts';

/**
 * The orders as they are now, held until the end of the transaction: whoever ships, receives, answers, changes or
 * cancels takes this lock first, in id order, so that two of them on one order come one after the other.
 * @throws NotFound when one of them is unknown or foreign
 */
export async function lockOrders(
  work: Work,
  ids: readonly string[],
  path: readonly string[] = [],
): Promise<PurchaseOrder[]> {
  await work.em.flush();
  const wanted = [...new Set(ids)];
  const orders = await work.em.find(
    PurchaseOrder,
    { id: { $in: wanted } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (orders.length < wanted.length) throw new NotFound({}, path);
  return orders;
}

/** One order, held. @throws NotFound, StaleObject when it is not the version that the caller saw */
export async function lockOrder(
  work: Work,
  id: string,
  expected: { version: number; field: string } | null = null,
): Promise<PurchaseOrder> {
  const [order] = await lockOrders(work, [id], ['input', 'orderId']);
  if (!order) throw new NotFound({}, ['input', 'orderId']);
  if (expected && order.version !== expected.version)
    throw new StaleObject({}, ['input', expected.field], { currentVersion: order.version });
  return order;
}

/** The schedule lines of an order as they are now; ask only while its lock is held. */
export function schedulesOf(work: Work, orderId: string): Promise<ScheduleLine[]> {
  return work.em.find(ScheduleLine, { orderId }, { orderBy: { orderLineId: 'asc', scheduleNo: 'asc' }, refresh: true });
}

/** Schedule lines by id as they are now, each with its order held. @throws NotFound */
export async function lockSchedules(
  work: Work,
  ids: readonly string[],
  path: readonly string[] = [],
): Promise<{ schedules: ScheduleLine[]; orders: ReadonlyMap<string, PurchaseOrder> }> {
  const wanted = { id: { $in: [...new Set(ids)] } };
  const before = await work.em.find(ScheduleLine, wanted);
  const orders = await lockOrders(
    work,
    before.map(({ orderId }) => orderId),
    path,
  );
  const schedules = await work.em.find(ScheduleLine, wanted, { refresh: true });
  if (schedules.length < wanted.id.$in.length) throw new NotFound({}, path);
  return { schedules, orders: new Map(orders.map((order) => [order.id, order])) };
}

/** Takes the order to where the act leads. @throws NotInThisState */
export function step(order: PurchaseOrder, act: OrderAct): void {
  const next = orderTransitions[order.state][act];
  if (!next) throw new NotInThisState({ number: order.number, state: order.state });
  order.state = next;
}
