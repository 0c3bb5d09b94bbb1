import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { settleOrders } from './order-settling.service.ts';

/**
 * Counts again, from notices and receipts, what was shipped, is on its way, and came on these schedule lines, so that
 * the figures can never drift from the papers:
 *     received in the order unit = round(sum of the stock-unit amounts of the receipt lines x denominator / numerator, 6)
 * Closes lines delivered in full within their under-tolerance when nothing is on its way or in quarantine.
 */
export async function recount(work: Work, scheduleLineIds: readonly string[]): Promise<void> {
  await recountNotices(work, scheduleLineIds);
  await recountSchedules(work, scheduleLineIds);
}

/** What came of each notice line: the first half of a count, before it is known whether the notice has ended. */
export async function recountNotices(work: Work, scheduleLineIds: readonly string[]): Promise<void> {
  await work.em.flush();
  const ids = [...new Set(scheduleLineIds)];
  if (ids.length === 0) return;
  await sql`
    update purchasing_notice_line n set received_quantity = coalesce((
      select round(sum(r.accepted_stock + r.rejected_stock + r.quarantine_stock) * n.denominator / n.numerator, 6)
      from purchasing_receipt_line r where r.notice_line_id = n.id), 0)
    where n.schedule_line_id = any(${ids}::uuid[])
      and exists (select from purchasing_receipt_line r where r.notice_line_id = n.id)`.execute(work.sql);
}

/** The second half. */
export async function recountSchedules(work: Work, scheduleLineIds: readonly string[]): Promise<void> {
  await work.em.flush();
  const ids = [...new Set(scheduleLineIds)];
  if (ids.length === 0) return;
  await sql`
    update purchasing_schedule_line s
    set shipped_quantity = n.shipped, in_transit_quantity = n.in_transit, accepted_quantity = r.accepted,
        rejected_quantity = r.rejected, quarantine_quantity = r.quarantine,
        received_quantity = r.accepted + r.rejected + r.quarantine
    from purchasing_schedule_line t,
      lateral (
        select coalesce(sum(n.quantity), 0) as shipped,
               coalesce(sum(greatest(0, n.quantity - n.received_quantity))
                 filter (where a.state in ('SUBMITTED', 'IN_TRANSIT', 'ARRIVED', 'RECEIVING')), 0) as in_transit
        from purchasing_notice_line n join purchasing_notice a on a.id = n.notice_id
        where n.schedule_line_id = t.id and a.state not in ('DRAFT', 'CANCELLED')) n,
      lateral (
        select coalesce(round(sum(r.accepted_stock) * t.denominator / t.numerator, 6), 0) as accepted,
               coalesce(round(sum(r.rejected_stock) * t.denominator / t.numerator, 6), 0) as rejected,
               coalesce(round(sum(r.quarantine_stock) * t.denominator / t.numerator, 6), 0) as quarantine
        from purchasing_receipt_line r where r.schedule_line_id = t.id) r
    where t.id = s.id and s.id = any(${ids}::uuid[])`.execute(work.sql);
  await closeDelivered(work, ids);
}

async function closeDelivered(work: Work, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ order_id: string }>`
    update purchasing_schedule_line s set state = 'CLOSED'
    from purchasing_order_line l
    where l.id = s.order_line_id and s.id = any(${[...ids]}::uuid[]) and s.state = 'OPEN'
      and s.accepted_quantity > 0 and s.in_transit_quantity = 0 and s.quarantine_quantity = 0
      and s.accepted_quantity >= coalesce(s.confirmed_quantity, s.requested_quantity) * (1 - l.under_tolerance)
    returning s.order_id`.execute(work.sql);
  const orderIds = [...new Set(rows.map(({ order_id: id }) => id))];
  if (orderIds.length > 0) await settleOrders(work, orderIds);
}
