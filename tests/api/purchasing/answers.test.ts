import { afterAll, beforeAll, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { TestApp } from '../../support/app.ts';
import { aKey, aNotice, anOrder, aTrade, done, refusals, type Trade } from '../../support/factories/purchasing.ts';

const [five, half] = [new Decimal('0.05'), new Decimal('0.5')];
let app: TestApp;
let trade: Trade;

beforeAll(async () => {
  app = await TestApp.start();
  trade = await aTrade(app);
});
afterAll(() => app.close());

interface Order {
  state: string;
  answerState: string;
  version: number;
  answers: { id: string; state: string; version: number; lines: { isWithinTolerance: boolean }[] }[];
  lines: {
    schedules: {
      state: string;
      requestedOn: string;
      requestedQuantity: { value: string };
      firstConfirmedOn: string | null;
      confirmedOn: string | null;
      confirmedQuantity: { value: string } | null;
      dueOn: string;
    }[];
  }[];
}
const ORDER =
  'state answerState version answers { id state version lines { isWithinTolerance } } lines { schedules { state requestedOn requestedQuantity { value } firstConfirmedOn confirmedOn confirmedQuantity { value } dueOn } }';
const answer = async (orderId: string, decision: string, lines: object[] = [], version = 1) => {
  const input = { idempotencyKey: aKey(), orderId, version, decision, lines };
  const answered = await done<{ order: Order }>(
    app,
    trade.seller,
    'purchaseOrderAnswer',
    'PurchaseOrderAnswerInput',
    input,
    `order { ${ORDER} }`,
  );
  return answered.order;
};
const refused = (orderId: string, decision: string, lines: object[] = [], version = 1) =>
  refusals(app, trade.seller, 'purchaseOrderAnswer', 'PurchaseOrderAnswerInput', {
    idempotencyKey: aKey(),
    orderId,
    version,
    decision,
    lines,
  });
const change = (scheduleLineId: string | undefined, ...deliveries: (readonly [on: string, quantity: string])[]) => ({
  scheduleLineId,
  deliveries: deliveries.map(([on, quantity]) => ({ on, quantity })),
});
const review = (answerId: string | undefined, decision: string) =>
  done<{ order: Order }>(
    app,
    trade.buyer,
    'orderAnswerReview',
    'OrderAnswerReviewInput',
    { idempotencyKey: aKey(), answerId, decision },
    `order { ${ORDER} }`,
  );

it('changes the state of the order when the supplier accepts in the portal (odoo#158588)', async () => {
  const order = await anOrder(app, trade);
  expect(await answer(order.id, 'ACCEPT')).toMatchObject({
    state: 'CONFIRMED',
    answerState: 'ACCEPTED',
    lines: [
      {
        schedules: [{ firstConfirmedOn: '2027-01-10', confirmedOn: '2027-01-10', confirmedQuantity: { value: '100' } }],
      },
    ],
  });
});

it('applies an answer within tolerance by itself', async () => {
  const order = await anOrder(app, trade, {
    overTolerance: five,
    underTolerance: five,
    dateToleranceDays: 2,
  });
  const answered = await answer(order.id, 'ACCEPT_WITH_CHANGES', [change(order.schedules[0], ['2027-01-12', '95'])]);
  expect(answered).toMatchObject({ state: 'CONFIRMED', answers: [{ state: 'APPLIED' }] });
  expect(answered.lines[0]?.schedules[0]).toMatchObject({
    confirmedOn: '2027-01-12',
    confirmedQuantity: { value: '95' },
  });
});

it('lets an answer outside tolerance wait for the buyer, who accepts it', async () => {
  const order = await anOrder(app, trade);
  const waiting = await answer(order.id, 'ACCEPT_WITH_CHANGES', [change(order.schedules[0], ['2027-02-01', '80'])]);
  expect(waiting).toMatchObject({
    state: 'ISSUED',
    answerState: 'CHANGES_PROPOSED',
    answers: [{ state: 'PENDING_REVIEW', lines: [{ isWithinTolerance: false }] }],
    lines: [{ schedules: [{ confirmedOn: null }] }],
  });
  const { order: accepted } = await review(waiting.answers[0]?.id, 'ACCEPT');
  expect(accepted).toMatchObject({
    state: 'CONFIRMED',
    answerState: 'ACCEPTED',
    lines: [{ schedules: [{ confirmedOn: '2027-02-01', confirmedQuantity: { value: '80' } }] }],
  });
});

it('leaves the order as it was when the buyer refuses an answer', async () => {
  const order = await anOrder(app, trade);
  const waiting = await answer(order.id, 'ACCEPT_WITH_CHANGES', [change(order.schedules[0], ['2027-02-01', '80'])]);
  const { order: refusedOrder } = await review(waiting.answers[0]?.id, 'REFUSE');
  expect(refusedOrder).toMatchObject({
    state: 'ISSUED',
    answerState: 'AWAITING',
    answers: [{ state: 'REFUSED' }],
    lines: [{ schedules: [{ confirmedOn: null }] }],
  });
  expect(
    await refusals(app, trade.buyer, 'orderAnswerReview', 'OrderAnswerReviewInput', {
      idempotencyKey: aKey(),
      answerId: waiting.answers[0]?.id,
      decision: 'ACCEPT',
    }),
  ).toEqual(['NOT_IN_THIS_STATE']);
});

it('splits a line into schedule lines whose requested quantities sum to what was asked for', async () => {
  const order = await anOrder(app, trade, { dateToleranceDays: 30 });
  const answered = await answer(order.id, 'ACCEPT_WITH_CHANGES', [
    change(order.schedules[0], ['2027-01-10', '60'], ['2027-01-25', '40']),
  ]);
  const schedules = answered.lines[0]?.schedules ?? [];
  expect(schedules.map((line) => [line.requestedOn, line.requestedQuantity.value, line.confirmedOn])).toEqual([
    ['2027-01-10', '60', '2027-01-10'],
    ['2027-01-10', '40', '2027-01-25'],
  ]);
});

it('refuses an answer to an old version as stale', async () => {
  const order = await anOrder(app, trade);
  await done(
    app,
    trade.buyer,
    'purchaseOrderChange',
    'PurchaseOrderChangeInput',
    {
      idempotencyKey: aKey(),
      orderId: order.id,
      expectedVersion: 1,
      reason: 'More',
      schedules: [{ scheduleLineId: order.schedules[0], quantity: '120' }],
    },
    'order { id }',
  );
  expect(await refused(order.id, 'ACCEPT', [], 1)).toEqual(['STALE_OBJECT']);
  expect(await answer(order.id, 'ACCEPT', [], 2)).toMatchObject({ state: 'CONFIRMED' });
});

it('keeps an answer that a change of the order has overtaken, as superseded', async () => {
  const order = await anOrder(app, trade);
  await answer(order.id, 'ACCEPT_WITH_CHANGES', [change(order.schedules[0], ['2027-02-01', '80'])]);
  const changed = await done<{ order: Order }>(
    app,
    trade.buyer,
    'purchaseOrderChange',
    'PurchaseOrderChangeInput',
    {
      idempotencyKey: aKey(),
      orderId: order.id,
      expectedVersion: 1,
      reason: 'More',
      schedules: [{ scheduleLineId: order.schedules[0], quantity: '120' }],
    },
    `order { ${ORDER} }`,
  );
  expect(changed.order.answers).toMatchObject([{ state: 'SUPERSEDED', version: 1 }]);
});

it('never lets a later promise erase the first one', async () => {
  const order = await anOrder(app, trade, { dateToleranceDays: 60 });
  await answer(order.id, 'ACCEPT');
  const later = await answer(order.id, 'ACCEPT_WITH_CHANGES', [change(order.schedules[0], ['2027-02-20', '100'])]);
  expect(later.lines[0]?.schedules[0]).toMatchObject({
    requestedOn: '2027-01-10',
    firstConfirmedOn: '2027-01-10',
    confirmedOn: '2027-02-20',
    dueOn: '2027-02-20',
  });
  await app.owner.query('update purchasing_schedule_line set first_confirmed_on = $1 where order_id = $2::uuid', [
    '2028-01-01',
    order.id.slice(4),
  ]);
  const [kept] = await app.owner.query<{ day: string }>(
    'select first_confirmed_on::text as day from purchasing_schedule_line where order_id = $1::uuid',
    [order.id.slice(4)],
  );
  expect(kept?.day).toBe('2027-01-10');
});

it('ends an order that the supplier rejects', async () => {
  const order = await anOrder(app, trade);
  expect(await answer(order.id, 'REJECT')).toMatchObject({
    state: 'REJECTED',
    answerState: 'REJECTED',
    lines: [{ schedules: [{ state: 'CANCELLED' }] }],
  });
  expect(await refused(order.id, 'ACCEPT')).toEqual(['NOT_IN_THIS_STATE']);
});

it('lets the buyer decide on a single rejected line', async () => {
  const order = await anOrder(app, trade, {
    schedules: [
      ['2027-01-10', 60],
      ['2027-02-10', 40],
    ],
  });
  const waiting = await answer(order.id, 'ACCEPT_WITH_CHANGES', [
    { scheduleLineId: order.schedules[1], decision: 'REJECT' },
  ]);
  expect(waiting.answerState).toBe('CHANGES_PROPOSED');
  const { order: accepted } = await review(waiting.answers[0]?.id, 'ACCEPT');
  expect(accepted.lines[0]?.schedules.map(({ state }) => state)).toEqual(['OPEN', 'CANCELLED']);
});

it('refuses to promise less than is on its way', async () => {
  const order = await anOrder(app, trade, { underTolerance: half, isConfirmed: true });
  await aNotice(app, [[order.schedules[0] ?? '', 80]]);
  expect(await refused(order.id, 'ACCEPT_WITH_CHANGES', [change(order.schedules[0], ['2027-01-10', '70'])])).toEqual([
    'ALREADY_SHIPPED',
  ]);
});

it('refuses changes that name no delivery, no quantity or a foreign line', async () => {
  const order = await anOrder(app, trade);
  const other = await anOrder(app, await aTrade(app));
  expect(await refused(order.id, 'ACCEPT_WITH_CHANGES', [change(order.schedules[0])])).toEqual(['PROMISE_MISSING']);
  expect(await refused(order.id, 'ACCEPT_WITH_CHANGES', [change(order.schedules[0], ['2027-01-10', '0'])])).toEqual([
    'QUANTITY_NOT_POSITIVE',
  ]);
  expect(await refused(order.id, 'ACCEPT_WITH_CHANGES', [change(other.schedules[0], ['2027-01-10', '1'])])).toEqual([
    'NOT_FOUND',
  ]);
});

it('does not let one supplier answer for another (erpnext#10011)', async () => {
  const foreign = await anOrder(app, await aTrade(app));
  expect(await refused(foreign.id, 'ACCEPT')).toEqual(['NOT_FOUND']);
});

it('answers a repeated request the same and keeps one answer', async () => {
  const order = await anOrder(app, trade);
  const input = { idempotencyKey: aKey(), orderId: order.id, version: 1, decision: 'ACCEPT' };
  const send = () =>
    done<{ order: Order }>(
      app,
      trade.seller,
      'purchaseOrderAnswer',
      'PurchaseOrderAnswerInput',
      input,
      `order { ${ORDER} }`,
    );
  await send();
  expect((await send()).order.answers).toHaveLength(1);
});
