import { afterAll, beforeAll, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { purchaseOrders } from '../../../server/src/modules/purchasing/order/purchase-orders.service.ts';
import { noticeDrafts } from '../../../server/src/modules/purchasing/notice/notice-draft.service.ts';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { TestApp } from '../../support/app.ts';
import {
  aKey,
  aNotice,
  anOrder,
  aTrade,
  done,
  keyOf,
  refusals,
  type Trade,
} from '../../support/factories/purchasing.ts';
import { counts, refusedPost, stockOf } from '../../support/stories/receiving.ts';

let app: TestApp;
let trade: Trade;

beforeAll(async () => {
  app = await TestApp.start();
  trade = await aTrade(app);
});
afterAll(() => app.close());

const aDraftNotice = async (scheduleLine: string, quantity: number): Promise<string> =>
  toGlobalId(
    'asn',
    await app.prepare((work) =>
      noticeDrafts.save(work, {
        id: null,
        number: aKey(),
        expectedOn: '2027-01-10',
        lines: [{ scheduleLineId: keyOf(scheduleLine), quantity: new Decimal(quantity) }],
        packages: [],
      }),
    ),
  );
const submit = (id: string) =>
  refusals(app, trade.seller, 'shipmentNoticeSubmit', 'ShipmentNoticeSubmitInput', {
    idempotencyKey: aKey(),
    id,
    expectedVersion: 1,
  });
const cancel = (orderId: string) =>
  refusals(app, trade.buyer, 'purchaseOrderCancel', 'PurchaseOrderEndInput', {
    idempotencyKey: aKey(),
    orderId,
    expectedVersion: 1,
    reason: 'Changed our mind',
  });

it('refuses to cancel a line that was shipped meanwhile, and to ship one that was cancelled', async () => {
  const shipped = await anOrder(app, trade, { isConfirmed: true });
  await aNotice(app, [[shipped.schedules[0] ?? '', 10]]);
  expect(await cancel(shipped.id)).toEqual(['ALREADY_SHIPPED']);
  await expect(
    app.prepare((work) => purchaseOrders.cancelSchedule(work, keyOf(shipped.schedules[0] ?? ''), 'x')),
  ).rejects.toMatchObject({ code: 'ALREADY_SHIPPED' });
  const cancelled = await anOrder(app, trade, { isConfirmed: true });
  const draft = await aDraftNotice(cancelled.schedules[0] ?? '', 10);
  await app.prepare((work) => purchaseOrders.cancelSchedule(work, keyOf(cancelled.schedules[0] ?? ''), 'x'));
  expect(await submit(draft)).toEqual(['NOT_IN_THIS_STATE']);
});

it('concurrency: of shipping and cancelling at the same time exactly one is done, whichever comes first', async () => {
  for (const round of [1, 2, 3, 4, 5, 6]) {
    const order = await anOrder(app, trade, { isConfirmed: true });
    const notice = await aDraftNotice(order.schedules[0] ?? '', 100);
    const racers = [() => submit(notice), () => cancel(order.id)];
    if (round % 2) racers.reverse();
    const outcomes = await Promise.all(racers.map((race) => race()));
    expect(outcomes.filter((codes) => codes.length === 0)).toHaveLength(1);
    const after = await counts(app, trade, order.schedules[0]);
    expect(after.state === 'CANCELLED' ? after.inTransit : after.state).toBe(
      after.state === 'CANCELLED' ? '0' : 'OPEN',
    );
  }
});

it('concurrency: two notices at the same time never announce more than is open', async () => {
  const order = await anOrder(app, trade, { isConfirmed: true });
  const line = order.schedules[0] ?? '';
  const notices = [await aDraftNotice(line, 70), await aDraftNotice(line, 70)];
  const outcomes = await Promise.all(notices.map(submit));
  expect(outcomes.flat()).toEqual(['MORE_THAN_OPEN']);
  expect(await counts(app, trade, line)).toMatchObject({ inTransit: '70', shippable: '30' });
});

it('concurrency: two receipts at the same time never take in more than the tolerance', async () => {
  const fresh = await aTrade(app);
  const order = await anOrder(app, fresh);
  const lines = [{ scheduleLineId: order.schedules[0], receivedQuantity: '70' }];
  const outcomes = await Promise.all([1, 2].map(() => refusedPost(app, fresh.warehouse, { lines })));
  expect(outcomes.flat()).toEqual(['OVER_RECEIPT']);
  expect(await stockOf(app, fresh)).toEqual(['RECEIVING UNRESTRICTED 70']);
});

it('concurrency: the same receipt sent twice at the same time is booked once', async () => {
  const fresh = await aTrade(app);
  const order = await anOrder(app, fresh);
  const input = {
    idempotencyKey: aKey(),
    lines: [{ scheduleLineId: order.schedules[0], receivedQuantity: '30' }],
  };
  const receipts = await Promise.all(
    [1, 2].map(() =>
      done<{ receipt: { id: string } }>(
        app,
        fresh.warehouse,
        'receiptPost',
        'ReceiptPostInput',
        input,
        'receipt { id }',
      ),
    ),
  );
  expect(receipts[0]?.receipt.id).toBe(receipts[1]?.receipt.id);
  expect(await stockOf(app, fresh)).toEqual(['RECEIVING UNRESTRICTED 30']);
});

it('concurrency: two answers at the same time leave one pending and the other superseded', async () => {
  const order = await anOrder(app, trade);
  const answer = (quantity: string) =>
    refusals(app, trade.seller, 'purchaseOrderAnswer', 'PurchaseOrderAnswerInput', {
      idempotencyKey: aKey(),
      orderId: order.id,
      version: 1,
      decision: 'ACCEPT_WITH_CHANGES',
      lines: [{ scheduleLineId: order.schedules[0], deliveries: [{ on: '2027-03-01', quantity }] }],
    });
  expect(await Promise.all([answer('50'), answer('60')])).toEqual([[], []]);
  const states = await app.owner.query<{ state: string }>(
    'select state from purchasing_order_answer where order_id = $1 order by state',
    [keyOf(order.id)],
  );
  expect(states.map(({ state }) => state)).toEqual(['PENDING_REVIEW', 'SUPERSEDED']);
});
