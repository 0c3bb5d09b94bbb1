import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { SalesOrderLine } from './sales-order-line.entity.ts';
import { SalesOrder } from './sales-order.entity.ts';

/**
 * The orders as they are now, held until the end of the transaction, in id order: whoever writes an order or one of its
 * lines takes this lock first. A shipment or return is held before its orders, stock after them.
 * @throws NotFound when one of them is unknown or foreign
 */
export async function lockSalesOrders(
  work: Work,
  ids: readonly string[],
  path: readonly string[] = ['input', 'orderId'],
): Promise<SalesOrder[]> {
  await work.em.flush();
  const wanted = [...new Set(ids)];
  // Against whoever writes the order, and not against what only names it: pegs, notices and tickets refer to orders.
  await sql`select from sales_order where id = any(${wanted}::uuid[]) order by id for no key update`.execute(work.sql);
  const orders = await work.em.find(SalesOrder, { id: { $in: wanted } }, { orderBy: { id: 'asc' }, refresh: true });
  if (orders.length < wanted.length) throw new NotFound({}, path);
  return orders;
}

/** One order, held. @throws NotFound, StaleObject when it is not the version that the caller saw */
export async function lockSalesOrder(
  work: Work,
  id: string,
  expectedVersion: number | null = null,
): Promise<SalesOrder> {
  const [order] = await lockSalesOrders(work, [id]);
  if (!order) throw new NotFound({}, ['input', 'orderId']);
  if (expectedVersion !== null && order.version !== expectedVersion)
    throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion: order.version });
  return order;
}

/** The lines of an order as they are now; ask only while its lock is held. */
export function linesOfOrder(work: Work, orderId: string): Promise<SalesOrderLine[]> {
  return work.em.find(SalesOrderLine, { orderId }, { orderBy: { lineNo: 'asc' }, refresh: true });
}

/** The number of the next line after these. */
export const nextLineNo = (lines: readonly SalesOrderLine[]): number =>
  1 + Math.max(0, ...lines.map(({ lineNo }) => lineNo));

/** Lines by id as they are now, each with its order held. @throws NotFound */
export async function lockSalesLines(
  work: Work,
  ids: readonly string[],
  path: readonly string[] = ['input', 'lines'],
): Promise<{ lines: ReadonlyMap<string, SalesOrderLine>; orders: ReadonlyMap<string, SalesOrder> }> {
  const wanted = [...new Set(ids)];
  const before = await work.em.find(SalesOrderLine, { id: { $in: wanted } });
  if (before.length < wanted.length) throw new NotFound({}, path);
  const orders = await lockSalesOrders(
    work,
    before.map(({ orderId }) => orderId),
    path,
  );
  const lines = await work.em.find(SalesOrderLine, { id: { $in: wanted } }, { refresh: true });
  return {
    lines: new Map(lines.map((line) => [line.id, line])),
    orders: new Map(orders.map((order) => [order.id, order])),
  };
}

/** One line as it is now, with its order held. @throws NotFound */
export async function lockSalesLine(work: Work, id: string): Promise<{ line: SalesOrderLine; order: SalesOrder }> {
  const path = ['input', 'lineId'];
  const { lines, orders } = await lockSalesLines(work, [id], path);
  const line = lines.get(id);
  const order = orders.get(line?.orderId ?? '');
  if (!line || !order) throw new NotFound({}, path);
  return { line, order };
}
