import { todayIn } from '../../../../server/src/kernel/calendar-date.ts';
import { systemClock } from '../../../../server/src/kernel/clock.ts';
import { bucketsOf, type StoredProjection } from '../../../../server/src/modules/vmi/line/projection.reads.ts';
import { cursor, gid, pageOf, quantity, type Statement } from './statement.ts';

/** The supplier's lines, least cover first; the projection is the product's own arithmetic over what comes. */
export const supplierStock: Statement = {
  text: `
with page as materialized (
  select s.* from vmi_line_status s
  where s.supplier_id = (select app_org()) and s.is_shown and s.is_live order by s.cover_order, s.id limit $1::int + 1)
select json_build_object(
    'id', ${gid('vln', 'p.id')},
    'item', json_build_object('id', ${gid('itm', 'i.id')}, 'sku', i.sku, 'name', i.name_en, 'unit', i.unit_code, '__typename', 'Item'),
    'supplierItem', case when t.id is not null then json_build_object('id', ${gid('spi', 't.id')}, 'supplierSku', t.supplier_sku, '__typename', 'SupplierItem') end,
    'site', json_build_object('id', ${gid('sit', 'o.id')}, 'code', o.code, 'name', o.name, '__typename', 'Site'),
    'colour', p.colour, 'onHand', ${quantity('p.on_hand', 'i.unit_code')}, 'inReceiving', ${quantity('p.in_receiving', 'i.unit_code')},
    'inTransit', ${quantity('p.in_transit', 'i.unit_code')}, 'openOrder', ${quantity('p.open_order', 'i.unit_code')},
    'awaitingAnswer', ${quantity('p.awaiting_answer', 'i.unit_code')},
    'daysOfSupply', case when p.shares_demand and (select catalog_shares('DEMAND')) then trim_scale(p.days_of_supply)::text end,
    'stockoutOn', case when p.shares_demand and (select catalog_shares('DEMAND')) then p.stockout_on end,
    'asOf', to_char(p.as_of at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '__typename', 'VmiLine')::text as node,
  ${cursor('p.cover_order', 'p.id')} as cursor,
  json_build_object('zone', o.time_zone, 'onHand', p.on_hand::text, 'usage', p.average_usage::text, 'minimum', p.minimum::text,
    'maximum', p.maximum::text, 'knowsDemand', p.shares_demand and (select catalog_shares('DEMAND')), 'supplies', c.supplies) as projection
from page p
join catalog_item i on i.id = p.item_id
left join catalog_supplier_item t on t.supplier_id = p.supplier_id and t.item_id = p.item_id
join catalog_site o on o.id = p.site_id
cross join lateral (
  select coalesce(json_agg(json_build_object('on', x.expected_on, 'quantity', round(x.quantity, 6)::text)), '[]') as supplies from (
    select coalesce(s.confirmed_on, s.requested_on) as expected_on, (s.open_quantity - s.in_transit_quantity) * s.numerator / s.denominator as quantity
    from purchasing_schedule_line s join purchasing_order_line l on l.id = s.order_line_id
    where s.supplier_id = p.supplier_id and s.item_id = p.item_id and s.site_id = p.site_id and s.state = 'OPEN' and s.is_issued
      and s.open_quantity > s.in_transit_quantity and l.is_consignment = (p.owner_id = p.supplier_id)
    union all
    select a.expected_on, (n.quantity - n.received_quantity) * n.numerator / n.denominator
    from purchasing_notice_line n join purchasing_notice a on a.id = n.notice_id join purchasing_order_line l on l.id = n.order_line_id
    where n.supplier_id = p.supplier_id and n.item_id = p.item_id and a.site_id = p.site_id
      and a.state in ('SUBMITTED', 'IN_TRANSIT', 'ARRIVED', 'RECEIVING') and n.quantity > n.received_quantity
      and l.is_consignment = (p.owner_id = p.supplier_id)) x) c
order by p.cover_order, p.id`,
  values: ({ first }) => [first],
  finish(rows, { first, unit, buckets }) {
    const nodes = rows.map(({ node, projection }) => {
      const stored = projection as StoredProjection;
      const grid = bucketsOf(stored, todayIn(stored.zone, systemClock), unit as 'WEEK', Number(buckets));
      const shown = grid.map(({ startsOn, endsOn, receipts, demand, projected, colour }) => ({
        startsOn,
        endsOn,
        receipts,
        demand,
        projected,
        colour,
        __typename: 'VmiProjectedBucket',
      }));
      return `${(node as string).slice(0, -1)},"projectedStock":${JSON.stringify(shown)}}`;
    });
    return pageOf(
      'vmiLines',
      'VmiLine',
      nodes,
      Number(first),
      rows.map((row) => row['cursor'] as string),
    );
  },
};
