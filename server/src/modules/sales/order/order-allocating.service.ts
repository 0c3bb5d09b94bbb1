import type { Work } from '../../../platform/db/work.ts';
import { allocation } from './allocation.service.ts';
import { lockSalesOrder } from './order-lock.service.ts';

/** Sets aside whatever is free for an order, because somebody asks for it. @throws StaleObject, NotInThisState */
export async function allocateOrder(work: Work, orderId: string, expectedVersion: number): Promise<string> {
  const order = await lockSalesOrder(work, orderId, expectedVersion);
  order.go('allocate');
  await allocation.allocate(work, [orderId], 'ALL');
  return orderId;
}
