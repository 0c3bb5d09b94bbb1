import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import type { PurchaseOrder } from './purchase-order.entity.ts';

/** Keeps the order as it is sent now, for ever, under its current version. */
export async function keepVersion(work: Work, order: PurchaseOrder, reason: string): Promise<void> {
  await work.em.flush();
  await keepVersions(work, [order.id], reason);
}

/** The same for orders that were written without entities, all in one statement. */
export async function keepVersions(work: Work, orderIds: readonly string[], reason: string): Promise<void> {
  await sql`
    insert into purchasing_order_version (id, supplier_id, order_id, version, reason, snapshot, created_at, created_by_person_id)
    select gen_random_uuid(), o.supplier_id, o.id, o.version, ${reason}, jsonb_build_object(
        'number', o.number, 'currency', o.currency, 'total', o.total, 'note', o.note, 'lines', coalesce((
          select jsonb_agg(jsonb_build_object(
            'lineNo', l.line_no, 'sku', i.sku, 'unit', l.unit_code, 'numerator', l.numerator, 'denominator', l.denominator,
            'unitPrice', l.unit_price, 'schedules', (
              select coalesce(jsonb_agg(jsonb_build_object('scheduleNo', s.schedule_no, 'on', s.requested_on,
                'quantity', s.requested_quantity, 'state', s.state) order by s.schedule_no), '[]')
              from purchasing_schedule_line s where s.order_line_id = l.id)) order by l.line_no)
          from purchasing_order_line l join catalog_item i on i.id = l.item_id where l.order_id = o.id), '[]')),
      ${work.clock.now()}::timestamptz, ${work.actor.personId}::uuid
    from purchasing_order o where o.id = any(${orderIds}::uuid[])`.execute(work.sql);
}
