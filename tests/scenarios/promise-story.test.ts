import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixedClock } from '../../server/src/kernel/clock.ts';
import type { Actor } from '../../server/src/platform/access/actor.ts';
import { TestApp } from '../support/app.ts';
import { aSupplierItem } from '../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../support/factories/identity.ts';
import { aKey, aNotice, anOrder, done } from '../support/factories/purchasing.ts';
import { aConfirmedOrder, aShop, inStock, seen, type OrderSeen, type Shop } from '../support/factories/sales.ts';
import { post, type AReceipt } from '../support/stories/receiving.ts';
import { at, doneBy, RETURN, SHIPMENT, type Seen as DoneThing } from '../support/stories/selling.ts';

/**
 * A customer orders 100 of which 10 are here and 90 on the way in two shipments. The first of them slips, the customer is
 * told and splits the line; what is on time goes out on its day, the rest when it has come. Each chapter goes on where
 * the one before ended.
 */
let app: TestApp;
let shop: Shop;
let shipper: Actor;
let order: OrderSeen;
const notices: { id: string; key: string; lines: string[] }[] = [];

beforeAll(async () => {
  app = await TestApp.start(fixedClock('2026-10-01T09:00:00Z'));
  shop = await aShop(app, {}, { cutoffDays: 0, confirmsAtOnce: false });
  const supplier = await anOrganisation(app, 'supplier');
  shipper = await anActor(app, supplier, 'SUPPLIER_ADMIN');
  await aSupplierItem(app, supplier.id, shop.item.id);
  await inStock(app, shop, 10);
  const trade = { ...shop, supplier, seller: shipper } as never;
  for (const [quantity, on] of [
    [50, '2026-10-10'],
    [40, '2026-10-20'],
  ] as const) {
    const { schedules } = await anOrder(app, trade, { quantity, on, isConfirmed: true });
    notices.push(await aNotice(app, [[schedules[0] as string, quantity]], { expectedOn: on, shippedOn: '2026-10-01' }));
  }
  await app.deliver();
});
afterAll(() => app.close());

interface Seen {
  confirmedOn: string | null;
  estimatedOn: string | null;
  stage: string;
  openQuantity: { value: string };
  promiseNotice: {
    id: string;
    version: number;
    choices: string[];
    cause: string;
    lateQuantity: { value: string };
  } | null;
  promises: { kind: string; promisedOn: string | null; cause: string }[];
}
async function lines(): Promise<Seen[]> {
  const { salesOrder } = await app.ask<{ salesOrder: { lines: Seen[] } }>(
    shop.buyer,
    `query($id: ID!) { salesOrder(id: $id) { lines { confirmedOn estimatedOn stage openQuantity { value }
      promiseNotice { id version choices cause lateQuantity { value } } promises { kind promisedOn cause } } } }`,
    { id: order.id },
  );
  return salesOrder.lines;
}

async function receive(notice: (typeof notices)[number] | undefined, receivedQuantity: string): Promise<AReceipt> {
  const receipt = await post(app, { warehouse: shop.warehouse } as never, {
    noticeId: notice?.id,
    lines: [{ noticeLineId: notice?.lines[0], receivedQuantity }],
  });
  const away = { id: receipt.id, expectedVersion: receipt.version, idempotencyKey: aKey() };
  await done(app, shop.warehouse, 'receiptPutAway', 'ReceiptPutAwayInput', away, 'receipt { id }');
  await app.deliver();
  return receipt;
}

async function deliverLine(lineNo: number): Promise<void> {
  const fresh = await seen(app, shop.seller, order);
  const part = { lines: [{ orderLineId: fresh.lines.find((line) => line.lineNo === lineNo)?.id }] };
  const planned = await doneBy(app, shop.warehouse, 'shipmentPlan', 'ShipmentPlanInput', SHIPMENT, part);
  const packed = await doneBy(app, shop.warehouse, 'shipmentPack', 'ShipmentPackInput', SHIPMENT, at(planned));
  const sent = await doneBy(app, shop.warehouse, 'shipmentDispatch', 'ShipmentDispatchInput', SHIPMENT, at(packed));
  await doneBy(app, shop.warehouse, 'shipmentDeliver', 'ShipmentDeliverInput', SHIPMENT, {
    ...at(sent),
    receivedBy: 'Li',
  });
  await app.deliver();
}

it('promises the day on which all of it can be there', async () => {
  order = await aConfirmedOrder(app, shop, 100, { requestedOn: '2026-10-12' });
  await app.deliver();
  expect(await lines()).toMatchObject([{ confirmedOn: '2026-10-20', estimatedOn: '2026-10-20', promiseNotice: null }]);
});

