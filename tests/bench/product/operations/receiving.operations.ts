import { toGlobalId } from '../../../../server/src/kernel/id.ts';
import type { Stage } from '../stage/stage.ts';
import { refilled, type Operation } from './operation.ts';

const NOTICES = 600;

/** On the way: a little of each line of orders that still wait for all of it. */
const announceSql = `
with chosen as (
  select o.id as order_id, o.supplier_id, o.site_id, gen_random_uuid() as notice_id
  from purchasing_order o
  where o.state = 'CONFIRMED' and not exists (
    select from purchasing_schedule_line s where s.order_id = o.id and (s.shipped_quantity > 19 or s.state <> 'OPEN'))
  order by md5(o.id::text) limit ${NOTICES}),
noticed as (
  insert into purchasing_notice (id, supplier_id, site_id, state, shipped_on, first_expected_on, expected_on, submitted_at)
  select notice_id, supplier_id, site_id, 'IN_TRANSIT', current_date - 1, current_date, current_date, now() from chosen returning 1),
listed as (
  insert into purchasing_notice_line (id, supplier_id, notice_id, line_no, schedule_line_id, order_line_id, item_id, unit_code, numerator, denominator, quantity)
  select gen_random_uuid(), c.supplier_id, c.notice_id, l.line_no, s.id, l.id, l.item_id, l.unit_code, l.numerator, l.denominator, 0.1
  from chosen c join purchasing_order_line l on l.order_id = c.order_id join purchasing_schedule_line s on s.order_line_id = l.id
  returning notice_id, schedule_line_id, id),
moved as (
  update purchasing_schedule_line s set shipped_quantity = s.shipped_quantity + 0.1, in_transit_quantity = s.in_transit_quantity + 0.1
  from listed l where s.id = l.schedule_line_id returning 1)
select l.notice_id as id, array_agg(l.id) as lines from listed l group by 1`;

/** Goods of five lines arrive as they were announced, and are counted: stock, orders and the notice follow. */
const receiveNotice: Operation = {
  name: 'receiveNotice',
  document: 'AdminReceiptPost',
  kind: 'write',
  hasLimit: false,
  asks: async ({ query }: Stage) =>
    refilled(async () => {
      const rows = await query<{ id: string; lines: string[] }>(announceSql);
      return rows.map(({ id, lines }) => ({
        portal: 'admin' as const,
        who: 0,
        variables: {
          input: {
            idempotencyKey: crypto.randomUUID(),
            noticeId: toGlobalId('asn', id),
            isComplete: true,
            lines: lines.map((line) => ({ noticeLineId: toGlobalId('anl', line), receivedQuantity: '0.1' })),
          },
        },
      }));
    }),
};

export const receivingOperations: readonly Operation[] = [receiveNotice];
