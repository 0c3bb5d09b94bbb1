import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/** Purchase orders as their file has them; all of them, or those of these numbers. */
export async function purchaseOrderRows(
  work: Work,
  numbers: readonly string[] | null = null,
): Promise<Readonly<Record<string, unknown>>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select o.number, o.external_number, s.number as supplier, t.code as site, o.ordered_on::text, o.state, o.currency, o.note,
           trim_scale(o.tax)::text as tax, trim_scale(o.freight)::text as freight,
           l.line_no, i.sku, l.unit_code as unit, l.numerator::text, l.denominator::text,
           trim_scale(l.unit_price)::text as unit_price, c.schedule_no, c.requested_on::text,
           trim_scale(c.requested_quantity)::text as quantity, c.confirmed_on::text,
           trim_scale(c.confirmed_quantity)::text as confirmed_quantity,
           (select max(r.received_on)::text from purchasing_receipt_line rl join purchasing_receipt r on r.id = rl.receipt_id
             where rl.schedule_line_id = c.id) as received_on,
           trim_scale(c.accepted_quantity)::text as accepted_quantity,
           trim_scale(c.rejected_quantity)::text as rejected_quantity
    from purchasing_order o
    join identity_organisation s on s.id = o.supplier_id
    join catalog_site t on t.id = o.site_id
    join purchasing_order_line l on l.order_id = o.id
    join purchasing_schedule_line c on c.order_line_id = l.id
    join catalog_item i on i.id = l.item_id
    where ${numbers}::text[] is null or o.number = any(${numbers}::text[])
    order by o.number, l.line_no, c.schedule_no`.execute(work.sql);
  return rows;
}
