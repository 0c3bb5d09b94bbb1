import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { BuyerLimit } from '../../../server/src/modules/sales/terms/buyer-limit.entity.ts';
import { TestApp, type TestServer } from '../../support/app.ts';
import { signedIn } from '../../support/factories/identity.ts';
import {
  aDraft,
  aKey,
  aShop,
  onOrder,
  ORDER,
  refusals,
  step,
  submit,
  type OrderSeen,
  type Shop,
} from '../../support/factories/sales.ts';

let app: TestApp;
let server: TestServer;
let shop: Shop;

beforeAll(async () => {
  app = await TestApp.start();
  server = await app.listen();
});
beforeEach(async () => {
  shop = await aShop(app);
});
afterAll(() => app.close());

const limit = (orderLimit: number) =>
  app.prepare(({ em }) => {
    const row = { customerId: shop.customer.id, orderLimit: new Decimal(orderLimit) };
    return Promise.resolve(em.persist(Object.assign(new BuyerLimit(), row)));
  });

it('above the limit of the buyer somebody else of the customer approves, never the one who ordered', async () => {
  await limit(40);
  const small = await submit(app, shop.buyer, await aDraft(app, shop, shop.buyer, 4));
  expect(small.state).toBe('SUBMITTED');
  const large = await submit(app, shop.buyer, await aDraft(app, shop, shop.buyer, 5));
  expect(large.state).toBe('AWAITING_CUSTOMER_APPROVAL');
  expect(await refusals(app, shop.buyer, 'orderApprove', 'OrderStepInput', step(large))).toEqual(['NOT_YOUR_APPROVAL']);
  expect(await refusals(app, shop.seller, 'orderConfirm', 'OrderStepInput', step(large))).toEqual([
    'NOT_IN_THIS_STATE',
  ]);
  const approved = await onOrder(app, shop.boss, 'orderApprove', step(large), 'OrderStepInput');
  expect(approved.state).toBe('SUBMITTED');
});

/** Orders over the network with a key, as the customer's own system does. */
async function byKey(
  quantity: number,
  unitPrice?: number,
): Promise<{ order: OrderSeen; approve: () => Promise<unknown> }> {
  const admin = await signedIn(app, shop.boss);
  const made = await app.ask<{ apiKeyCreate: { secret: string } }>(
    admin,
    'mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { secret userErrors { code } } }',
    {
      input: {
        idempotencyKey: aKey(),
        name: 'Ordering',
        days: 30,
        scopes: ['sales.order.draft', 'sales.order.submit', 'sales.order.approve'],
      },
    },
  );
  const ask = async (
    query: string,
    input: object,
  ): Promise<Record<string, { order: OrderSeen; userErrors: unknown[] }>> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${made.apiKeyCreate.secret}` },
      body: JSON.stringify({ query, variables: { input } }),
    });
    const { data, errors } = (await response.json()) as { data: never; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  };
  if (unitPrice !== undefined)
    await app.owner.query(`update catalog_item set list_price = $2 where id = $1`, [shop.item.id, unitPrice]);
  const shows = `order { ${ORDER} origin } userErrors { code }`;
  const { orderDraftCreate } = await ask(
    `mutation($input: OrderDraftCreateInput!) { orderDraftCreate(input: $input) { ${shows} } }`,
    { idempotencyKey: aKey(), lines: [{ itemId: toGlobalId('itm', shop.item.id), quantity: String(quantity) }] },
  );
  const draft = orderDraftCreate?.order as OrderSeen;
  const { orderSubmit } = await ask(
    `mutation($input: OrderStepInput!) { orderSubmit(input: $input) { ${shows} } }`,
    step(draft),
  );
  const order = orderSubmit?.order as OrderSeen;
  return {
    order,
    approve: async () =>
      (await ask(`mutation($input: OrderStepInput!) { orderApprove(input: $input) { ${shows} } }`, step(order)))[
        'orderApprove'
      ]?.userErrors,
  };
}

it('a key orders within what holds for everybody of its customer, and never approves', async () => {
  await limit(40);
  expect((await byKey(4)).order).toMatchObject({ state: 'SUBMITTED', origin: 'API' });
  const above = await byKey(5);
  expect(above.order.state).toBe('AWAITING_CUSTOMER_APPROVAL');
  expect(await above.approve()).toEqual([{ code: 'NOT_YOUR_APPROVAL' }]);
  const approved = await onOrder(app, shop.boss, 'orderApprove', step(above.order), 'OrderStepInput');
  expect(approved.state).toBe('SUBMITTED');
});

it('where nothing holds for everybody, a key orders without asking, as people do', async () => {
  expect((await byKey(500)).order.state).toBe('SUBMITTED');
});

it('what costs nothing needs nobody, even where nothing may be ordered alone', async () => {
  await limit(0);
  expect((await byKey(3, 0)).order).toMatchObject({ state: 'SUBMITTED', total: { amount: '0' } });
  expect((await byKey(3, 0.01)).order.state).toBe('AWAITING_CUSTOMER_APPROVAL');
});
