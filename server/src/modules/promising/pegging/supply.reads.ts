import { sql, type RawBuilder } from 'kysely';

/**
 * What can serve customers at the keys of `k (item_id, site_id, today)`, in stock units, one row per source: stock of
 * ours that is free, open schedule lines without what notices announce already, notices without what was received, and
 * released production. Goods that stay the supplier's until used serve nobody here. What is overdue cannot come before today.
 */
export const supplyOf: RawBuilder<unknown> = sql`
  select k.item_id, k.site_id, 'STOCK' as kind, k.site_id as id, null::date as expected_on, sum(b.on_hand - b.reserved) as quantity
  from k join inventory_stock_balance b on b.item_id = k.item_id and b.site_id = k.site_id and b.status = 'UNRESTRICTED'
  join identity_organisation o on o.id = b.owner_id and o.is_company
  group by k.item_id, k.site_id
  having sum(b.on_hand - b.reserved) > 0
  union all
  select k.item_id, k.site_id, 'ORDER', s.id, greatest(coalesce(s.confirmed_on, s.requested_on), k.today),
         greatest(0, s.open_quantity - s.in_transit_quantity) * s.numerator / s.denominator
  from k join purchasing_schedule_line s on s.item_id = k.item_id and s.site_id = k.site_id and s.state = 'OPEN' and s.is_issued
  join purchasing_order_line l on l.id = s.order_line_id and not l.is_consignment
  where s.open_quantity > s.in_transit_quantity
  union all
  select k.item_id, k.site_id, 'NOTICE', a.id, greatest(a.expected_on, k.today),
         sum((n.quantity - n.received_quantity) * n.numerator / n.denominator)
  from k join purchasing_notice_line n on n.item_id = k.item_id
  join purchasing_notice a on a.id = n.notice_id and a.site_id = k.site_id
    and a.state in ('SUBMITTED', 'IN_TRANSIT', 'ARRIVED', 'RECEIVING')
  join purchasing_order_line l on l.id = n.order_line_id and not l.is_consignment
  where n.quantity > n.received_quantity
  group by k.item_id, k.site_id, a.id, k.today
  union all
  select k.item_id, k.site_id, 'PRODUCTION', w.id, greatest(w.due_on, k.today), w.open_quantity
  from k join planning_work_order w on w.item_id = k.item_id and w.site_id = k.site_id and w.state in ('RELEASED', 'STARTED')
  where w.open_quantity > 0`;
