import { globalIdSql, type Row } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';

/** The items that a ticket is about, by itself or through an order. */
const itemsOf = (row: Row): string => `(
  select k.subject_id from service_ticket_link k where k.ticket_id = ${row}.id and k.subject_type = 'Item'
  union select l.item_id from service_ticket_link k join sales_order_line l on l.id = k.subject_id
    where k.ticket_id = ${row}.id and k.subject_type = 'SalesOrderLine'
  union select l.item_id from service_ticket_link k join sales_order_line l on l.order_id = k.subject_id
    where k.ticket_id = ${row}.id and k.subject_type = 'SalesOrder')`;

/**
 * What whoever answers a customer may offer beside: bought together with what the ticket is about, to be had, and likelier
 * together than apart. Nothing while a severe ticket of that customer is open, nor to who refused offers.
 */
export const suggestionsSql = (row: Row): string => `(
  select coalesce(json_agg(json_build_object('itemId', ${globalIdSql(itemShape.prefix, 's.item_id')}, 'sku', s.sku, 'name', s.name, 'besideSku', s.beside,
      'orders', s.orders, 'support', trim_scale(s.support)::text, 'confidence', trim_scale(s.confidence)::text, 'lift', trim_scale(s.lift)::text)
    order by s.confidence desc, s.lift desc, s.item_id), '[]')
  from (select distinct on (r.suggested_item_id) r.suggested_item_id as item_id, i.sku, i.name_en as name, r.orders, r.support,
      r.confidence, r.lift, (select b.sku from catalog_item b where b.id = r.item_id) as beside
    from service_suggestion_rule r join catalog_item i on i.id = r.suggested_item_id and i.is_active and i.is_sellable
    where ${row}.audience = 'CUSTOMER' and r.is_available and r.item_id in ${itemsOf(row)}
      and r.suggested_item_id not in ${itemsOf(row)}
      and not exists (select from service_ticket x where x.organisation_id = ${row}.organisation_id and x.audience = 'CUSTOMER'
        and x.priority = 'URGENT' and x.category in ('OPEN', 'PAUSED'))
      and coalesce((select c.state from interactions_consent c where c.contact_id = ${row}.contact_id and c.purpose = 'OFFERS'
        order by c.recorded_at desc, c.id desc limit 1), 'UNKNOWN') in ('UNKNOWN', 'GRANTED')
    order by r.suggested_item_id, r.confidence desc limit 20) s)`;
