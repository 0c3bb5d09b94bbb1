import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixedClock } from '../../server/src/kernel/clock.ts';
import { Decimal } from '../../server/src/kernel/decimal.ts';
import { newId } from '../../server/src/kernel/id.ts';
import { wholeBook } from '../../server/src/modules/promising/pegging/whole-book.service.ts';
import { TestApp } from '../support/app.ts';
import { anItem } from '../support/factories/catalog.ts';
import { aConfirmedOrder, aShop, inStock, type OrderSeen, type Shop } from '../support/factories/sales.ts';

/**
 * Desks are made: one top and four legs each, two working days, an hour of assembly of which there are eight a day.
 * 10 desks and 100 legs are here, 20 tops come on Friday the 9th; a top takes ten working days to buy, a leg five. It is
 * Thursday the 1st. Three customers order one after the other, and each waits for what the ones before him left.
 */
let app: TestApp;
let shop: Shop;
let top: string;
const orders: OrderSeen[] = [];

const write = (statement: ReturnType<typeof sql>) => app.prepare((work) => statement.execute(work.sql));

beforeAll(async () => {
  app = await TestApp.start(fixedClock('2026-10-01T09:00:00Z'));
  shop = await aShop(app, { supply: 'MAKE' }, { cutoffDays: 0, confirmsAtOnce: false });
  top = (await anItem(app, { sku: 'TOP', supply: 'BUY', leadTimeDays: 10 })).id;
  const leg = (await anItem(app, { sku: 'LEG', supply: 'BUY', leadTimeDays: 5 })).id;
  const [bill, routing, centre] = [newId(), newId(), newId()];
  const site = shop.siteId;
  await write(
    sql`insert into planning_item (id, item_id, site_id, lead_time) values (${newId()}, ${shop.item.id}, ${site}, 2)`,
  );
  await write(sql`insert into planning_bill (id, item_id) values (${bill}, ${shop.item.id})`);
  await write(sql`insert into planning_bill_component (id, bill_id, position, item_id, quantity)
    values (${newId()}, ${bill}, 1, ${top}, 1), (${newId()}, ${bill}, 2, ${leg}, 4)`);
  await write(
    sql`insert into planning_work_centre (id, code, name, site_id, hours_per_day) values (${centre}, 'ASM', 'Assembly', ${site}, 8)`,
  );
  await write(sql`insert into planning_routing (id, item_id) values (${routing}, ${shop.item.id})`);
  await write(
    sql`insert into planning_operation (id, routing_id, operation_no, work_centre_id, run_hours) values (${newId()}, ${routing}, 10, ${centre}, 1)`,
  );
  await write(
    sql`insert into planning_scheduled_receipt (id, item_id, site_id, due_on, quantity) values (${newId()}, ${top}, ${site}, '2026-10-09', 20)`,
  );
  await inStock(app, shop, 10);
  await inStock(app, shop, 100, leg);
});
afterAll(() => app.close());

interface Seen {
  confirmedOn: string | null;
  estimatedOn: string | null;
  promises: { kind: string; promisedOn: string | null; cause: string }[];
}
async function line(order: OrderSeen | undefined): Promise<Seen | undefined> {
  const { salesOrder } = await app.ask<{ salesOrder: { lines: Seen[] } }>(
    shop.buyer,
    'query($id: ID!) { salesOrder(id: $id) { lines { confirmedOn estimatedOn promises { kind promisedOn cause } } } }',
    { id: order?.id },
  );
  return salesOrder.lines[0];
}
async function place(quantity: number): Promise<Seen | undefined> {
  const order = await aConfirmedOrder(app, shop, quantity, { requestedOn: '2026-10-02' });
  orders.push(order);
  await app.deliver();
  return line(order);
}

it('promises ten from stock and ten made when the tops have come, and tells the customer that it is made', async () => {
  const promised = await place(20);
  expect(promised).toMatchObject({ confirmedOn: '2026-10-13', estimatedOn: '2026-10-13' });
  expect(promised?.promises).toContainEqual({ kind: 'CONFIRMED', promisedOn: '2026-10-13', cause: 'TO_BE_MADE' });
});

it('promises the next customer what the first left: ten tops, and ten that must be bought', async () => {
  expect(await place(20)).toMatchObject({ confirmedOn: '2026-10-19', estimatedOn: '2026-10-19' });
});

it('promises a large order no sooner than the hours of assembly suffice', async () => {
  expect(await place(60)).toMatchObject({ confirmedOn: '2026-10-28', estimatedOn: '2026-10-28' });
});

it('shares parts and hours with what else is made of them, in the sequence of the orders', async () => {
  const table = await anItem(app, { isSellable: true, supply: 'MAKE', listPrice: new Decimal(10) });
  const bill = newId();
  await write(sql`insert into planning_bill (id, item_id) values (${bill}, ${table.id})`);
  await write(
    sql`insert into planning_bill_component (id, bill_id, position, item_id, quantity) values (${newId()}, ${bill}, 1, ${top}, 1)`,
  );
  await write(
    sql`insert into planning_item (id, item_id, site_id, lead_time) values (${newId()}, ${table.id}, ${shop.siteId}, 1)`,
  );
  const order = await aConfirmedOrder(app, { ...shop, item: table }, 5, { requestedOn: '2026-10-02' });
  await app.deliver();
  expect(await line(order)).toMatchObject({ confirmedOn: '2026-10-16' });
});

it('expects a later day when the parts slip, and keeps what was promised', async () => {
  await write(sql`update planning_scheduled_receipt set due_on = '2026-10-30'`);
  await wholeBook.repeg(app.database);
  await app.deliver();
  const slipped = await line(orders[0]);
  expect(slipped).toMatchObject({ confirmedOn: '2026-10-13', estimatedOn: '2026-10-19' });
  expect(slipped?.promises).toContainEqual({
    kind: 'ESTIMATED',
    promisedOn: '2026-10-19',
    cause: 'PRODUCTION_CHANGED',
  });
});
