import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/**
 * Sales orders as their file has them; all of them that are drafts, agreed or over, or those of these numbers. The amount
 * is told where it is not the sum of the lines.
 */
export async function salesOrderRows(
  work: Work,
  numbers: readonly string[] | null = null,
): Promise<Readonly<Record<string, unknown>>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select o.number, o.external_number, c.number as customer, s.code as site, o.ordered_on::text, o.state, o.channel, o.currency, trim_scale(o.exchange_rate)::text as exchange_rate,
           o.customer_reference,
           t.code as territory, o.ship_to, o.note,
           case when o.subtotal is distinct from n.net then trim_scale(o.subtotal)::text end as subtotal,
           trim_scale(o.tax)::text as tax, trim_scale(o.freight)::text as freight, coalesce(l.line_no, 0) as line_no, i.sku,
           l.unit_code as unit, coalesce(l.numerator, 1)::text as numerator, coalesce(l.denominator, 1)::text as denominator,
           trim_scale(coalesce(l.ordered_quantity, 0) * coalesce(l.denominator, 1) / coalesce(l.numerator, 1))::text as quantity,
           trim_scale(coalesce(l.unit_price, 0))::text as unit_price, trim_scale(coalesce(l.discount, 0))::text as discount,
           case when l.net_amount <> round(l.ordered_quantity * l.denominator / l.numerator * l.unit_price * (1 - l.discount), 4)
             then trim_scale(l.net_amount)::text end as net_amount,
           nullif(coalesce(l.requested_on, o.requested_on), o.ordered_on)::text as requested_on, l.confirmed_on::text,
           trim_scale(coalesce(l.delivered_quantity, 0) * coalesce(l.denominator, 1) / coalesce(l.numerator, 1))::text as delivered_quantity,
           trim_scale(coalesce(l.returned_quantity, 0) * coalesce(l.denominator, 1) / coalesce(l.numerator, 1))::text as returned_quantity
    from sales_order o
    join identity_organisation c on c.id = o.customer_id
    join catalog_site s on s.id = o.site_id
    left join sales_territory t on t.id = o.territory_id
    left join sales_order_line l on l.order_id = o.id
    left join catalog_item i on i.id = l.item_id
    cross join lateral (select coalesce(sum(x.net_amount), 0) as net from sales_order_line x where x.order_id = o.id) n
    where o.state in ('DRAFT', 'CONFIRMED', 'CLOSED', 'CANCELLED') and (${numbers}::text[] is null or o.number = any(${numbers}::text[]))
    order by o.number, l.line_no`.execute(work.sql);
  return rows;
}
