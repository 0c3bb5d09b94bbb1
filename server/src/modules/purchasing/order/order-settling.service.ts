import { sql } from 'kysely';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { minorUnits } from '../../../kernel/money.ts';
import { orderCancelled, orderClosed } from '../purchasing.events.ts';
import type { PurchaseOrder } from './purchase-order.entity.ts';

interface Settled {
  id: string;
  number: string;
  supplier_id: string;
  state: 'CLOSED' | 'CANCELLED';
}

/**
 * Closes the orders on which nothing is open any more; one of which everything was cancelled is cancelled.
 * A standing order stays: its next release may come any day.
 */
export async function settleOrders(work: Work, orderIds: readonly string[]): Promise<void> {
  await work.em.flush();
  const { rows } = await sql<Settled>`
    update purchasing_order o
    set state = case when exists (select from purchasing_schedule_line s where s.order_id = o.id and s.state = 'CLOSED')
                     then 'CLOSED' else 'CANCELLED' end,
        closed_at = ${work.clock.now()}
    where o.id = any(${[...orderIds]}::uuid[]) and o.state in ('ISSUED', 'CONFIRMED') and o.kind <> 'STANDING'
      and not exists (select from purchasing_schedule_line s where s.order_id = o.id and s.state = 'OPEN')
    returning o.id, o.number, o.supplier_id, o.state`.execute(work.sql);
  for (const { id, number, supplier_id: supplierId, state } of rows)
    work.record((state === 'CLOSED' ? orderClosed : orderCancelled)({ id, supplierId }, { number }));
}

/**
 * Adds an order up again from its lines, each rounded as its currency is paid:
 *     subtotal = sum of round(unit price x ordered quantity)
 */
export async function addUp(work: Work, orders: readonly PurchaseOrder[]): Promise<void> {
  await work.em.flush();
  await inOrder(orders, ({ id, currency }) =>
    sql`
      update purchasing_order set subtotal = coalesce((
        select sum(round(l.unit_price * s.ordered, ${minorUnits(currency)}::int))
        from purchasing_order_line l join lateral (
          select sum(coalesce(s.confirmed_quantity, s.requested_quantity)) as ordered
          from purchasing_schedule_line s where s.order_line_id = l.id and s.state <> 'CANCELLED') s on true
        where l.order_id = ${id}), 0)
      where id = ${id}`.execute(work.sql),
  );
}
