import { cursor, gid, money, pageOf, quantity, type Statement } from './statement.ts';

const key = `overlay(overlay(md5(i.id::text || s.site_id::text) placing '8' from 13) placing '8' from 17)::uuid`;
const of = (column: string): string => quantity(`p.${column}`, 'p.unit_code');

/** The company's stock by item and site, by the number of the item. */
export const stockList: Statement = {
  text: `
with page as materialized (
  select ${key} as id, i.id as item_id, i.sku, i.name_en, i.unit_code, i.reorder_point, i.standard_cost, i.currency, s.*
  from catalog_item i cross join lateral (
    select b.site_id, sum(b.on_hand) as on_hand, sum(b.reserved) as reserved,
      coalesce(sum(b.on_hand - b.reserved) filter (where b.status = 'UNRESTRICTED'), 0) as available,
      coalesce(sum(b.on_hand) filter (where b.status = 'QUALITY'), 0) as quality,
      coalesce(sum(b.on_hand) filter (where b.status = 'BLOCKED'), 0) as blocked,
      coalesce(sum(b.on_hand) filter (where b.owner_id = (select app_org())), 0) as owned
    from inventory_stock_balance b where b.item_id = i.id group by b.site_id) s
  order by i.sku, ${key} limit $1::int + 1)
select json_build_object('id', ${gid('ist', 'p.id')}, 'isBelowReorderPoint', p.on_hand < p.reorder_point,
    'item', json_build_object('id', ${gid('itm', 'p.item_id')}, 'sku', p.sku, 'name', p.name_en, '__typename', 'Item'),
    'site', json_build_object('id', ${gid('sit', 'o.id')}, 'code', o.code, 'name', o.name, '__typename', 'Site'),
    'onHand', ${of('on_hand')}, 'reserved', ${of('reserved')}, 'available', ${of('available')}, 'quality', ${of('quality')}, 'blocked', ${of('blocked')},
    'reorderPoint', ${of('reorder_point')}, 'value', ${money('p.owned * p.standard_cost', 'p.currency')}, '__typename', 'ItemStock')::text as node,
  ${cursor('p.sku', 'p.id')} as cursor
from page p join catalog_site o on o.id = p.site_id order by p.sku, p.id`,
  values: ({ first }) => [first],
  finish: (rows, { first }) =>
    pageOf(
      'stock',
      'ItemStock',
      rows.map((row) => row['node'] as string),
      Number(first),
      rows.map((row) => row['cursor'] as string),
    ),
};
