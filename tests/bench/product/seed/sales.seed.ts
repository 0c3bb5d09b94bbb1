import { LINES_PER_ORDER } from '../size.ts';
import { customerSql, idSql, type SeedPart } from './seed.ts';

/** Every twentieth order is open. */
export const SALES_OPEN_EVERY = 20;

/** What an item costs on the list everybody buys from; from 100 on it is cheaper. */
export const priceSql = (item: string): string => `(2 + ${item} % 120)`;

/** Every other item is sold. */
export const soldItemSql = (pick: string): string => `(2 * (${pick}))`;

/** Terms, prices, and sales orders of two years with their lines; those of the last days are open. */
export const sales: SeedPart = {
  name: 'sales orders',
  sql: (size) => `
insert into sales_price_list (id, code, name, currency, is_default)
values (${idSql('other', '4000000000')}, 'STD', 'Standard', 'USD', true);
insert into sales_price (id, price_list_id, item_id, unit_code, from_quantity, unit_price)
select ${idSql('price', 'n * 2 + tier')}, ${idSql('other', '4000000000')}, ${idSql('item', 'n')}, 'EA', tier * 100, ${priceSql('n')} * (1 - 0.1 * tier)
from generate_series(0, ${size.items - 1}, 2) n, generate_series(0, 1) tier;

insert into sales_promotion (id, code, name_en, item_id, discount, valid_from)
select ${idSql('other', '4100000000 + n')}, 'PROMO-' || n, 'Spring offer ' || n, ${idSql('item', 'n * 2')}, 0.05, current_date - 30
from generate_series(0, 19) n;

insert into sales_customer_terms (id, customer_id, currency, site_id, tax_rate, credit_limit)
select ${idSql('terms', 'c')}, ${customerSql(size, 'c')}, 'USD', ${idSql('site', `c % ${size.sites}`)}, 0.1, 1000000000
from generate_series(0, ${size.customers - 1}) c;
update catalog_sharing_policy set availability = 'EXACT'
where organisation_id in (select ${customerSql(size, 'c')} from generate_series(0, ${size.customers - 1}, 2) c);

create temporary table ordered as
select o, o % ${size.customers} as c, o % ${size.customers} % ${size.sites} as site, o % ${SALES_OPEN_EVERY} = ${SALES_OPEN_EVERY - 1} as is_open,
       case when o % ${SALES_OPEN_EVERY} = ${SALES_OPEN_EVERY - 1} then current_date - bench_pick(o, 10) else current_date - 15 - bench_pick(o, 700) end as ordered_on
from generate_series(0, ${size.salesOrders - 1}) o;
create temporary table ordered_line as
select o.*, n, o * ${LINES_PER_ORDER} + n as l, ${soldItemSql(`bench_pick(o * 13 + n * 7, ${size.items / 2})`)} as item, 1 + bench_pick(o * 3 + n, 40) as quantity
from ordered o, generate_series(0, ${LINES_PER_ORDER - 1}) n;
analyze ordered;
analyze ordered_line;

insert into sales_order (id, customer_id, site_id, origin, state, fulfilment_state, invoicing_state, payment_state, currency, ordered_on, requested_on,
  ship_to, customer_reference, subtotal, tax, placed_by_person_id, is_shared, created_at, submitted_at, confirmed_at, closed_at)
select ${idSql('salesOrder', 'o')}, ${customerSql(size, 'c')}, ${idSql('site', 'site')}, 'CUSTOMER', case when is_open then 'CONFIRMED' else 'CLOSED' end,
       case when is_open then 'NONE' else 'DELIVERED' end, case when is_open then 'NONE' else 'INVOICED' end, case when is_open then 'NONE' else 'PAID' end,
       'USD', ordered_on, ordered_on + 14, 'Gate ' || o % 7, 'REF-' || o, a.net, a.net / 10, ${idSql('person', `c + 1 + ${size.suppliers}`)}, true,
       ordered_on, ordered_on, ordered_on, case when is_open then null else ordered_on + 20 end
from ordered join (select o, sum(quantity * ${priceSql('item')}) as net from ordered_line group by o) a using (o);

insert into sales_order_line (id, customer_id, order_id, line_no, item_id, site_id, description, unit_code, ordered_quantity, shipped_quantity, delivered_quantity,
  invoiced_quantity, currency, unit_price, tax_rate, net_amount, tax_amount, price_explanation, requested_on, first_confirmed_on, confirmed_on, estimated_on, is_demand, is_shared)
select ${idSql('salesLine', 'l')}, ${customerSql(size, 'c')}, ${idSql('salesOrder', 'o')}, n + 1, ${idSql('item', 'item')}, ${idSql('site', 'site')}, 'Part number ' || item,
       'EA', quantity, q.sent, q.sent, q.sent, 'USD', ${priceSql('item')}, 0.1, quantity * ${priceSql('item')}, quantity * ${priceSql('item')} / 10.0,
       jsonb_build_object('source', 'DEFAULT_LIST', 'listCode', 'STD', 'listName', 'Standard', 'listPrice', ${priceSql('item')}::text, 'listCurrency', 'USD',
         'listUnit', 'EA', 'fromQuantity', '0', 'nextFromQuantity', '100', 'nextListPrice', trim_scale(${priceSql('item')} * 0.9)::text, 'pricedOn', ordered_on),
       ordered_on + 14, ordered_on + 14, ordered_on + 14, ordered_on + 14, is_open, true
from ordered_line, lateral (select case when is_open then 0 else quantity end as sent) q;

insert into sales_line_promise (id, customer_id, order_id, line_id, kind, version, promised_on, cause, made_at)
select ${idSql('promise', 'l * 2 + k')}, ${customerSql(size, 'c')}, ${idSql('salesOrder', 'o')}, ${idSql('salesLine', 'l')}, (array['CONFIRMED', 'ESTIMATED'])[k + 1], 1,
       ordered_on + 14, 'FIRST_PROMISE', ordered_on
from ordered_line, generate_series(0, 1) k where is_open;
drop table ordered;
drop table ordered_line;
`,
};
