import { cursor, gid, instant, keyOf, money, pageOf, quantity, type Statement } from './statement.ts';

const due = 'coalesce(l.confirmed_on, l.requested_on)';
const isBeforeCutOff = `l.open_quantity > 0 and l.picked_quantity = 0 and l.shipped_quantity = 0 and current_date <= ${due} - p.cutoff_days`;
const offered = (...acts: readonly string[]): string =>
  `json_build_array(${acts.map((act) => `'sales.${act}'`).join(', ')})`;

/** What the list and the page of an order share; `d` is what is derived from its lines. */
const head = `
    'id', ${gid('sor', 'p.id')}, 'number', p.number, 'state', p.state, 'holdKind', p.hold_kind, 'fulfilment', p.fulfilment_state,
    'invoicing', p.invoicing_state, 'payment', p.payment_state, 'version', p.version, 'orderedOn', p.ordered_on, 'requestedOn', p.requested_on,
    'customerReference', p.customer_reference, 'lineCount', d.line_count, 'isAtRisk', d.is_at_risk, 'isBackordered', d.is_backordered,
    'allowedActions', case p.state
      when 'DRAFT' then ${offered('order.draft', 'order.submit', 'order.cancel')}
      when 'AWAITING_CUSTOMER_APPROVAL' then ${offered('order.approve', 'order.cancel')}
      when 'CONFIRMED' then case when d.is_early then ${offered('order.change', 'order.cancel', 'return.request')} else ${offered('return.request')} end
      when 'CLOSED' then ${offered('return.request')}
      when 'CANCELLED' then '[]'
      else case when d.is_early then ${offered('order.change', 'order.cancel')} else '[]' end end,
    'total', ${money('p.total', 'p.currency')}, '__typename', 'SalesOrder'`;
const derived = `
cross join lateral (
  select count(*)::int as line_count, coalesce(bool_or(l.is_demand and l.is_at_risk), false) as is_at_risk,
    coalesce(bool_or(l.is_demand and l.is_backordered), false) as is_backordered, coalesce(bool_or(${isBeforeCutOff}), false) as is_early
  from sales_order_line l where l.order_id = p.id) d`;

/** A customer's orders, the newest first. */
export const customerOrders: Statement = {
  text: `
with page as materialized (
  select o.* from sales_order o where o.customer_id = (select app_org()) and o.is_shared order by o.ordered_on desc, o.id desc limit $1::int + 1)
select json_build_object(${head})::text as node, ${cursor('p.ordered_on', 'p.id')} as cursor
from page p ${derived} order by p.ordered_on desc, p.id desc`,
  values: ({ first }) => [first],
  finish: (rows, { first }) =>
    pageOf(
      'salesOrders',
      'SalesOrder',
      rows.map((row) => row['node'] as string),
      Number(first),
      rows.map((row) => row['cursor'] as string),
    ),
};

const inUnit = (column: string): string =>
  quantity(`round(l.${column} * l.denominator / l.numerator, 6)`, 'l.unit_code');
const said = (name: string): string => `l.price_explanation->>'${name}'`;
const nameOf = (column: string): string => `(select n.name from identity_person n where n.id = p.${column})`;
const stage = `case when l.ordered_quantity = l.cancelled_quantity then 'CANCELLED'
  when l.delivered_quantity >= l.ordered_quantity - l.cancelled_quantity then 'DELIVERED' when l.open_quantity = 0 then 'SHIPPED'
  when l.picked_quantity >= l.open_quantity then 'PICKED' when l.allocated_quantity >= l.open_quantity then 'ALLOCATED'
  when l.confirmed_on is not null then 'PROMISED' when l.is_demand then 'OPEN' else 'DRAFT' end`;

const priceExplained = `json_build_object('source', coalesce(${said('source')}, 'IMPORTED'), 'listName', ${said('listName')}, 'listUnit', ${said('listUnit')},
      'fromQuantity', ${said('fromQuantity')}, 'nextFromQuantity', ${said('nextFromQuantity')}, 'promotionName', coalesce(${said('promotionEn')}, ''),
      'pricedOn', ${said('pricedOn')}, 'listPrice', ${money(`(${said('listPrice')})::numeric`, said('listCurrency'))},
      'nextListPrice', ${money(`(${said('nextListPrice')})::numeric`, said('listCurrency'))}, '__typename', 'PriceExplanation')`;

const pegs = `(select coalesce(json_agg(json_build_object('id', ${gid('ppg', 'g.id')}, 'source', g.source_kind, 'expectedOn', g.expected_on,
        'isLate', coalesce(g.expected_on > b.promised_on, false), 'quantity', ${quantity('g.quantity', 'i.unit_code')}, '__typename', 'PromisingPeg')
        order by g.expected_on nulls first, g.id), '[]')
      from promising_peg g join promising_line b on b.id = g.line_id where g.line_id = l.id and g.customer_id = (select app_org()))`;

