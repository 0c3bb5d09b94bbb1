import { afterAll, beforeAll, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { ItemUnit } from '../../../server/src/modules/catalog/item/item-unit.entity.ts';
import { TestApp } from '../../support/app.ts';
import { aUnit } from '../../support/factories/catalog.ts';
import { aKey, aNotice, anOrder, aTrade, done, refusals, type Trade } from '../../support/factories/purchasing.ts';
import { counts, post, refusedPost, stockOf } from '../../support/stories/receiving.ts';

const five = new Decimal('0.05');
let app: TestApp;
let trade: Trade;

beforeAll(async () => {
  app = await TestApp.start();
  await aUnit(app, 'BOX');
});
afterAll(() => app.close());

const fresh = async () => (trade = await aTrade(app));

it('receives against a notice: stock, order and notice move together', async () => {
  await fresh();
  const order = await anOrder(app, trade, { isConfirmed: true });
  const notice = await aNotice(app, [[order.schedules[0] ?? '', 100]]);
  const receipt = await post(app, trade, {
    noticeId: notice.id,
    lines: [{ noticeLineId: notice.lines[0], receivedQuantity: '100' }],
  });
  expect(receipt).toMatchObject({ state: 'COUNTED', notice: { state: 'RECEIVED' }, discrepancies: [] });
  expect(await counts(app, trade, order.schedules[0])).toMatchObject({
    state: 'CLOSED',
    received: '100',
    accepted: '100',
    open: '0',
    inTransit: '0',
  });
  expect(await stockOf(app, trade)).toEqual(['RECEIVING UNRESTRICTED 100']);
});

it('takes partial receipts of one notice and ends it with the last', async () => {
  await fresh();
  const order = await anOrder(app, trade, { isConfirmed: true });
  const notice = await aNotice(app, [[order.schedules[0] ?? '', 100]]);
  const part = (receivedQuantity: string) =>
    post(app, trade, { noticeId: notice.id, lines: [{ noticeLineId: notice.lines[0], receivedQuantity }] });
  expect(await part('60')).toMatchObject({ notice: { state: 'RECEIVING' } });
  expect(await counts(app, trade, order.schedules[0])).toMatchObject({
    open: '40',
    inTransit: '40',
    state: 'OPEN',
  });
  expect(await part('40')).toMatchObject({ notice: { state: 'RECEIVED' } });
});

it('receives without a notice', async () => {
  await fresh();
  const order = await anOrder(app, trade);
  const receipt = await post(app, trade, {
    deliveryReference: 'Paper 4711',
    lines: [{ scheduleLineId: order.schedules[0], receivedQuantity: '30' }],
  });
  expect(receipt).toMatchObject({ notice: null, discrepancies: [] });
  expect(await counts(app, trade, order.schedules[0])).toMatchObject({ open: '70', accepted: '30' });
});

it('receives in another unit than was ordered, exactly (erpnext#3441)', async () => {
  await fresh();
  await app.prepare(async ({ em }) => {
    const box = { itemId: trade.item.id, unitCode: 'BOX', numerator: 12n, denominator: 1n };
    em.persist(Object.assign(new ItemUnit(), box));
  });
  const order = await anOrder(app, trade, { unit: 'BOX', quantity: 3 });
  const pieces = (receivedQuantity: string) =>
    post(app, trade, { lines: [{ scheduleLineId: order.schedules[0], unit: 'EA', receivedQuantity }] });
  await pieces('7');
  expect(await counts(app, trade, order.schedules[0])).toMatchObject({ accepted: '0.583333', state: 'OPEN' });
  await pieces('29');
  expect(await counts(app, trade, order.schedules[0])).toMatchObject({
    accepted: '3',
    open: '0',
    state: 'CLOSED',
  });
  expect(await stockOf(app, trade)).toEqual(['RECEIVING UNRESTRICTED 36']);
});

it('refuses a unit that the item is not counted in', async () => {
  await fresh();
  const order = await anOrder(app, trade);
  const lines = [{ scheduleLineId: order.schedules[0], unit: 'BOX', receivedQuantity: '1' }];
  expect(await refusedPost(app, trade.warehouse, { lines })).toEqual(['UNKNOWN_UNIT']);
});

it('always receives what is accepted, rejected and in quarantine together', async () => {
  await fresh();
  const order = await anOrder(app, trade);
  const line = { scheduleLineId: order.schedules[0], receivedQuantity: '100' };
  await post(app, trade, {
    lines: [{ ...line, rejectedQuantity: '5', quarantineQuantity: '15', rejectReason: 'Rust' }],
  });
  expect(await counts(app, trade, order.schedules[0])).toMatchObject({
    received: '100',
    accepted: '80',
    rejected: '5',
    quarantine: '15',
    open: '5',
  });
  expect(await stockOf(app, trade)).toEqual([
    'QUARANTINE BLOCKED 5',
    'QUARANTINE QUALITY 15',
    'RECEIVING UNRESTRICTED 80',
  ]);
  const wrong = { ...line, acceptedQuantity: '90', rejectedQuantity: '5', rejectReason: 'Rust' };
  expect(await refusedPost(app, trade.warehouse, { lines: [wrong] })).toEqual(['COUNT_DOES_NOT_ADD_UP']);
});

it('wants to know why goods are rejected', async () => {
  await fresh();
  const order = await anOrder(app, trade);
  const lines = [{ scheduleLineId: order.schedules[0], receivedQuantity: '10', rejectedQuantity: '1' }];
  expect(await refusedPost(app, trade.warehouse, { lines })).toEqual(['REASON_MISSING']);
});

it('takes an over-delivery within tolerance by itself', async () => {
  await fresh();
  const order = await anOrder(app, trade, { quantity: 200, overTolerance: five });
  await post(app, trade, { lines: [{ scheduleLineId: order.schedules[0], receivedQuantity: '206' }] });
  expect(await counts(app, trade, order.schedules[0])).toMatchObject({
    accepted: '206',
    open: '0',
    state: 'CLOSED',
  });
});

it('takes more than the tolerance allows only from somebody who may say so', async () => {
  await fresh();
  const order = await anOrder(app, trade, { quantity: 200, overTolerance: five });
  const lines = [{ scheduleLineId: order.schedules[0], receivedQuantity: '211' }];
  expect(await refusedPost(app, trade.warehouse, { lines })).toEqual(['OVER_RECEIPT']);
  expect(await refusedPost(app, trade.warehouse, { lines, acceptOver: true })).toEqual(['OVER_RECEIPT_NOT_ALLOWED']);
  expect(await stockOf(app, trade)).toEqual([]);
  const receipt = await post(app, trade, { lines, acceptOver: true }, trade.buyer);
  expect(receipt.discrepancies).toMatchObject([{ kind: 'OVER', expectedQuantity: { value: '200' } }]);
});

it('does not lower availability by an over-receipt (dolibarr#35575)', async () => {
  await fresh();
  const [over, waiting] = [await anOrder(app, trade, { quantity: 10 }), await anOrder(app, trade, { quantity: 50 })];
  const lines = [{ scheduleLineId: over.schedules[0], receivedQuantity: '30' }];
  await post(app, trade, { lines, acceptOver: true }, trade.buyer);
  expect(await counts(app, trade, over.schedules[0])).toMatchObject({ accepted: '30', open: '0' });
  const [inbound] = await app.owner.query<{ open: string }>(
    `select trim_scale(sum(greatest(0, open_quantity - in_transit_quantity) * numerator / denominator))::text as open
     from purchasing_schedule_line where state = 'OPEN' and item_id = $1`,
    [trade.item.id],
  );
  expect(inbound?.open).toBe('50');
  expect(await counts(app, trade, waiting.schedules[0])).toMatchObject({ open: '50' });
});

it('counts a delivery as whole within the under-tolerance', async () => {
  await fresh();
  const order = await anOrder(app, trade, { underTolerance: five });
  await post(app, trade, { lines: [{ scheduleLineId: order.schedules[0], receivedQuantity: '95' }] });
  expect(await counts(app, trade, order.schedules[0])).toMatchObject({ state: 'CLOSED', open: '0' });
});

it('keeps a line open that came short beyond the tolerance', async () => {
  await fresh();
  const order = await anOrder(app, trade, { underTolerance: five });
  await post(app, trade, { lines: [{ scheduleLineId: order.schedules[0], receivedQuantity: '94' }] });
  expect(await counts(app, trade, order.schedules[0])).toMatchObject({ state: 'OPEN', open: '6' });
});

it('leaves consignment goods the property of the supplier', async () => {
  await fresh();
  const order = await anOrder(app, trade, { isConsignment: true });
  await post(app, trade, { lines: [{ scheduleLineId: order.schedules[0], receivedQuantity: '10' }] });
  const owners = await app.owner.query<{ owner_id: string }>(
    'select owner_id from inventory_stock_balance where item_id = $1 and on_hand > 0',
    [trade.item.id],
  );
  expect(owners).toEqual([{ owner_id: trade.supplier.id }]);
});

it('books a repeated receipt once', async () => {
  await fresh();
  const order = await anOrder(app, trade);
  const input = {
    idempotencyKey: aKey(),
    lines: [{ scheduleLineId: order.schedules[0], receivedQuantity: '10' }],
  };
  const [first, again] = [await post(app, trade, input), await post(app, trade, input)];
  expect(again.id).toBe(first.id);
  expect(await stockOf(app, trade)).toEqual(['RECEIVING UNRESTRICTED 10']);
});

it('refuses lines of two suppliers, foreign notice lines and cancelled orders', async () => {
  await fresh();
  const [mine, other] = [await anOrder(app, trade), await aTrade(app)];
  const his = await anOrder(app, other, { isConfirmed: true });
  const lines = [mine, his].map(({ schedules }) => ({ scheduleLineId: schedules[0], receivedQuantity: '1' }));
  expect(await refusedPost(app, trade.warehouse, { lines })).toEqual(['SEVERAL_SUPPLIERS']);
  const notice = await aNotice(app, [[his.schedules[0] ?? '', 1]]);
  expect(
    await refusedPost(app, trade.warehouse, {
      lines: [{ noticeLineId: notice.lines[0], receivedQuantity: '1' }],
    }),
  ).toEqual(['NOT_FOUND']);
  const end = { idempotencyKey: aKey(), orderId: mine.id, expectedVersion: 1, reason: 'x' };
  await done(app, trade.buyer, 'purchaseOrderCancel', 'PurchaseOrderEndInput', end, 'order { id }');
  expect(await refusedPost(app, trade.warehouse, { lines: lines.slice(0, 1) })).toEqual(['NOT_IN_THIS_STATE']);
  expect(
    await refusals(app, trade.warehouse, 'receiptPost', 'ReceiptPostInput', {
      idempotencyKey: aKey(),
      lines: [],
    }),
  ).toEqual(['NOTHING_ORDERED']);
});
