import { afterAll, beforeAll, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { purchaseOrders } from '../../../server/src/modules/purchasing/order/purchase-orders.service.ts';
import { TestApp } from '../../support/app.ts';
import { aKey, anOrder, aTrade, done, keyOf, type Trade } from '../../support/factories/purchasing.ts';
import { post } from '../../support/stories/receiving.ts';

let app: TestApp;
let trade: Trade;

beforeAll(async () => {
  app = await TestApp.start();
  trade = await aTrade(app);
});
afterAll(() => app.close());

const find = async (id: string, actor = trade.buyer) =>
  (
    await app.ask<{ purchaseOrder: object | null }>(
      actor,
      'query ($id: ID!) { purchaseOrder(id: $id) { state version } }',
      { id },
    )
  ).purchaseOrder;

it('adds planned shipments to a standing order and keeps it open when all of them came', async () => {
  const order = await anOrder(app, trade, { kind: 'STANDING', isConfirmed: true });
  const { scheduleLineIds } = await app.prepare((work) =>
    purchaseOrders.addSchedules(work, keyOf(order.id), [
      {
        itemId: trade.item.id,
        requestedOn: '2027-02-01',
        confirmedOn: '2027-02-01',
        quantity: new Decimal(30),
      },
    ]),
  );
  expect(scheduleLineIds).toHaveLength(1);
  const lines = [order.schedules[0], toGlobalId('psl', scheduleLineIds[0] ?? '')].map((scheduleLineId, index) => ({
    scheduleLineId,
    receivedQuantity: index === 0 ? '100' : '30',
  }));
  await done(
    app,
    trade.warehouse,
    'receiptPost',
    'ReceiptPostInput',
    { idempotencyKey: aKey(), lines },
    'receipt { id }',
  );
  expect(await find(order.id)).toMatchObject({ state: 'CONFIRMED' });
});

it('values what was accepted at the price of its line', async () => {
  const order = await anOrder(app, trade);
  const count = { receivedQuantity: '40', rejectedQuantity: '10', rejectReason: 'Rust' };
  await post(app, trade, { lines: [{ scheduleLineId: order.schedules[0], ...count }] });
  const query =
    'query ($id: ID!) { purchaseOrder(id: $id) { receivedValue { amount } lines { receivedValue { amount } } } }';
  expect(await app.ask(trade.buyer, query, { id: order.id })).toEqual({
    purchaseOrder: { receivedValue: { amount: '300' }, lines: [{ receivedValue: { amount: '300' } }] },
  });
});

it('lets a supplier raise a replenishment order for itself, and for nobody else', async () => {
  const raise = (supplierId: string) =>
    app.database.transact(trade.seller, (work) =>
      purchaseOrders.raise(work, {
        kind: 'REPLENISHMENT',
        supplierId,
        siteId: trade.siteId,
        isConfirmed: true,
        lines: [
          {
            itemId: trade.item.id,
            schedules: [{ requestedOn: '2027-01-10', quantity: new Decimal(5) }],
          },
        ],
      }),
    );
  const { orderId } = await raise(trade.supplier.id);
  expect(await find(toGlobalId('por', orderId), trade.seller)).toMatchObject({
    state: 'CONFIRMED',
    version: 1,
  });
  const other = await aTrade(app);
  await expect(raise(other.supplier.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('shows an item with what is ordered of it and still to come', async () => {
  const fresh = await aTrade(app);
  await anOrder(app, fresh, { quantity: 7 });
  const query = 'query ($id: ID!) { item(id: $id) { openOrders { openQuantity { value } dueOn } } }';
  const answer = await app.ask<{ item: { openOrders: object[] } }>(fresh.buyer, query, {
    id: toGlobalId('itm', fresh.item.id),
  });
  expect(answer.item.openOrders).toEqual([{ openQuantity: { value: '7' }, dueOn: '2027-01-10' }]);
});
