import { afterAll, beforeAll, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { dailyAllocation } from '../../../server/src/modules/sales/order/daily-allocation.service.ts';
import { TestApp } from '../../support/app.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import {
  aConfirmedOrder,
  aDraft,
  aKey,
  aShop,
  confirm,
  inStock,
  localKey,
  onOrder,
  refusals,
  seen,
  step,
  submit,
  type OrderSeen,
  type Shop,
} from '../../support/factories/sales.ts';

let app: TestApp;
let shop: Shop;

beforeAll(async () => {
  app = await TestApp.start();
  shop = await aShop(app);
});
afterAll(() => app.close());

const late = '2099-01-10';
/** With enough in stock to promise whatever these tests order. */
async function aStockedShop(): Promise<Shop> {
  const stocked = await aShop(app);
  await inStock(app, stocked, 100);
  await app.deliver();
  return stocked;
}
const reasoned = (order: OrderSeen) => ({ ...step(order), reason: 'Because' });

it('takes a draft through submission and confirmation, and says at each step who may do what', async () => {
  const draft = await aDraft(app, shop, shop.buyer);
  expect(draft).toMatchObject({ state: 'DRAFT', total: { amount: '50', currency: 'USD' } });
  expect(draft.lines[0]).toMatchObject({
    stage: 'DRAFT',
    unitPrice: { amount: '10' },
    whyThisPrice: { source: 'CATALOGUE' },
  });
  expect(draft.allowedActions).toEqual(['sales.order.draft', 'sales.order.submit', 'sales.order.cancel']);
  const placed = await submit(app, shop.buyer, draft);
  expect(placed.state).toBe('SUBMITTED');
  await inStock(app, shop, 5);
  const confirmed = await confirm(app, shop.seller, placed);
  expect(confirmed).toMatchObject({ state: 'CONFIRMED', fulfilment: 'NONE', invoicing: 'NONE', payment: 'NONE' });
  expect(confirmed.lines[0]).toMatchObject({ stage: 'ALLOCATED', allocatedQuantity: { value: '5' } });
  expect(confirmed.lines[0]?.confirmedOn).toBe(confirmed.lines[0]?.requestedOn);
});

it('two tabs placing the same order make one order', async () => {
  const draft = await aDraft(app, shop, shop.buyer);
  const tabs = await Promise.all(
    Array.from({ length: 8 }, () => refusals(app, shop.buyer, 'orderSubmit', 'OrderStepInput', step(draft))),
  );
  expect(tabs.filter((codes) => codes.length === 0)).toHaveLength(1);
  expect(new Set(tabs.flat())).toEqual(new Set(['STALE_OBJECT']));
  const [events] = await app.owner.query<{ count: number }>(
    `select count(*)::int as count from platform_event where name = 'sales.order.submitted' and payload->>'number' = $1`,
    [draft.number],
  );
  expect(events?.count).toBe(1);
});

it('the same key twice makes one draft, and another body under it is refused', async () => {
  const input = {
    idempotencyKey: aKey(),
    lines: [{ itemId: toGlobalId('itm', shop.item.id), quantity: '3' }],
  };
  const first = await onOrder(app, shop.buyer, 'orderDraftCreate', input);
  const second = await onOrder(app, shop.buyer, 'orderDraftCreate', input);
  expect(second.id).toBe(first.id);
  const other = { ...input, note: 'another body' };
  expect(await refusals(app, shop.buyer, 'orderDraftCreate', 'OrderDraftCreateInput', other)).toEqual([
    'IDEMPOTENCY_CONFLICT',
  ]);
});

it('one customer reference stands for one order', async () => {
  const head = { customerReference: 'PO-4711' };
  await submit(app, shop.buyer, await aDraft(app, shop, shop.buyer, 1, head));
  const again = await aDraft(app, shop, shop.buyer, 1, head);
  expect(await refusals(app, shop.buyer, 'orderSubmit', 'OrderStepInput', step(again))).toEqual(['REFERENCE_USED']);
});

