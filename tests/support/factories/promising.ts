import { sql } from 'kysely';
import { newId } from '../../../server/src/kernel/id.ts';
import type { TestApp } from '../app.ts';

/** What a customer waits for: a confirmed order of one line, unless it says otherwise. */
export interface DemandWish {
  readonly customerId: string;
  readonly itemId: string;
  readonly siteId: string;
  readonly quantity: number;
  readonly promisedOn?: string | null;
  readonly submittedAt?: string;
  readonly unitPrice?: number;
}

/** Open demand written as rows, for tests of what follows from it; gives ids of order and line. */
export async function someDemand(app: TestApp, wish: DemandWish): Promise<{ orderId: string; lineId: string }> {
  const [orderId, lineId] = [newId(), newId()];
  const day = wish.promisedOn ?? '2026-10-12';
  await app.prepare(async (work) => {
    await sql`
      insert into sales_order (id, customer_id, site_id, state, currency, ordered_on, requested_on, is_shared, submitted_at, confirmed_at)
      values (${orderId}, ${wish.customerId}, ${wish.siteId}, 'CONFIRMED', 'USD', '2026-10-01', ${day}, true,
        ${wish.submittedAt ?? new Date().toISOString()}, now())`.execute(work.sql);
    await sql`
      insert into sales_order_line (id, customer_id, order_id, line_no, item_id, site_id, unit_code, ordered_quantity, currency, unit_price,
        net_amount, requested_on, confirmed_on)
      values (${lineId}, ${wish.customerId}, ${orderId}, 1, ${wish.itemId}, ${wish.siteId}, 'EA', ${wish.quantity}, 'USD',
        ${wish.unitPrice ?? 5}, ${(wish.unitPrice ?? 5) * wish.quantity}, ${day}, ${wish.promisedOn === null ? null : day})`.execute(
      work.sql,
    );
  });
  return { orderId, lineId };
}
