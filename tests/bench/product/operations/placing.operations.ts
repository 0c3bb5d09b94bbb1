import { toGlobalId } from '../../../../server/src/kernel/id.ts';
import * as peer from '../peer/placing.peer.ts';
import { priceSql, soldItemSql } from '../seed/sales.seed.ts';
import { customerNumber, customerSql, idOf, idSql } from '../seed/seed.ts';
import { LINES_PER_ORDER, type Size } from '../size.ts';
import type { Stage } from '../stage/stage.ts';
import { refilled, type Operation } from './operation.ts';

const DRAFTS = 2000;
/** All of them want the same few items, as people do. */
const HOT_ITEMS = 50;

/** Drafts of five lines at today's prices, from number `from` on. */
const draftsSql = (size: Size, from: number): string => `
begin; set local session_replication_role = 'replica';
insert into sales_order (id, customer_id, site_id, origin, state, currency, ordered_on, requested_on, subtotal, tax, is_shared)
select ${idSql('draft', 'o')}, ${customerSql(size, `o % ${size.customers}`)}, ${idSql('site', `o % ${size.customers} % ${size.sites}`)}, 'CUSTOMER', 'DRAFT', 'USD',
       current_date, current_date + 7, 1000, 100, true
from generate_series(${from}, ${from + DRAFTS - 1}) o;
insert into sales_order_line (id, customer_id, order_id, line_no, item_id, site_id, description, unit_code, ordered_quantity, currency, unit_price,
  tax_rate, price_explanation, requested_on, is_shared)
select ${idSql('draftLine', `o * ${LINES_PER_ORDER} + n`)}, ${customerSql(size, `o % ${size.customers}`)}, ${idSql('draft', 'o')}, n + 1, ${idSql('item', 'item')},
       ${idSql('site', `o % ${size.customers} % ${size.sites}`)}, 'Part number ' || item, 'EA', 1 + n, 'USD', ${priceSql('item')}, 0.1,
       '{"source": "DEFAULT_LIST"}', current_date + 7, true
from generate_series(${from}, ${from + DRAFTS - 1}) o, generate_series(0, ${LINES_PER_ORDER - 1}) n,
     lateral (select ${soldItemSql(`20 + bench_pick(o * 7 + n * 3, ${HOT_ITEMS})`)} as item) i;
commit`;

/** What the order is now, and who was told. */
const placedSql = `
select o.state, o.version, o.submitted_at is not null as is_submitted, o.exchange_rate = 1 as is_rated, o.ordered_on::text,
  o.placed_by_person_id is not null as has_person, (select count(*)::int from sales_order_line l where l.order_id = o.id and l.is_demand) as demanded,
  (select jsonb_agg(jsonb_build_array(e.name, e.customer_id = o.customer_id, e.payload ? 'lineIds') order by e.name) from platform_event e where e.subject_id = o.id) as events,
  (select jsonb_agg(jsonb_build_array(a.act, a.audience) order by a.act) from platform_audit_entry a where a.subject_id = o.id) as acts,
  (select count(*)::int from platform_idempotency_key k where k.answer->>'order' = o.id::text) as keys
from sales_order o where o.id = $1`;

/** A customer places its order of five lines: prices, limits and dates are checked again, and everybody concerned is told. */
const placeOrder: Operation = {
  name: 'placeOrder',
  document: 'CustomerOrderSubmit',
  kind: 'write',
  peer: peer.placeOrder,
  async asks({ size, query }: Stage) {
    let made = 0;
    return refilled(async () => {
      const from = made;
      await query(draftsSql(size, from));
      made += DRAFTS;
      return Array.from({ length: DRAFTS }, (_, n) => ({
        portal: 'customer' as const,
        who: customerNumber(size, (from + n) % size.customers),
        variables: {
          input: {
            idempotencyKey: crypto.randomUUID(),
            orderId: toGlobalId('sor', idOf('draft', from + n)),
            expectedVersion: 1,
          },
        },
      }));
    });
  },
  left: ({ query }, { variables }) => query(placedSql, [peer.orderOf(variables)]),
};

export const placingOperations: readonly Operation[] = [placeOrder];