it('every line has its own promise, and the day asked for stays whatever is promised', async () => {
  const stocked = await aStockedShop();
  const line = (requestedOn: string) => ({ itemId: toGlobalId('itm', stocked.item.id), quantity: '1', requestedOn });
  const draft = await aDraft(app, stocked, stocked.buyer, 1, { lines: [line(late), line('2099-03-01')] });
  const order = await confirm(app, stocked.seller, await submit(app, stocked.buyer, draft));
  expect(order.lines.map(({ confirmedOn }) => confirmedOn)).toEqual([late, '2099-03-01']);
  const [first] = order.lines;
  const promised = await onOrder(app, stocked.seller, 'orderLinePromise', {
    idempotencyKey: aKey(),
    lineId: first?.id,
    promisedOn: '2099-01-20',
    note: 'Supplier is late',
  });
  expect(promised.lines.map(({ requestedOn, confirmedOn }) => [requestedOn, confirmedOn])).toEqual([
    [late, '2099-01-20'],
    ['2099-03-01', '2099-03-01'],
  ]);
  const { salesOrder } = await app.ask<{ salesOrder: { lines: { promises: object[] }[] } }>(
    stocked.buyer,
    `query($id: ID!) { salesOrder(id: $id) { lines { promises { kind version previousOn promisedOn cause } } } }`,
    { id: order.id },
  );
  expect(salesOrder.lines[0]?.promises).toEqual([
    { kind: 'CONFIRMED', version: 1, previousOn: null, promisedOn: late, cause: 'FIRST_PROMISE' },
    { kind: 'ESTIMATED', version: 1, previousOn: null, promisedOn: late, cause: 'FIRST_PROMISE' },
    { kind: 'CONFIRMED', version: 2, previousOn: late, promisedOn: '2099-01-20', cause: 'STAFF' },
  ]);
});

it('the customer changes and cancels until the cut-off, the staff also after it', async () => {
  const due = await aConfirmedOrder(app, shop, 4);
  expect(due.lines[0]?.isChangeable).toBe(true);
  const lateForCustomer = await onOrder(app, shop.seller, 'orderLinePromise', {
    idempotencyKey: aKey(),
    lineId: due.lines[0]?.id,
    promisedOn: new Date().toISOString().slice(0, 10),
  });
  const asCustomer = await seen(app, shop.buyer, due);
  expect(asCustomer.lines[0]?.isChangeable).toBe(false);
  expect(asCustomer.allowedActions).not.toContain('sales.order.cancel');
  expect(await refusals(app, shop.buyer, 'orderCancel', 'OrderReasonInput', reasoned(lateForCustomer))).toEqual([
    'CUT_OFF_PASSED',
  ]);
  const cancelled = await onOrder(app, shop.seller, 'orderCancel', reasoned(lateForCustomer), 'OrderReasonInput');
  expect(cancelled).toMatchObject({ state: 'CANCELLED', total: { amount: '0' } });
});

it('a customer cancelling before the cut-off gives the stock back', async () => {
  await inStock(app, shop, 3);
  const order = await aConfirmedOrder(app, shop, 3);
  expect(order.lines[0]?.allocatedQuantity.value).toBe('3');
  await onOrder(app, shop.buyer, 'orderCancel', reasoned(order), 'OrderReasonInput');
  await app.deliver();
  expect((await seen(app, shop.seller, order)).lines[0]?.allocatedQuantity.value).toBe('0');
});

it('a changed day ends the line and opens another; less is less; more is a further line', async () => {
  const stocked = await aStockedShop();
  const order = await aConfirmedOrder(app, stocked, 10, { requestedOn: late });
  const [line] = order.lines;
  const more = { ...reasoned(order), lines: [{ lineId: line?.id, quantity: '11' }] };
  expect(await refusals(app, stocked.buyer, 'orderChange', 'OrderChangeInput', more)).toEqual(['MORE_THAN_ORDERED']);
  const changed = await onOrder(app, stocked.buyer, 'orderChange', {
    ...reasoned(order),
    lines: [{ lineId: line?.id, quantity: '8', requestedOn: '2099-02-01' }],
    addedLines: [{ itemId: toGlobalId('itm', stocked.item.id), quantity: '2', requestedOn: late }],
  });
  expect(
    changed.lines.map((one) => [one.quantity.value, one.openQuantity.value, one.requestedOn, one.originKind]),
  ).toEqual([
    ['10', '0', late, null],
    ['8', '8', '2099-02-01', 'SPLIT'],
    ['2', '2', late, null],
  ]);
  expect(changed.total.amount).toBe('100');
  await app.deliver();
  const served = await seen(app, stocked.buyer, order);
  expect(served.lines.map(({ confirmedOn }) => confirmedOn)).toEqual([late, '2099-02-01', late]);
});

it('without credit an order waits, and only finance lets it go', async () => {
  const poor = await aShop(app, {}, { creditLimit: new Decimal(80) });
  await inStock(app, poor, 20);
  const first = await aConfirmedOrder(app, poor, 5);
  expect(first.state).toBe('CONFIRMED');
  const second = await aConfirmedOrder(app, poor, 5);
  expect(second).toMatchObject({ state: 'ON_HOLD', holdKind: 'CREDIT' });
  expect(second.lines[0]).toMatchObject({ allocatedQuantity: { value: '0' }, stage: 'PROMISED' });
  expect(await refusals(app, poor.seller, 'orderRelease', 'OrderStepInput', step(second))).toEqual([
    'CREDIT_HOLD_IS_FINANCES',
  ]);
  const released = await onOrder(app, poor.finance, 'orderRelease', step(second), 'OrderStepInput');
  expect(released).toMatchObject({ state: 'CONFIRMED', holdKind: null });
  expect(released.lines[0]?.allocatedQuantity.value).toBe('5');
});

