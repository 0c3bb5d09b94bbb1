import { together } from '../../../platform/db/together.ts';
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
  const [, orders] = await together(holdOrders(work, ids), heldOrders(work, ids));
  if (orders.length < new Set(ids).size) throw new NotFound({}, path);
  return orders;
}

// Against whoever writes the order, and not against what only names it: pegs, notices and tickets refer to orders.
const HOLD = 'select from sales_order where id = any($1::uuid[]) order by id for no key update';

/** Sent at once: what is asked after it, and travels with it, sees the orders as they are once they are held. */
export const holdOrders = (work: Work, ids: readonly string[]): Promise<unknown> =>
  work.send(HOLD, [[...new Set(ids)]]);

const heldOrders = (work: Work, ids: readonly string[]): Promise<SalesOrder[]> =>
  work.em.find(SalesOrder, { id: { $in: [...new Set(ids)] } }, { orderBy: { id: 'asc' }, refresh: true });

/** One order, held. @throws NotFound, StaleObject when it is not the version that the caller saw */
export async function lockSalesOrder(
  work: Work,
  id: string,
  expectedVersion: number | null = null,
): Promise<SalesOrder> {
  const [order] = await lockSalesOrders(work, [id]);
  return asSeen(order, expectedVersion);
}

/** One order that `holdOrders` holds. @throws NotFound, StaleObject */
export async function heldOrder(work: Work, id: string, expectedVersion: number): Promise<SalesOrder> {
  const [order] = await heldOrders(work, [id]);
  return asSeen(order, expectedVersion);
}

function asSeen(order: SalesOrder | undefined, expectedVersion: number | null): SalesOrder {
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
