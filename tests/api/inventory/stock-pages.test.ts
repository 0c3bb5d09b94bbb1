import { afterAll, beforeAll, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { newId, toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import { stockSharing } from '../../../server/src/modules/inventory/sharing/stock-sharing.service.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite, aSupplierItem } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import { aLocation, someStock } from '../../support/factories/inventory.ts';

let app: TestApp;
let company: Organisation;
let alpine: Organisation;
let baltic: Organisation;
let keeper: Actor;
let planner: Actor;
let siteId: string;
let storage: string;

beforeAll(async () => {
  app = await TestApp.start();
  company = await anOrganisation(app, 'company');
  alpine = await anOrganisation(app, 'supplier');
  baltic = await anOrganisation(app, 'supplier');
  keeper = await anActor(app, company, 'WAREHOUSE');
  planner = await anActor(app, alpine, 'SUPPLIER_PLANNER');
  siteId = await aSite(app);
  storage = await aLocation(app, siteId);
});
afterAll(() => app.close());

const id = (prefix: string, key: string) => toGlobalId(prefix, key);
const stocked = async (quantity: number, values = {}) => {
  const item = await anItem(app, values);
  if (quantity > 0) await someStock(app, { itemId: item.id, siteId, ownerId: company.id, quantity });
  return { item, at: { itemId: id('itm', item.id), locationId: id('loc', storage) } };
};

interface StockPage {
  stock: {
    nodes: { item: { sku: string }; isBelowReorderPoint: boolean; value: { amount: string } | null }[];
    totalCount: number;
  };
}
it('lists stock per item and site, below its reorder point or not, in one statement', async () => {
  const reorderPoint = new Decimal(10);
  const named = (nameEn: string) => ({ nameEn, reorderPoint, standardCost: new Decimal('2.5') });
  const [low, exact] = [await stocked(9, named('Washer low')), await stocked(10, named('Washer exact'))];
  await stocked(0, named('Washer never stocked'));
  await someStock(app, { itemId: low.item.id, siteId, ownerId: alpine.id, quantity: '0.5' });
  const document = `query ($below: Boolean) { stock(first: 10, search: "Washer", belowReorderPoint: $below) { totalCount nodes {
    item { sku name } site { code } onHand { value } reorderPoint { value } safetyStock { value } isBelowReorderPoint value { amount currency } } } }`;
  let page!: StockPage;
  const seen = await app.statements(async () => (page = await app.ask<StockPage>(keeper, document)));
  expect(seen).toHaveLength(1);
  expect(page.stock.nodes).toMatchObject([
    {
      item: { sku: low.item.sku },
      onHand: { value: '9.5' },
      isBelowReorderPoint: true,
      value: { amount: '22.5', currency: 'USD' },
    },
    { item: { sku: exact.item.sku }, onHand: { value: '10' }, isBelowReorderPoint: false },
  ]);
  const skus = async (below: boolean) =>
    (await app.ask<StockPage>(keeper, document, { below })).stock.nodes.map(({ item }) => item.sku);
  expect([await skus(true), await skus(false)]).toEqual([[low.item.sku], [exact.item.sku]]);
});

it('lists balances and the ledger by item, site, reason and time, each in one statement', async () => {
  const { item, at } = await stocked(10);
  await app.ask(
    keeper,
    'mutation ($input: StockIssueInput!) { stockIssue(input: $input) { move { id } userErrors { message } } }',
    { input: { ...at, quantity: '1', idempotencyKey: newId() } },
  );
  const [itemId, site] = [id('itm', item.id), id('sit', siteId)];
  const ask = async <T>(document: string): Promise<T> => {
    let answer!: T;
    expect(await app.statements(async () => (answer = await app.ask<T>(keeper, document)))).toHaveLength(1);
    return answer;
  };
  const moves = (more: string) =>
    ask<{ stockMoves: { nodes: { reason: string }[]; totalCount: number } }>(
      `{ stockMoves(first: 5, itemId: "${itemId}", siteId: "${site}"${more}) { totalCount nodes { reason movedAt from { code site { code } } fromOwner { name } } } }`,
    );
  expect((await moves('')).stockMoves.nodes.map(({ reason }) => reason)).toEqual(['ISSUE', 'OPENING']);
  expect((await moves(', reason: ISSUE')).stockMoves.totalCount).toBe(1);
  expect((await moves(', from: "2999-01-01T00:00:00Z"')).stockMoves.totalCount).toBe(0);
  expect((await moves(', documentType: "Receipt"')).stockMoves.totalCount).toBe(0);
  const { stockBalances } = await ask<{ stockBalances: { nodes: object[] } }>(
    `{ stockBalances(first: 5, itemId: "${itemId}", ownerId: "${id('org', company.id)}", status: UNRESTRICTED) { nodes { status lot onHand { value } location { code } owner { name } item { stock(siteId: "${site}") { onHand { value } } elsewhere: stock(siteId: "sit_0198c5c60000700080000000000000ff") { id } } } } }`,
  );
  expect(stockBalances.nodes).toMatchObject([
    {
      status: 'UNRESTRICTED',
      onHand: { value: '9' },
      item: { stock: [{ onHand: { value: '9' } }], elsewhere: [] },
    },
  ]);
});

it('shows a supplier the stock that is shared with it and its own, and never another one', async () => {
  const { item } = await stocked(7);
  await aSupplierItem(app, alpine.id, item.id);
  await someStock(app, { itemId: item.id, siteId, ownerId: alpine.id, quantity: 20 });
  await someStock(app, { itemId: item.id, siteId, ownerId: baltic.id, quantity: 300 });
  const [foreign] = await app.owner.query<{ id: string }>(
    'select id from inventory_stock_balance where owner_id = $1 and item_id = $2',
    [baltic.id, item.id],
  );
  const document = `query ($item: ID!, $foreign: ID!, $owner: ID!) {
    stock(first: 9, itemId: $item) { totalCount nodes { onHand { value } } }
    stockBalances(first: 9, itemId: $item) { totalCount nodes { onHand { value } } }
    asked: stockBalances(first: 9, ownerId: $owner) { totalCount }
    node(id: $foreign) { id } item(id: $item) { stock { onHand { value } available { value } } } }`;
  const variables = {
    item: id('itm', item.id),
    foreign: id('sba', foreign?.id ?? ''),
    owner: id('org', baltic.id),
  };
  interface Seen {
    stock: { nodes: { onHand: { value: string } }[] };
    stockBalances: { totalCount: number };
    asked: { totalCount: number };
    node: null;
    item: { stock: { onHand: { value: string } }[] };
  }
  const look = async () => {
    const seen = await app.ask<Seen>(planner, document, variables);
    expect(seen).toMatchObject({ asked: { totalCount: 0 }, node: null });
    expect(seen.item.stock.map(({ onHand }) => onHand.value)).toEqual(
      seen.stock.nodes.map(({ onHand }) => onHand.value),
    );
    return [seen.stock.nodes[0]?.onHand.value, seen.stockBalances.totalCount];
  };
  expect(await look()).toEqual(['20', 1]);
  const share = { supplierId: alpine.id, itemId: item.id, siteId, ownerId: company.id };
  await app.prepare((work) => stockSharing.grant(work, [share]));
  expect(await look()).toEqual(['27', 2]);
  await app.prepare((work) => stockSharing.revoke(work, [share]));
  expect(await look()).toEqual(['20', 1]);
  expect((await app.run(planner, '{ stockMoves(first: 1) { nodes { id } } }')).errors?.[0]?.message).toContain(
    'Cannot query field',
  );
});

it('keeps stock hidden from customers', async () => {
  const customer = await anActor(app, await anOrganisation(app, 'customer'), 'CUSTOMER_BUYER');
  for (const document of [
    '{ stock(first: 1) { totalCount } }',
    '{ stockBalances(first: 1) { totalCount } }',
    '{ items(first: 1) { nodes { stock { id } } } }',
  ])
    expect((await app.run(customer, document)).errors?.[0]?.message).toContain('Cannot query field');
});
