import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { SupplierItem } from '../../../server/src/modules/catalog/supplier-item/supplier-item.entity.ts';
import { TestApp } from '../../support/app.ts';
import { aSupplierItem, aUnit } from '../../support/factories/catalog.ts';
import { aKey, anOrder, aTrade, done, refusals, type Trade } from '../../support/factories/purchasing.ts';

let app: TestApp;
let trade: Trade;

beforeAll(async () => {
  app = await TestApp.start();
  trade = await aTrade(app);
});
afterAll(() => app.close());

interface Order {
  id: string;
  number: string;
  state: string;
  answerState: string;
  version: number;
  total: { amount: string; currency: string };
  allowedActions: string[];
  lines: {
    unit: string;
    numerator: string;
    unitPrice: { amount: string };
    openQuantity: { value: string; unit: string };
    schedules: { id: string; state: string; requestedOn: string; openQuantity: { value: string } }[];
  }[];
  versions: { version: number; reason: string; snapshot: string }[];
}
const ORDER =
  'id number state answerState version total { amount currency } allowedActions lines { unit numerator unitPrice { amount } openQuantity { value unit } schedules { id state requestedOn openQuantity { value } } } versions { version reason snapshot }';
const find = async (id: string, actor = trade.buyer) =>
  (
    await app.ask<{ purchaseOrder: Order | null }>(actor, `query ($id: ID!) { purchaseOrder(id: $id) { ${ORDER} } }`, {
      id,
    })
  ).purchaseOrder;

const draft = (lines?: object[]) => ({
  idempotencyKey: aKey(),
  supplierId: toGlobalId('org', trade.supplier.id),
  siteId: toGlobalId('sit', trade.siteId),
  lines: lines ?? [
    {
      itemId: toGlobalId('itm', trade.item.id),
      schedules: [
        { requestedOn: '2027-01-10', quantity: '60' },
        { requestedOn: '2027-02-10', quantity: '40' },
      ],
    },
  ],
});
const saved = (input: object) =>
  done<{ order: Order }>(
    app,
    trade.buyer,
    'purchaseOrderDraft',
    'PurchaseOrderDraftInput',
    input,
    `order { ${ORDER} }`,
  );

it('takes unit and price from the terms with the supplier and adds the order up', async () => {
  const { order } = await saved(draft());
  expect(order).toMatchObject({ state: 'DRAFT', total: { amount: '1000', currency: 'USD' } });
  expect(order.number).toMatch(/^PO-\d{6}$/);
  expect(order.lines[0]).toMatchObject({ unit: 'EA', unitPrice: { amount: '10' } });
  expect(order.allowedActions).toContain('purchasing.order.issue');
});

it('writes a draft anew, and refuses a page that is behind', async () => {
  const { order } = await saved(draft());
  const input = { ...draft(), id: order.id, expectedVersion: order.version };
  expect((await saved(input)).order.lines).toHaveLength(1);
  expect(
    await refusals(app, trade.buyer, 'purchaseOrderDraft', 'PurchaseOrderDraftInput', {
      ...draft(),
      id: order.id,
      expectedVersion: order.version,
    }),
  ).toEqual(['STALE_OBJECT']);
});

it('answers a repeated draft the same and makes no second order', async () => {
  const input = draft();
  const [first, second] = [await saved(input), await saved(input)];
  expect(second.order.id).toBe(first.order.id);
});

it('hides a draft from its supplier until it is issued', async () => {
  const { order } = await saved(draft());
  expect(await find(order.id, trade.seller)).toBeNull();
  const list = await app.ask<{ purchaseOrders: { nodes: { id: string }[] } }>(
    trade.seller,
    '{ purchaseOrders(first: 100) { nodes { id } } }',
  );
  expect(list.purchaseOrders.nodes.map(({ id }) => id)).not.toContain(order.id);
  const lines = await app.ask<{ openScheduleLines: { nodes: { orderId: string }[] } }>(
    trade.seller,
    '{ openScheduleLines(first: 100) { nodes { orderId } } }',
  );
  expect(lines.openScheduleLines.nodes.map(({ orderId }) => orderId)).not.toContain(order.id);
  const issue = { idempotencyKey: aKey(), orderId: order.id, expectedVersion: order.version };
  await done(app, trade.buyer, 'purchaseOrderIssue', 'PurchaseOrderIssueInput', issue, 'order { id }');
  expect(await find(order.id, trade.seller)).toMatchObject({ state: 'ISSUED', version: 1 });
});

it('never shows a supplier a draft that was thrown away', async () => {
  const { order } = await saved(draft());
  const end = {
    idempotencyKey: aKey(),
    orderId: order.id,
    expectedVersion: order.version,
    reason: 'Not needed',
  };
  await done(app, trade.buyer, 'purchaseOrderCancel', 'PurchaseOrderEndInput', end, 'order { id }');
  expect(await find(order.id)).toMatchObject({ state: 'CANCELLED' });
  expect(await find(order.id, trade.seller)).toBeNull();
});

