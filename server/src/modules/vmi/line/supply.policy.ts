import type { Arg, Row } from '../../../platform/read/shape.ts';

/** Which day it is at the site of a row now. */
export const siteToday = (row: Row): string =>
  `(now() at time zone (select s.time_zone from catalog_site s where s.id = ${row}.site_id))::date`;

/**
 * What is coming for a line, in stock units, one row per document: open schedule lines without what notices already
 * announce, and notices without what was received. A supplier sees his own; for us all supply of the item counts.
 */
const supplyRows = (row: Row): string => `
  select 'ORDER' as kind, coalesce(s.confirmed_on, s.requested_on) as expected_on,
         greatest(0, s.open_quantity - s.in_transit_quantity) * s.numerator / s.denominator as quantity,
         (select o.number from purchasing_order o where o.id = s.order_id) as number,
         'por_' || replace(s.order_id::text, '-', '') as document_id
  from purchasing_schedule_line s
  join purchasing_order_line l on l.id = s.order_line_id
  where s.item_id = ${row}.item_id and s.site_id = ${row}.site_id and s.state = 'OPEN' and s.is_issued
    and s.open_quantity > s.in_transit_quantity and ${countsFor(row, 's', 'l')}
  union all
  select 'NOTICE', a.expected_on, greatest(0, n.quantity - n.received_quantity) * n.numerator / n.denominator,
         a.number, 'asn_' || replace(a.id::text, '-', '')
  from purchasing_notice_line n
  join purchasing_notice a on a.id = n.notice_id
  join purchasing_order_line l on l.id = n.order_line_id
  where n.item_id = ${row}.item_id and a.site_id = ${row}.site_id
    and a.state in ('SUBMITTED', 'IN_TRANSIT', 'ARRIVED', 'RECEIVING') and n.quantity > n.received_quantity
    and ${countsFor(row, 'n', 'l')}`;

/** Supply becomes the property of the line's owner: consigned goods that of their supplier, all other goods ours. */
export const countsFor = (row: Row, supply: Row, orderLine: Row): string =>
  `(case when ${row}.owner_id = ${row}.supplier_id then ${orderLine}.is_consignment and ${supply}.supplier_id = ${row}.supplier_id else not ${orderLine}.is_consignment end)
    and ((select app_audience()) <> 'SUPPLIER' or ${supply}.supplier_id = (select app_org()))`;

/** Dated supply as JSON, for the projection. */
export const suppliesSql = (row: Row): string =>
  `(select coalesce(json_agg(json_build_object('on', x.expected_on, 'quantity', round(x.quantity, 6)::text)), '[]') from (${supplyRows(row)}) x)`;

/** Dated supply as the API shows it. */
export const suppliesShown =
  (unit: (row: Row) => string) =>
  (row: Row, _arg: Arg): string =>
    `(select coalesce(json_agg(json_build_object('kind', x.kind, 'expectedOn', x.expected_on, 'quantity', json_build_object('value', trim_scale(x.quantity)::text, 'unit', ${unit(row)}), 'isPastDue', x.expected_on < ${siteToday(row)}, 'documentNumber', x.number, 'documentId', x.document_id) order by x.expected_on, x.number), '[]') from (${supplyRows(row)}) x)`;
