import { ITEMS_PER_SUPPLIER, LINES_PER_ORDER } from '../size.ts';
import { idSql, type SeedPart } from './seed.ts';

/** Every tenth order is open; half of the open ones are on their way. */
export const OPEN_EVERY = 5;

/** Purchase orders of two years with their lines, and what is on its way. */
export const purchasing: SeedPart = {
  name: 'purchase orders',
  sql: ({ suppliers, items, purchaseOrders }) => `
create temporary table ordered as
select o, o % ${suppliers} as s, bench_site(o % ${suppliers}, (o / ${suppliers} % 2)::int, ${Math.max(1, items / ITEMS_PER_SUPPLIER)}) as site,
       o % ${OPEN_EVERY} = ${OPEN_EVERY - 1} as is_open,
       case when o % ${OPEN_EVERY} = ${OPEN_EVERY - 1} then current_date - 10 + bench_pick(o, 10)
            else current_date - 20 - bench_pick(o, 700) end as ordered_on,
       o % ${OPEN_EVERY} = ${OPEN_EVERY - 1} and o / ${OPEN_EVERY} % 2 = 0 as is_shipped
from generate_series(0, ${purchaseOrders - 1}) o;

insert into purchasing_order (id, supplier_id, site_id, state, answer_state, currency, ordered_on, buyer_person_id, subtotal, issued_at, closed_at, created_at)
select ${idSql('order', 'o')}, ${idSql('organisation', 's + 1')}, ${idSql('site', 'site')},
       case when is_open then 'CONFIRMED' else 'CLOSED' end, 'ACCEPTED', 'USD', ordered_on, ${idSql('person', '0')}, 1250, ordered_on,
       case when is_open then null else ordered_on + 15 end, ordered_on
from ordered;

insert into purchasing_order_line (id, supplier_id, order_id, line_no, item_id, unit_code, numerator, unit_price, currency, is_issued)
select ${idSql('orderLine', `o * ${LINES_PER_ORDER} + n`)}, ${idSql('organisation', 's + 1')}, ${idSql('order', 'o')}, n + 1,
       ${idSql('item', `(s * ${ITEMS_PER_SUPPLIER} + bench_pick(o, 36) * ${LINES_PER_ORDER} + n + (o / ${suppliers} % 2) * 15) % ${items}`)}, 'CS', 10, 12.5, 'USD', true
from ordered, generate_series(0, ${LINES_PER_ORDER - 1}) n;

insert into purchasing_schedule_line (id, supplier_id, order_id, order_line_id, item_id, site_id, schedule_no, unit_code, numerator,
  requested_on, requested_quantity, first_confirmed_on, confirmed_on, confirmed_quantity, shipped_quantity, in_transit_quantity,
  received_quantity, accepted_quantity, state, is_issued)
select ${idSql('schedule', `o * ${LINES_PER_ORDER} + l.line_no - 1`)}, l.supplier_id, l.order_id, l.id, l.item_id, ${idSql('site', 'site')}, 1, 'CS', 10,
       ordered_on + 14, 20, ordered_on + 14, ordered_on + 14 + bench_pick(o, 9), 20,
       case when not is_open then 20 when is_shipped then 8 else 0 end, case when is_shipped then 8 else 0 end,
       case when is_open then 0 else 20 end, case when is_open then 0 else 20 end, case when is_open then 'OPEN' else 'CLOSED' end, true
from ordered join purchasing_order_line l on l.order_id = ${idSql('order', 'o')};

insert into purchasing_notice (id, supplier_id, site_id, state, shipped_on, first_expected_on, expected_on, carrier, tracking, submitted_at, created_at)
select ${idSql('notice', 'o')}, ${idSql('organisation', 's + 1')}, ${idSql('site', 'site')}, case when is_shipped then 'IN_TRANSIT' else 'RECEIVED' end,
       ordered_on + 8, ordered_on + 14, ordered_on + 14 + bench_pick(o, 5), 'DHL', 'JD' || o, ordered_on + 8, ordered_on + 8
from ordered where is_shipped or (not is_open and o % 4 = 0);

insert into purchasing_notice_line (id, supplier_id, notice_id, line_no, schedule_line_id, order_line_id, item_id, unit_code, numerator, denominator, quantity, received_quantity)
select ${idSql('other', `2000000000 + o * ${LINES_PER_ORDER} + l.line_no`)}, l.supplier_id, ${idSql('notice', 'o')}, l.line_no, s.id, l.id, l.item_id, 'CS', 10, 1,
       case when is_shipped then 8 else 20 end, case when is_shipped then 0 else 20 end
from ordered join purchasing_order_line l on l.order_id = ${idSql('order', 'o')} join purchasing_schedule_line s on s.order_line_id = l.id
where is_shipped or (not is_open and o % 4 = 0);
drop table ordered;
`,
};