it('tells the customer when the first shipment slips, before anybody asks', async () => {
  const [row] = await app.owner.query<{ version: number }>('select version from purchasing_notice where id = $1', [
    notices[0]?.key,
  ]);
  const input = { id: notices[0]?.id, expectedVersion: row?.version, expectedOn: '2026-10-25', reason: 'Storm' };
  await done(
    app,
    shipper,
    'shipmentNoticeChangeExpected',
    'ShipmentNoticeChangeExpectedInput',
    { ...input, idempotencyKey: aKey() },
    '__typename',
  );
  await app.deliver();
  expect(await lines()).toMatchObject([
    { estimatedOn: '2026-10-25', promiseNotice: { cause: 'SUPPLY_DELAYED', lateQuantity: { value: '50' } } },
  ]);
});

it('splits the line as the customer chooses, and keeps every promise with its cause', async () => {
  const [line] = await lines();
  const { id: noticeId, version } = line?.promiseNotice ?? { id: '', version: 0 };
  const input = { noticeId, expectedVersion: version, answer: 'SPLIT', idempotencyKey: aKey() };
  await done(app, shop.buyer, 'promiseAnswer', 'PromiseAnswerInput', input, 'notice { state }');
  await app.deliver();
  const [onTime, rest] = await lines();
  expect(onTime).toMatchObject({ openQuantity: { value: '50' }, confirmedOn: '2026-10-20', estimatedOn: '2026-10-20' });
  expect(rest).toMatchObject({ openQuantity: { value: '50' }, confirmedOn: '2026-10-25', promiseNotice: null });
  expect(rest?.promises).toContainEqual({ kind: 'CONFIRMED', promisedOn: '2026-10-25', cause: 'CUSTOMER_CHOICE' });
});

it('sends what is on time once it has come, and the rest later', async () => {
  await receive(notices[1], '40');
  await deliverLine(1);
  expect(await lines()).toMatchObject([{ stage: 'DELIVERED' }, { openQuantity: { value: '50' } }]);
  await receive(notices[0], '50');
  await deliverLine(2);
  expect(await seen(app, shop.buyer, order)).toMatchObject({ fulfilment: 'DELIVERED' });
  expect(await app.owner.query('select id from promising_line union all select id from promising_peg')).toEqual([]);
});

it('has nothing left to promise afterwards', async () => {
  const [left] = await app.owner.query<{ steps: unknown[] }>(
    'select steps from promising_availability where item_id = $1 and site_id = $2',
    [shop.item.id, shop.siteId],
  );
  expect(left?.steps).toEqual([]);
});

it('takes faulty goods back and holds the supplier to them, who never learns for whom they were', async () => {
  const on = ({ id, version }: DoneThing) => ({ returnId: id, expectedVersion: version });
  const delivered = await seen(app, shop.buyer, order);
  const asked = await doneBy(app, shop.buyer, 'returnRequest', 'ReturnRequestInput', RETURN, {
    reason: `Cracked at ${shop.customer.name}`,
    wantedResolution: 'CREDIT',
    lines: [{ orderLineId: delivered.lines[1]?.id, quantity: '5' }],
  });
  const approved = await doneBy(app, shop.seller, 'returnApprove', 'ReturnAnswerInput', RETURN, on(asked));
  const sent = await doneBy(app, shop.buyer, 'returnSend', 'ReturnSendInput', RETURN, {
    ...on(approved),
    carrier: 'SF',
  });
  const here = await doneBy(app, shop.warehouse, 'returnReceive', 'ReturnReceiveInput', RETURN, on(sent));
  const [line] = here['lines'] as { id: string }[];
  const finding = { returnLineId: line?.id, outcome: 'RETURN_TO_SUPPLIER', note: 'Weld cracked' };
  await doneBy(app, shop.warehouse, 'returnInspect', 'ReturnInspectInput', RETURN, { ...on(here), lines: [finding] });
  const staff = await app.ask(
    shop.seller,
    'query($id: ID!) { return: customerReturn(id: $id) { lines { outcome hasClaim } } }',
    {
      id: here.id,
    },
  );
  expect(staff).toEqual({ return: { lines: [{ outcome: 'RETURN_TO_SUPPLIER', hasClaim: true }] } });
  const claims = await app.ask(
    shipper,
    '{ discrepancies(first: 5, kind: [CUSTOMER_RETURN]) { edges { node { state detail actualQuantity { value } item { sku } } } } }',
  );
  expect(claims).toEqual({
    discrepancies: {
      edges: [
        {
          node: { state: 'OPEN', detail: 'Weld cracked', actualQuantity: { value: '5' }, item: { sku: shop.item.sku } },
        },
      ],
    },
  });
  const told = await app.owner.query<{ text: string }>(
    `select row_to_json(e)::text as text from platform_event e where supplier_id is not null`,
  );
  const names = [shop.customer.id, shop.customer.name, order.id, order.number];
  for (const name of names) expect(told.filter(({ text }) => text.includes(name))).toEqual([]);
});
