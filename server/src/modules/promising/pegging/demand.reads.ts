import { sql, type RawBuilder } from 'kysely';

/**
 * What customers wait for at the keys of `k (item_id, site_id, today)`, in stock units, in the sequence of the queue:
 * first submitted, first served; lines of one order by their number. What is set aside for a line is a part of it.
 */
export const demandOf: RawBuilder<unknown> = sql`
  select l.item_id, l.site_id, l.id, l.customer_id, l.order_id, l.confirmed_on as promised_on, l.open_quantity as quantity,
         least(l.allocated_quantity, l.open_quantity) as allocated, o.submitted_at, l.line_no
  from k join sales_order_line l on l.item_id = k.item_id and l.site_id = k.site_id and l.is_demand
  join sales_order o on o.id = l.order_id
  where l.open_quantity > 0`;

/** The order of the queue, over the rows above. */
export const inSequence: RawBuilder<unknown> = sql`submitted_at, order_id, line_no, id`;
