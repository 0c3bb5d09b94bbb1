import { sql } from 'kysely';
import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { shipmentNotices } from '../../purchasing/notice/shipment-notices.service.ts';
import { wholeBook } from '../../promising/pegging/whole-book.service.ts';
import { orderConfirming } from '../../sales/order/order-confirming.service.ts';
import { salesOrderDrafts } from '../../sales/order/order-drafts.service.ts';
import { orderPlacing } from '../../sales/order/order-placing.service.ts';
import type { Shipping } from './deliveries.data.ts';
import { deliverToCustomers } from './deliveries.demo.ts';
import type { Ids } from './demo-actors.service.ts';
import { BUYERS } from './sales.files.ts';

/** An order of today. Days are counted from today. */
interface DemoSale {
  readonly customer: string;
  readonly reference: string;
  readonly wantedOn: number;
  readonly lines: readonly (readonly [sku: string, quantity: number])[];
  readonly upTo: 'DRAFT' | 'SUBMITTED' | 'CONFIRMED';
}

const SALES: readonly DemoSale[] = [
  {
    customer: 'VELONORD',
    reference: 'VN-4501',
    wantedOn: 8,
    lines: [
      ['MOT-350-M', 50],
      ['LH-CITY-1', 4],
    ],
    upTo: 'CONFIRMED',
  },
  {
    customer: 'CHENGQI',
    reference: 'CQ-0912',
    wantedOn: 9,
    lines: [
      ['MOT-350-M', 10],
      ['LH-TREK-1', 2],
    ],
    upTo: 'CONFIRMED',
  },
  { customer: 'PEDALCO', reference: 'P-77', wantedOn: 12, lines: [['LH-CARGO-1', 3]], upTo: 'SUBMITTED' },
  { customer: 'VELONORD', reference: '', wantedOn: 20, lines: [['LH-CITY-2', 5]], upTo: 'DRAFT' },
];

/** The shipment that customers wait for, and how many days it slips. */
export const SLIPPED_NOTICE = 'HL-3340';
const SLIPS_BY = 8;

interface People extends Shipping {
  readonly buyer: Actor;
}

/**
 * Customers order, are promised days and pegged to what is here and on its way; then a supplier's shipment slips, and
 * whoever waits for it is told and has a choice.
 */
export async function sellAndSlip(database: Database, people: People, ids: Ids, today: CalendarDate): Promise<void> {
  await database.transact(people.sales, (work) => keepRates(work, addDays(today, -365)));
  await deliverToCustomers(database, people, ids, today);
  await inOrder(SALES, (sale) => sell(database, people.sales, sale, ids, today));
  await wholeBook.repeg(database);
  await database.transact(people.buyer, slip);
  await wholeBook.repeg(database);
}

async function keepRates(work: Work, from: CalendarDate): Promise<void> {
  const rates = BUYERS.filter(({ currency }) => currency !== 'CNY').map(({ currency, rate }) => ({
    id: newId(),
    currency,
    rate: String(rate),
  }));
  await sql`
    insert into sales_exchange_rate (id, currency, valid_from, rate)
    select x.id, x.currency, ${from}::date, x.rate
    from jsonb_to_recordset(${JSON.stringify(rates)}::jsonb) as x(id uuid, currency char(3), rate numeric)
    on conflict do nothing`.execute(work.sql);
}

async function sell(database: Database, sales: Actor, sale: DemoSale, ids: Ids, today: CalendarDate): Promise<void> {
  const orderId = await database.transact(sales, (work) =>
    salesOrderDrafts.create(work, {
      customerId: ids(sale.customer),
      siteId: ids('SH'),
      customerReference: sale.reference,
      requestedOn: addDays(today, sale.wantedOn),
      lines: sale.lines.map(([sku, quantity]) => ({ itemId: ids(sku), quantity: new Decimal(quantity) })),
    }),
  );
  if (sale.upTo === 'DRAFT') return;
  await database.transact(sales, (work) => orderPlacing.submit(work, orderId, 1));
  if (sale.upTo === 'CONFIRMED') await database.transact(sales, (work) => orderConfirming.confirm(work, orderId, 2));
}

async function slip(work: Work): Promise<void> {
  const { rows } = await sql<{ id: string; version: number; until: string }>`
    select id, version, (expected_on + ${SLIPS_BY}::int)::text as until from purchasing_notice where number = ${SLIPPED_NOTICE}`.execute(
    work.sql,
  );
  const [notice] = rows;
  if (!notice) throw new Error(`The demo has no shipment ${SLIPPED_NOTICE}`);
  await shipmentNotices.changeExpected(work, notice.id, notice.version, notice.until, 'Held at the port 港口滞留');
}
