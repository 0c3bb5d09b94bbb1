import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import { aDraft, aShop, type Shop } from '../../support/factories/sales.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await TestApp.start();
  shop = await aShop(app);
});
afterAll(() => app.close());

interface Saved {
  readonly deliveryAddress: { readonly id: string; readonly version: number } | null;
  readonly userErrors: readonly { readonly code: string }[];
}

const ACT = `mutation($input: DeliveryAddressSaveInput!) { deliveryAddressSave(input: $input) {
  deliveryAddress { id version } userErrors { code } } }`;

const save = async (actor: Actor, input: object): Promise<Saved> => {
  const { data } = await app.run<{ deliveryAddressSave: Saved }>(actor, ACT, { input });
  if (!data) throw new Error('nothing was answered');
  return data.deliveryAddressSave;
};

const placesOf = async (actor: Actor) =>
  (
    await app.ask<{ organisation: { deliveryAddresses: object[] } | null }>(
      actor,
      'query($id: ID!) { organisation(id: $id) { deliveryAddresses { name address isDefault isActive } } }',
      { id: toGlobalId('org', shop.customer.id) },
    )
  ).organisation?.deliveryAddresses;

const shipTo = async (): Promise<string> => {
  const { id } = await aDraft(app, shop, shop.buyer);
  const { salesOrder } = await app.ask<{ salesOrder: { shipTo: string } }>(
    shop.buyer,
    'query($id: ID!) { salesOrder(id: $id) { shipTo } }',
    { id },
  );
  return salesOrder.shipTo;
};

it('the customer keeps its places, one of them the usual one, to which its orders go', async () => {
  const dock = { name: 'Dock', address: 'Quay 3\nTurin\nItaly' };
  const first = await save(shop.boss, { ...dock, isDefault: true });
  expect(await shipTo()).toBe(dock.address);
  const shed = { name: 'Shed', address: 'Lane 1\nMilan\nItaly', isDefault: true };
  await save(shop.seller, { ...shed, customerId: toGlobalId('org', shop.customer.id) });
  expect(await shipTo()).toBe(shed.address);
  expect(await placesOf(shop.buyer)).toEqual([
    { ...shed, isActive: true },
    { ...dock, isDefault: false, isActive: true },
  ]);
  expect((await save(shop.boss, shed)).userErrors).toMatchObject([{ code: 'NAME_USED' }]);
  expect((await save(shop.boss, { name: 'Roof', address: ' ' })).userErrors).toMatchObject([
    { code: 'ADDRESS_MISSING' },
  ]);
  const old = { ...dock, id: first.deliveryAddress?.id, expectedVersion: first.deliveryAddress?.version };
  expect((await save(shop.boss, old)).userErrors).toMatchObject([{ code: 'STALE_OBJECT' }]);
});

it('buyers, strangers and suppliers change none, and none but the customer and the staff sees any', async () => {
  const input = { name: 'Mine', address: 'Here', customerId: toGlobalId('org', shop.customer.id) };
  const stranger = await anActor(app, await anOrganisation(app, 'customer'), 'CUSTOMER_ADMIN');
  const supplier = await anActor(app, await anOrganisation(app, 'supplier'), 'SUPPLIER_ADMIN');
  for (const actor of [shop.buyer, stranger, supplier]) {
    const { data, errors } = await app.run<{ deliveryAddressSave: Saved | null }>(actor, ACT, { input });
    expect(errors?.length ?? data?.deliveryAddressSave?.userErrors.length).toBeGreaterThan(0);
  }
  expect(await placesOf(stranger)).toBeUndefined();
  const rows = await app.owner.query(`select 1 from sales_delivery_address where name = 'Mine'`);
  expect(rows).toHaveLength(0);
});
