import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixedClock } from '../../server/src/kernel/clock.ts';
import { Decimal } from '../../server/src/kernel/decimal.ts';
import { inbox } from '../../server/src/modules/interactions/mail/inbox.service.ts';
import { customerTerms } from '../../server/src/modules/sales/terms/customer-terms.service.ts';
import type { Actor } from '../../server/src/platform/access/actor.ts';
import { TestApp } from '../support/app.ts';
import { aSupplierItem, anItem } from '../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../support/factories/identity.ts';
import { aKey, aNotice, anOrder, done } from '../support/factories/purchasing.ts';
import { aConfirmedOrder, aShop, type OrderSeen, type Shop } from '../support/factories/sales.ts';
import { silentRobot } from '../support/raw-mails.ts';

/**
 * A shipment with two items slips, behind the promises to two customers: one ticket of the desk's own stands for it, with
 * each line it hurts, and what the customers write joins it. Each chapter goes on where the one before ended.
 */
let app: TestApp;
let shop: Shop;
let other: Shop;
let supplier: Actor;
let agent: Actor;
let notice: { id: string; key: string };
let orders: OrderSeen[];

beforeAll(async () => {
  app = await TestApp.start(fixedClock('2026-10-01T09:00:00Z'));
  shop = await aShop(app);
  const [works, customer] = [
    await anOrganisation(app, 'supplier', 'Hidden Works'),
    await anOrganisation(app, 'customer'),
  ];
  await app.prepare((work) => customerTerms.save(work, { customerId: customer.id, siteId: shop.siteId }));
  other = { ...shop, customer, buyer: await anActor(app, customer, 'CUSTOMER_BUYER') };
  supplier = await anActor(app, works, 'SUPPLIER_ADMIN');
  agent = await anActor(app, shop.company, 'SERVICE');
  const second = await anItem(app, { isSellable: true, listPrice: new Decimal(20) });
  const trade = { ...shop, supplier: works, buyer: await anActor(app, shop.company, 'PLANNER') } as never;
  const schedules: string[] = [];
  for (const item of [shop.item, second]) {
    await aSupplierItem(app, works.id, item.id);
    const made = await anOrder(app, { ...(trade as object), item } as never, {
      itemId: item.id,
      quantity: 60,
      on: '2026-10-10',
      isConfirmed: true,
    });
    schedules.push(made.schedules[0] as string);
  }
  notice = await aNotice(
    app,
    schedules.map((schedule) => [schedule, 60]),
    { expectedOn: '2026-10-10', shippedOn: '2026-10-01' },
  );
  await app.deliver();
  const asked = { requestedOn: '2026-10-12' };
  orders = [
    await aConfirmedOrder(app, shop, 20, asked),
    await aConfirmedOrder(app, { ...shop, item: second }, 10, asked),
    await aConfirmedOrder(app, other, 30, asked),
  ];
  await app.deliver();
});
afterAll(() => app.close());

async function slip(expectedOn: string): Promise<void> {
  const [row] = await app.owner.query<{ version: number }>('select version from purchasing_notice where id = $1', [
    notice.key,
  ]);
  const input = { id: notice.id, expectedVersion: row?.version, expectedOn, reason: 'Storm', idempotencyKey: aKey() };
  await done(app, supplier, 'shipmentNoticeChangeExpected', 'ShipmentNoticeChangeExpectedInput', input, '__typename');
  await app.deliver();
}

interface Seen {
  id: string;
  subject: string;
  links: { kind: string; subjectId: string; label: string }[];
  attached: { id: string }[];
  messages: { body: string }[];
}
const ours = async (): Promise<Seen[]> =>
  (
    await app.ask<{ tickets: { nodes: Seen[] } }>(
      agent,
      '{ tickets(first: 20, side: STAFF) { nodes { id subject links { kind subjectId label } attached { id } messages { body } } } }',
    )
  ).tickets.nodes;
const theirs = async (): Promise<{ id: string; subject: string; cause: { id: string } | null }[]> =>
  (
    await app.ask<{ tickets: { nodes: { id: string; subject: string; cause: { id: string } | null }[] } }>(
      agent,
      '{ tickets(first: 20, side: CUSTOMER) { nodes { id subject cause { id } } } }',
    )
  ).tickets.nodes;
const ask = (buyer: Actor, subject: string, aboutIds: (string | undefined)[]) =>
  done(
    app,
    buyer,
    'ticketOpen',
    'TicketOpenInput',
    { idempotencyKey: aKey(), subject, body: 'When?', aboutIds },
    'ticket { id }',
  );

it('opens one ticket of the desk for a shipment that slips, with the lines of both items and both customers', async () => {
  expect(await ours()).toEqual([]);
  await slip('2026-10-25');
  const [ticket, ...more] = await ours();
  expect(more).toEqual([]);
  expect(ticket?.subject).toContain('Hidden Works');
  expect(ticket?.links.find(({ kind }) => kind === 'ShipmentNotice')).toMatchObject({ subjectId: notice.id });
  const lines = ticket?.links.filter(({ kind }) => kind === 'SalesOrderLine').map(({ subjectId }) => subjectId);
  expect(lines?.toSorted()).toEqual(orders.map((order) => order.lines[0]?.id).toSorted());
  expect(ticket?.messages.map(({ body }) => body).join('\n')).toContain('2026-10-25');
});

it('takes a further slip as news of the same ticket, and the same day again as none', async () => {
  await slip('2026-10-28');
  await slip('2026-10-28');
  const [ticket, ...more] = await ours();
  expect(more).toEqual([]);
  expect(ticket?.messages.filter(({ body }) => body.includes('2026-10-28'))).toHaveLength(3);
});

it('joins what customers write about such a line, in the portal or by mail, to that ticket', async () => {
  await ask(shop.buyer, 'Where is it?', [orders[0]?.lines[0]?.id]);
  await ask(other.buyer, 'Ours as well', [orders[2]?.id]);
  const [{ email } = { email: '' }] = await app.owner.query<{ email: string }>(
    'select email from identity_person where id = $1',
    [shop.buyer.personId],
  );
  await app.prepare((work) => inbox.take(work, Buffer.from(silentRobot(email, `By mail: ${orders[1]?.number}`))));
  await app.deliver();
  const [ticket] = await ours();
  const asked = await theirs();
  expect(asked.map(({ cause }) => cause?.id)).toEqual([ticket?.id, ticket?.id, ticket?.id]);
  expect(ticket?.attached.map(({ id }) => id).toSorted()).toEqual(asked.map(({ id }) => id).toSorted());
});

it('shows the customer neither the supplier nor that ticket, and the supplier nothing of it', async () => {
  const [ticket] = await ours();
  const seen = await app.run(
    shop.buyer,
    `query ($id: ID!) { ticket(id: $id) { id } tickets(first: 20) { totalCount nodes { subject links { label } messages { body authorName } } } }`,
    { id: ticket?.id },
  );
  expect(seen.data).toMatchObject({ ticket: null, tickets: { totalCount: 2 } });
  expect(JSON.stringify(seen.data)).not.toMatch(/Hidden Works|ASN-/);
  const supplied = await app.ask(
    supplier,
    'query ($id: ID!) { ticket(id: $id) { id } tickets(first: 5) { totalCount } }',
    {
      id: ticket?.id,
    },
  );
  expect(supplied).toEqual({ ticket: null, tickets: { totalCount: 0 } });
});