const notice = `(select json_build_object('id', ${gid('prn', 'n.id')}, 'state', n.state, 'cause', n.cause, 'promisedOn', n.promised_on,
        'expectedBefore', n.expected_before, 'expectedOn', n.expected_on, 'version', n.version, 'changedAt', ${instant('n.changed_at')},
        'choices', array_remove(array[case when n.unpegged = 0 and n.expected_on is not null then 'WAIT' end,
          case when n.late + n.unpegged < n.wanted then 'SPLIT' end, 'SUBSTITUTE', 'CANCEL'], null),
        'onTimeQuantity', ${quantity('n.wanted - n.late - n.unpegged', 'i.unit_code')}, 'lateQuantity', ${quantity('n.late', 'i.unit_code')},
        'unpeggedQuantity', ${quantity('n.unpegged', 'i.unit_code')}, '__typename', 'PromiseNotice')
      from promising_promise_notice n where n.line_id = l.id and n.state = 'OPEN' and n.customer_id = (select app_org()))`;

const promises = `(select coalesce(json_agg(json_build_object('id', ${gid('lpr', 'm.id')}, 'kind', m.kind, 'version', m.version, 'previousOn', m.previous_on,
        'promisedOn', m.promised_on, 'cause', m.cause, 'madeAt', ${instant('m.made_at')}, '__typename', 'LinePromise')
        order by m.made_at, m.kind, m.version), '[]')
      from sales_line_promise m where m.line_id = l.id and m.customer_id = (select app_org()))`;

const amounts = ['open', 'cancelled', 'shipped', 'delivered', 'returned']
  .map((name) => `'${name}Quantity', ${inUnit(`${name}_quantity`)}`)
  .join(', ');

/** One order with its lines, their prices, promises, and what they wait for. */
export const customerOrder: Statement = {
  text: `
select '{"data":{"salesOrder":' || coalesce((select json_build_object(${head}, 'customer', json_build_object('id', ${gid('org', 'p.customer_id')}, '__typename', 'Organisation'),
  'currency', p.currency, 'isTaxInclusive', p.is_tax_inclusive, 'paymentDays', p.payment_days, 'allowsPartial', p.allows_partial, 'shipTo', p.ship_to,
  'note', p.note, 'placedByName', ${nameOf('placed_by_person_id')}, 'approvedByName', ${nameOf('approved_by_person_id')},
  'createdAt', ${instant('p.created_at')}, 'submittedAt', ${instant('p.submitted_at')}, 'approvedAt', ${instant('p.approved_at')},
  'confirmedAt', ${instant('p.confirmed_at')}, 'closedAt', ${instant('p.closed_at')}, 'closeReason', p.close_reason,
  'site', json_build_object('id', ${gid('sit', 's.id')}, 'code', s.code, 'name', s.name, 'timeZone', s.time_zone, '__typename', 'Site'),
  'subtotal', ${money('p.subtotal', 'p.currency')}, 'tax', ${money('p.tax', 'p.currency')}, 'freight', ${money('p.freight', 'p.currency')},
  'lines', (
    select coalesce(json_agg(json_build_object('id', ${gid('sol', 'l.id')}, 'lineNo', l.line_no, 'description', l.description, 'unit', l.unit_code,
      'stage', ${stage}, 'requestedOn', l.requested_on, 'firstConfirmedOn', l.first_confirmed_on, 'confirmedOn', l.confirmed_on, 'estimatedOn', l.estimated_on,
      'isAtRisk', l.is_at_risk, 'isBackordered', l.is_backordered, 'isOverdue', l.is_demand and l.open_quantity > 0 and ${due} < current_date,
      'isChangeable', l.is_demand and ${isBeforeCutOff}, 'discount', trim_scale(l.discount)::text, 'taxRate', trim_scale(l.tax_rate)::text,
      'item', json_build_object('id', ${gid('itm', 'i.id')}, 'sku', i.sku, 'name', i.name_en, '__typename', 'Item'),
      'quantity', ${inUnit('ordered_quantity')}, ${amounts},
      'unitPrice', ${money('l.unit_price', 'l.currency')}, 'netAmount', ${money('l.net_amount', 'l.currency')},
      'whyThisPrice', ${priceExplained}, 'pegs', ${pegs}, 'promiseNotice', ${notice}, 'promises', ${promises},
      '__typename', 'SalesOrderLine') order by l.line_no), '[]')
    from sales_order_line l join catalog_item i on i.id = l.item_id where l.order_id = p.id))::text
from sales_order p join catalog_site s on s.id = p.site_id ${derived}
where p.id = $1 and p.customer_id = (select app_org()) and p.is_shared), 'null') || '}}' as data`,
  values: ({ id }) => [keyOf(id)],
};
