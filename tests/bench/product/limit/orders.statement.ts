import { cursor, gid, instant, keyOf, money, pageOf, quantity, type Statement } from './statement.ts';

const due = 'coalesce(s.confirmed_on, s.requested_on)';
const overdue = `s.state = 'OPEN' and s.open_quantity > 0 and ${due} < (now() at time zone 'UTC')::date`;

/** What the list and the page of an order share. */
const head = `
    'id', ${gid('por', 'p.id')}, 'number', p.number, 'kind', p.kind, 'state', p.state, 'answerState', p.answer_state, 'version', p.version,
    'orderedOn', p.ordered_on, 'nextDueOn', d.next_due_on, 'isOverdue', d.is_overdue,
    'allowedActions', case when p.state in ('ISSUED', 'CONFIRMED') then json_build_array('purchasing.order.answer', 'purchasing.notice.save') else '[]' end,
    'site', json_build_object('id', ${gid('sit', 'o.id')}, 'code', o.code, 'name', o.name, 'timeZone', o.time_zone, '__typename', 'Site'),
    'total', ${money('p.total', 'p.currency')}, '__typename', 'PurchaseOrder'`;
const dates = `
cross join lateral (
  select min(${due}) filter (where s.state = 'OPEN' and s.open_quantity > 0) as next_due_on, coalesce(bool_or(${overdue} and s.is_issued), false) as is_overdue
  from purchasing_schedule_line s where s.order_id = p.id and s.state = 'OPEN') d`;

/** A supplier's orders, the newest first. */
export const supplierOrders: Statement = {
  text: `
with page as materialized (
  select p.* from purchasing_order p
  where p.supplier_id = (select app_org()) and p.issued_at is not null order by p.ordered_on desc, p.id desc limit $1::int + 1)
select json_build_object(${head})::text as node, ${cursor('p.ordered_on', 'p.id')} as cursor
from page p join catalog_site o on o.id = p.site_id ${dates} order by p.ordered_on desc, p.id desc`,
  values: ({ first }) => [first],
  finish: (rows, { first }) =>
    pageOf(
      'purchaseOrders',
      'PurchaseOrder',
      rows.map((row) => row['node'] as string),
      Number(first),
      rows.map((row) => row['cursor'] as string),
    ),
};

/** One order with its lines, deliveries, answers and notices. */
export const supplierOrder: Statement = {
  text: `
select '{"data":{"purchaseOrder":' || coalesce((select json_build_object(${head}, 'note', p.note, 'isConsignment', p.is_consignment,
  'lines', (
    select coalesce(json_agg(json_build_object('id', ${gid('pol', 'l.id')}, 'lineNo', l.line_no, 'description', l.description, 'unit', l.unit_code,
      'isConsignment', l.is_consignment, 'overTolerance', trim_scale(l.over_tolerance)::text, 'underTolerance', trim_scale(l.under_tolerance)::text,
      'dateToleranceDays', l.date_tolerance_days,
      'item', json_build_object('id', ${gid('itm', 'i.id')}, 'sku', i.sku, 'name', i.name_en, '__typename', 'Item'),
      'unitPrice', ${money('l.unit_price', 'l.currency')},
      'quantity', ${quantity('c.quantity', 'l.unit_code')}, 'schedules', c.schedules, '__typename', 'PurchaseOrderLine') order by l.line_no), '[]')
    from purchasing_order_line l join catalog_item i on i.id = l.item_id
    cross join lateral (
      select coalesce(sum(coalesce(s.confirmed_quantity, s.requested_quantity)) filter (where s.state <> 'CANCELLED'), 0) as quantity,
        coalesce(json_agg(json_build_object('id', ${gid('psl', 's.id')}, 'scheduleNo', s.schedule_no, 'state', s.state, 'requestedOn', s.requested_on,
          'confirmedOn', s.confirmed_on, 'dueOn', ${due}, 'isOverdue', ${overdue},
          'requestedQuantity', ${quantity('s.requested_quantity', 's.unit_code')}, 'confirmedQuantity', ${quantity('s.confirmed_quantity', 's.unit_code')},
          'shippedQuantity', ${quantity('s.shipped_quantity', 's.unit_code')}, 'receivedQuantity', ${quantity('s.received_quantity', 's.unit_code')},
          'shippableQuantity', ${quantity('greatest(0, s.open_quantity - s.in_transit_quantity)', 's.unit_code')}, '__typename', 'ScheduleLine')
          order by s.schedule_no), '[]') as schedules
      from purchasing_schedule_line s where s.order_line_id = l.id) c
    where l.order_id = p.id),
  'versions', (
    select coalesce(json_agg(json_build_object('id', ${gid('pov', 'v.id')}, 'version', v.version, 'reason', v.reason,
      'createdAt', ${instant('v.created_at')}, '__typename', 'PurchaseOrderVersion') order by v.version), '[]')
    from purchasing_order_version v where v.order_id = p.id),
  'answers', (
    select coalesce(json_agg(json_build_object('id', ${gid('poa', 'a.id')}, 'version', a.version, 'decision', a.decision, 'state', a.state, 'note', a.note,
      'reviewNote', a.review_note, 'answeredAt', ${instant('a.answered_at')}, 'reviewedAt', ${instant('a.reviewed_at')}, 'lines', (
        select coalesce(json_agg(json_build_object('id', ${gid('pal', 'n.id')}, 'decision', n.decision, 'promisedOn', n.promised_on, 'note', n.note)), '[]')
        from purchasing_order_answer_line n where n.answer_id = a.id), '__typename', 'OrderAnswer') order by a.answered_at desc), '[]')
    from purchasing_order_answer a where a.order_id = p.id),
  'notices', (
    select coalesce(json_agg(json_build_object('id', ${gid('asn', 'n.id')}, 'number', n.number, 'state', n.state, 'expectedOn', n.expected_on,
      'isOverdue', n.overdue_at is not null and n.state in ('SUBMITTED', 'IN_TRANSIT'), '__typename', 'ShipmentNotice') order by n.expected_on, n.id), '[]')
    from purchasing_notice n where n.id in (
      select m.notice_id from purchasing_notice_line m join purchasing_schedule_line s on s.id = m.schedule_line_id where s.order_id = p.id)))::text
from purchasing_order p join catalog_site o on o.id = p.site_id ${dates}
where p.id = $1 and p.supplier_id = (select app_org()) and p.issued_at is not null), 'null') || '}}' as data`,
  values: ({ id }) => [keyOf(id)],
};
