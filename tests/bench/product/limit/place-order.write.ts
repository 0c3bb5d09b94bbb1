import { newId, toGlobalId } from '../../../../server/src/kernel/id.ts';
import { keyOf, keptAnswer, type Write } from './statement.ts';

interface Input {
  readonly idempotencyKey: string;
  readonly orderId: string;
  readonly expectedVersion: number;
}

/** The draft as it is, held, with the day it is where the goods leave; nothing when it is no such draft. */
const draft = `
  select o.*, (now() at time zone s.time_zone)::date as today from sales_order o join catalog_site s on s.id = o.site_id
  where o.id = $1 and o.version = $2 and o.state = 'DRAFT' and o.customer_id = (select app_org()) for update of o`;

/** What a line costs today by the customer's lists and promotions; all of the benchmark's are in one currency. */
const price = `
  select p.unit_price, coalesce((
      select m.discount from sales_promotion m
      where m.is_active and d.today between m.valid_from and m.valid_to and m.from_quantity <= l.ordered_quantity and (m.customer_id is null or m.customer_id = d.customer_id)
        and (m.item_id is null or m.item_id = l.item_id) and (m.category_id is null or m.category_id = i.category_id) and (p.rank > 1 or m.applies_to_contracts)
      order by m.discount desc, m.code limit 1), 0) as discount
  from (
    select case when k.customer_id is not null then 1 when k.id = t.price_list_id then 2 else 3 end as rank, s.unit_price, s.from_quantity
    from sales_price_list k left join sales_customer_terms t on t.customer_id = d.customer_id
    join sales_price s on s.price_list_id = k.id and s.item_id = l.item_id and s.unit_code = l.unit_code and d.today between s.valid_from and s.valid_to
    where k.is_active and d.today between k.valid_from and k.valid_to and (k.customer_id = d.customer_id or (k.customer_id is null and (k.is_default or k.id = t.price_list_id)))
      and s.from_quantity <= l.ordered_quantity * l.denominator / l.numerator
    union all
    select 4, i.list_price, 0 where i.list_price is not null) p
  order by p.rank, p.from_quantity desc limit 1`;

const isPricedAsShown = `
  exists (select from sales_order_line l where l.order_id = d.id)
  and not exists (
    select from sales_order_line l join catalog_item i on i.id = l.item_id left join lateral (${price}) c on true
    where l.order_id = d.id and l.price_explanation->>'source' <> 'MANUAL' and (c.unit_price, c.discount) is distinct from (l.unit_price, l.discount))`;

const isCovered = `
  d.total <= coalesce((
    select b.order_limit from sales_buyer_limit b where b.customer_id = d.customer_id and (b.person_id = $3 or b.person_id is null)
    order by b.person_id nulls last limit 1), 'infinity')`;

const events = `
  select jsonb_build_array(
    jsonb_build_object('id', $1::uuid, 'name', 'sales.order.submitted', 'subjectType', 'SalesOrder', 'subjectId', o.id, 'customerId', o.customer_id,
      'topic', 'SALES_ORDER', 'payload', jsonb_build_object('number', o.number), 'hasListener', true),
    jsonb_build_object('id', $2::uuid, 'name', 'sales.line.changed', 'subjectType', 'SalesOrder', 'subjectId', o.id, 'customerId', o.customer_id,
      'topic', 'SALES_ORDER', 'payload', jsonb_build_object('orderId', o.id, 'lineIds', l.lines, 'itemIds', l.items, 'siteIds', l.sites), 'hasListener', true))
  from sales_order o cross join lateral (
    select jsonb_agg(n.id) as lines, jsonb_agg(distinct n.item_id) as items, jsonb_agg(distinct n.site_id) as sites
    from sales_order_line n where n.order_id = o.id) l
  where o.id = $3`;

/** Places a draft: the same checks, dates, events, audit entry and idempotency key as the product's act, in one message. */
export const placeOrder: Write = {
  answer: 1,
  steps(variables, { person, audience }) {
    const input = variables['input'] as Input;
    const order = keyOf(input.orderId);
    const changes = [
      {
        type: 'SalesOrder',
        id: order,
        kind: 'updated',
        before: { state: 'DRAFT', submittedAt: null },
        after: { state: 'SUBMITTED', submittedAt: new Date() },
      },
    ];
    const entry = { id: newId(), act: 'orderSubmit', subjectType: 'SalesOrder', subjectId: order, changes };
    return [
      keptAnswer(person, input.idempotencyKey, 'orderSubmit', input, { order }),
      {
        text: `
with d as materialized (${draft}),
done as (
  update sales_order o set state = 'SUBMITTED', version = o.version + 1, submitted_at = now(), placed_by_person_id = $3, is_shared = true,
    ordered_on = d.today, exchange_rate = promising_rate(d.currency, d.today), close_reason = ''
  from d where o.id = d.id and ${isCovered} and ${isPricedAsShown}
  returning '{"data":{"orderSubmit":{"order":{"id":"' || $4 || '","state":"SUBMITTED","version":' || o.version || ',"number":"' || o.number
    || '","__typename":"SalesOrder"},"userErrors":[],"__typename":"SalesOrderPayload"}}}' as data)
select (select data from done) as data, 1 / (select count(*) from done) as ok`,
        values: [order, input.expectedVersion, person, toGlobalId('sor', order)],
      },
      {
        text: `select app_seal((${events}), $4::jsonb, $5)`,
        values: [newId(), newId(), order, JSON.stringify([{ ...entry, remoteAddress: '127.0.0.1' }]), audience],
      },
    ];
  },
};