it('what cannot be served yet is backordered, and served when stock comes', async () => {
  const fresh = await aShop(app);
  await inStock(app, fresh, 2);
  const order = await aConfirmedOrder(app, fresh, 5);
  expect(order.lines[0]).toMatchObject({ allocatedQuantity: { value: '2' }, isBackordered: true });
  await inStock(app, fresh, 10);
  await app.deliver();
  expect((await seen(app, fresh.seller, order)).lines[0]).toMatchObject({
    allocatedQuantity: { value: '5' },
    isBackordered: false,
  });
});

it('what is due beyond the horizon waits, and is served on the night it comes within', async () => {
  const early = await aStockedShop();
  const order = await aConfirmedOrder(app, early, 5, { requestedOn: late });
  expect(order.lines[0]).toMatchObject({ allocatedQuantity: { value: '0' } });
  await dailyAllocation.allocate(app.database);
  expect((await seen(app, early.seller, order)).lines[0]).toMatchObject({ allocatedQuantity: { value: '0' } });
  await app.owner.query('update sales_order_line set confirmed_on = current_date + 29 where order_id = $1', [
    localKey(order.id),
  ]);
  await dailyAllocation.allocate(app.database);
  expect((await seen(app, early.seller, order)).lines[0]).toMatchObject({ allocatedQuantity: { value: '5' } });
});

it('a submitted order confirms by itself where the terms say so', async () => {
  const quick = await aShop(app, {}, { confirmsAtOnce: true });
  const placed = await submit(app, quick.buyer, await aDraft(app, quick, quick.buyer));
  await app.deliver();
  expect((await seen(app, quick.buyer, placed)).state).toBe('CONFIRMED');
});

it("nobody sees or touches another customer's order, and nobody sees our draft for them", async () => {
  const order = await aConfirmedOrder(app, shop, 1);
  const stranger = await anActor(app, await anOrganisation(app, 'customer'), 'CUSTOMER_ADMIN');
  expect(await seen(app, stranger, order)).toBeNull();
  expect(await refusals(app, stranger, 'orderCancel', 'OrderReasonInput', reasoned(order))).toEqual(['NOT_FOUND']);
  expect(
    await refusals(app, stranger, 'orderReorder', 'OrderReorderInput', { idempotencyKey: aKey(), orderId: order.id }),
  ).toEqual(['NOT_FOUND']);
  const ours = await aDraft(app, shop, shop.seller);
  expect(await seen(app, shop.buyer, ours)).toBeNull();
  expect(await seen(app, shop.buyer, await confirm(app, shop.seller, ours))).toMatchObject({ state: 'CONFIRMED' });
});

it('a customer sets no price, and orders for itself alone', async () => {
  const other = await anOrganisation(app, 'customer');
  const lines = [{ itemId: toGlobalId('itm', shop.item.id), quantity: '1' }];
  const forOther = { idempotencyKey: aKey(), customerId: toGlobalId('org', other.id), lines };
  expect(await refusals(app, shop.buyer, 'orderDraftCreate', 'OrderDraftCreateInput', forOther)).toEqual(['NOT_FOUND']);
  const draft = await onOrder(app, shop.buyer, 'orderDraftCreate', {
    idempotencyKey: aKey(),
    customerId: toGlobalId('org', shop.customer.id),
    freight: '7',
    lines: [{ itemId: toGlobalId('itm', shop.item.id), quantity: '1', unitPrice: '0.01', discount: '0.9' }],
  });
  expect(draft.total.amount).toBe('10');
  expect((await seen(app, shop.buyer, draft)).id).toBe(draft.id);
});

it('a held order gives its stock back, a closed one ends what is open', async () => {
  await inStock(app, shop, 4);
  const order = await aConfirmedOrder(app, shop, 4);
  const held = await onOrder(app, shop.seller, 'orderHold', reasoned(order), 'OrderReasonInput');
  await app.deliver();
  expect((await seen(app, shop.seller, held)).lines[0]?.allocatedQuantity.value).toBe('0');
  const released = await onOrder(app, shop.seller, 'orderRelease', step(held), 'OrderStepInput');
  const closed = await onOrder(app, shop.seller, 'orderClose', reasoned(released), 'OrderReasonInput');
  expect(closed).toMatchObject({ state: 'CLOSED' });
  expect(closed.lines[0]).toMatchObject({ openQuantity: { value: '0' }, cancelledQuantity: { value: '4' } });
});