it('keeps every version of an order readable, with the reason of the change', async () => {
  const order = await anOrder(app, trade);
  const change = {
    idempotencyKey: aKey(),
    orderId: order.id,
    expectedVersion: 1,
    reason: 'Demand grew',
    schedules: [{ scheduleLineId: order.schedules[0], quantity: '150' }],
  };
  await done(app, trade.buyer, 'purchaseOrderChange', 'PurchaseOrderChangeInput', change, 'order { id }');
  const changed = await find(order.id, trade.seller);
  expect(changed).toMatchObject({
    version: 2,
    state: 'ISSUED',
    answerState: 'AWAITING',
    total: { amount: '1500' },
  });
  expect(changed?.versions.map(({ version, reason }) => [version, reason])).toEqual([
    [1, ''],
    [2, 'Demand grew'],
  ]);
  expect(JSON.parse(changed?.versions[0]?.snapshot ?? '')).toMatchObject({
    lines: [{ schedules: [{ quantity: 100, on: '2027-01-10' }] }],
  });
  expect(
    await refusals(app, trade.buyer, 'purchaseOrderChange', 'PurchaseOrderChangeInput', {
      ...change,
      idempotencyKey: aKey(),
    }),
  ).toEqual(['STALE_OBJECT']);
});

it('does not order a postponed quantity twice (odoo#76466)', async () => {
  const order = await anOrder(app, trade);
  const change = {
    idempotencyKey: aKey(),
    orderId: order.id,
    expectedVersion: 1,
    reason: 'Later',
    schedules: [{ scheduleLineId: order.schedules[0], requestedOn: '2027-03-01' }],
  };
  await done(app, trade.buyer, 'purchaseOrderChange', 'PurchaseOrderChangeInput', change, 'order { id }');
  const [line] = (await find(order.id))?.lines ?? [];
  expect(line?.openQuantity.value).toBe('100');
  expect(line?.schedules.map(({ state, requestedOn }) => [state, requestedOn])).toEqual([
    ['CANCELLED', '2027-01-10'],
    ['OPEN', '2027-03-01'],
  ]);
});

it('keeps the pack size of an order when the supplier changes it mid-order', async () => {
  await aUnit(app, 'BOX');
  const other = await aTrade(app);
  await app.prepare(async ({ em }) => {
    const terms = await em.findOneOrFail(SupplierItem, { itemId: other.item.id });
    Object.assign(terms, { orderUnitCode: 'BOX', numerator: 12n });
  });
  const order = await anOrder(app, other, { quantity: 5 });
  await app.prepare(async ({ em }) => {
    const terms = await em.findOneOrFail(SupplierItem, { itemId: other.item.id });
    terms.numerator = 10n;
  });
  expect((await find(order.id, other.buyer))?.lines[0]).toMatchObject({ unit: 'BOX', numerator: '12' });
  const receipt = {
    idempotencyKey: aKey(),
    lines: [{ scheduleLineId: order.schedules[0], receivedQuantity: '5' }],
  };
  await done(app, other.warehouse, 'receiptPost', 'ReceiptPostInput', receipt, 'receipt { id }');
  const [stock] = await app.owner.query<{ on_hand: string }>(
    'select sum(on_hand)::text as on_hand from inventory_stock_balance where item_id = $1',
    [other.item.id],
  );
  expect(Number(stock?.on_hand)).toBe(60);
});

it('takes the price that holds for the quantity on the day of the order', async () => {
  const priced = await aTrade(app);
  await app.owner.query('delete from catalog_price_break where supplier_id = $1', [priced.supplier.id]);
  await app.owner.query('delete from catalog_supplier_item where supplier_id = $1', [priced.supplier.id]);
  await aSupplierItem(app, priced.supplier.id, priced.item.id, {}, [
    { price: '10' },
    { from: 100, price: '8' },
    { from: 100, price: '7', validFrom: '2090-01-01' },
  ]);
  const small = await find((await anOrder(app, priced, { quantity: 99 })).id, priced.buyer);
  const large = await find((await anOrder(app, priced, { quantity: 100 })).id, priced.buyer);
  expect([small, large].map((order) => order?.lines[0]?.unitPrice.amount)).toEqual(['10', '8']);
});

it('closes an order short: what came stays, nothing is open any more', async () => {
  const order = await anOrder(app, trade, { isConfirmed: true });
  const lines = [{ scheduleLineId: order.schedules[0], receivedQuantity: '40' }];
  await done(
    app,
    trade.warehouse,
    'receiptPost',
    'ReceiptPostInput',
    { idempotencyKey: aKey(), lines },
    'receipt { id }',
  );
  const end = { idempotencyKey: aKey(), orderId: order.id, expectedVersion: 1, reason: 'Enough' };
  expect(await refusals(app, trade.buyer, 'purchaseOrderCancel', 'PurchaseOrderEndInput', end)).toEqual([
    'ALREADY_RECEIVED',
  ]);
  const close = { ...end, idempotencyKey: aKey() };
  await done(app, trade.buyer, 'purchaseOrderClose', 'PurchaseOrderEndInput', close, 'order { id }');
  const closed = await find(order.id);
  expect(closed).toMatchObject({ state: 'CLOSED', lines: [{ openQuantity: { value: '0' } }] });
});
