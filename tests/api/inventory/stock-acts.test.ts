import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId, toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import { aLocation, someStock } from '../../support/factories/inventory.ts';

let app: TestApp;
let company: Organisation;
let alpine: Organisation;
let keeper: Actor;
let planner: Actor;
let siteId: string;
let storage: string;

beforeAll(async () => {
  app = await TestApp.start();
  company = await anOrganisation(app, 'company');
  alpine = await anOrganisation(app, 'supplier');
  keeper = await anActor(app, company, 'WAREHOUSE');
  planner = await anActor(app, alpine, 'SUPPLIER_PLANNER');
  siteId = await aSite(app);
  storage = await aLocation(app, siteId);
});
afterAll(() => app.close());

const id = (prefix: string, key: string) => toGlobalId(prefix, key);
const acts = {
  stockAdjust: 'StockAdjustInput',
  stockTransfer: 'StockTransferInput',
  stockIssue: 'StockIssueInput',
  stockScrap: 'StockScrapInput',
  stockChangeStatus: 'StockChangeStatusInput',
};
type Act = keyof typeof acts;
interface Moved {
  move: {
    id: string;
    reason: string;
    quantity: { value: string };
    from: { kind: string };
    to: { kind: string };
  } | null;
  userErrors: {
    __typename: string;
    code: string;
    path: string[];
    available?: { value: string; unit: string };
  }[];
}
const documentOf = (act: Act) =>
  `mutation ($input: ${acts[act]}!) { ${act}(input: $input) {
     move { id reason quantity { value unit } from { kind } to { kind } fromStatus toStatus recordedBy isReversed }
     userErrors { __typename code path ... on InsufficientStock { available { value unit } nextAvailableOn } } } }`;
const run = async (act: Act, input: object, actor = keeper): Promise<Moved> => {
  const { data, errors } = await app.run<Record<string, Moved>>(actor, documentOf(act), {
    input: { idempotencyKey: newId(), ...input },
  });
  if (errors) throw errors[0] as Error;
  return data[act] as Moved;
};
const stocked = async (quantity: number, values = {}) => {
  const item = await anItem(app, values);
  if (quantity > 0) await someStock(app, { itemId: item.id, siteId, ownerId: company.id, quantity });
  return { item, at: { itemId: id('itm', item.id), locationId: id('loc', storage) } };
};

it('adjusts, transfers, issues, scraps and blocks, each by one move', async () => {
  const { item, at } = await stocked(0);
  const quarantine = id('loc', await aLocation(app, siteId, 'QUARANTINE'));
  expect((await run('stockAdjust', { ...at, change: '20', note: 'found' })).move).toMatchObject({
    reason: 'ADJUSTMENT',
    quantity: { value: '20', unit: 'EA' },
    from: { kind: 'ADJUSTMENT' },
    to: { kind: 'STORAGE' },
    recordedBy: keeper.name,
  });
  expect((await run('stockAdjust', { ...at, change: '-1.5', note: 'lost' })).move).toMatchObject({
    to: { kind: 'ADJUSTMENT' },
  });
  expect((await run('stockTransfer', { ...at, toLocationId: quarantine, quantity: '4' })).move).toMatchObject({
    to: { kind: 'QUARANTINE' },
  });
  expect((await run('stockIssue', { ...at, quantity: '3' })).move).toMatchObject({
    to: { kind: 'PRODUCTION' },
  });
  expect((await run('stockIssue', { ...at, quantity: '1', to: 'CUSTOMER' })).move).toMatchObject({
    to: { kind: 'CUSTOMER' },
  });
  expect(
    (await run('stockChangeStatus', { ...at, quantity: '2', status: 'UNRESTRICTED', toStatus: 'BLOCKED' })).move,
  ).toMatchObject({ toStatus: 'BLOCKED' });
  expect((await run('stockScrap', { ...at, quantity: '2', status: 'BLOCKED', note: 'rust' })).move).toMatchObject({
    to: { kind: 'SCRAP' },
  });
  const found = await app.ask<{ item: { stock: object[] } }>(
    keeper,
    'query ($id: ID!) { item(id: $id) { stock { onHand { value unit } available { value } blocked { value } quality { value } } } }',
    { id: id('itm', item.id) },
  );
  expect(found.item.stock).toEqual([
    {
      onHand: { value: '12.5', unit: 'EA' },
      available: { value: '12.5' },
      blocked: { value: '0' },
      quality: { value: '0' },
    },
  ]);
});

it('answers a shortage with what is available', async () => {
  const { at } = await stocked(3);
  expect((await run('stockIssue', { ...at, quantity: '4' })).userErrors).toEqual([
    {
      __typename: 'InsufficientStock',
      code: 'INSUFFICIENT_STOCK',
      path: ['input', 'quantity'],
      available: { value: '3', unit: 'EA' },
      nextAvailableOn: null,
    },
  ]);
});

it('does a repeated request once', async () => {
  const { at } = await stocked(10);
  const input = { ...at, quantity: '4', idempotencyKey: newId() };
  const [first, second] = [await run('stockIssue', input), await run('stockIssue', input)];
  expect(second.move?.id).toBe(first.move?.id);
  expect((await run('stockIssue', { ...input, quantity: '5' })).userErrors[0]?.code).toBe('IDEMPOTENCY_CONFLICT');
  expect((await run('stockIssue', { ...at, quantity: '6' })).userErrors).toEqual([]);
});

const unknown = '0198c5c60000700080000000000000ff';
it.each<[string, Act, object, string, string[]]>([
  ['an unknown item', 'stockIssue', { itemId: `itm_${unknown}` }, 'NOT_FOUND', ['input', 'itemId']],
  ['an unknown location', 'stockIssue', { locationId: `loc_${unknown}` }, 'NOT_FOUND', ['input', 'locationId']],
  [
    'the id of another kind of thing',
    'stockIssue',
    { locationId: `itm_${unknown}` },
    'NOT_FOUND',
    ['input', 'locationId'],
  ],
  ['an unknown owner', 'stockTransfer', { ownerId: `org_${unknown}` }, 'NOT_FOUND', ['input', 'ownerId']],
  ['a place that holds no stock', 'stockTransfer', { virtual: true }, 'NO_PLACE_FOR_STOCK', ['input', 'locationId']],
  ['nothing to move', 'stockIssue', { quantity: '0' }, 'QUANTITY_NOT_POSITIVE', ['input', 'quantity']],
  ['an adjustment without a reason', 'stockAdjust', { change: '1' }, 'REASON_MISSING', ['input', 'note']],
  ['scrap without a reason', 'stockScrap', {}, 'REASON_MISSING', ['input', 'note']],
  [
    'the status it already has',
    'stockChangeStatus',
    { status: 'BLOCKED', toStatus: 'BLOCKED', blocked: true },
    'MOVE_GOES_NOWHERE',
    ['input'],
  ],
])('refuses %s', async (_what, act, wrong, code, path) => {
  const { item, at } = await stocked(5);
  const { virtual, blocked, ...rest } = wrong as { virtual?: boolean; blocked?: boolean };
  if (blocked) await someStock(app, { itemId: item.id, siteId, ownerId: company.id, quantity: 5, status: 'BLOCKED' });
  const to = virtual ? await aLocation(app, siteId, 'SCRAP') : await aLocation(app, siteId, 'RECEIVING');
  const amount = act === 'stockAdjust' ? {} : { quantity: '1' };
  const target = act === 'stockTransfer' ? { toLocationId: id('loc', to) } : {};
  expect((await run(act, { ...at, ...amount, ...target, ...rest })).userErrors[0]).toMatchObject({
    code,
    path,
  });
});

it('reverses what a person did, and leaves what a document did to the document', async () => {
  const { item, at } = await stocked(5);
  const issued = (await run('stockIssue', { ...at, quantity: '5' })).move?.id;
  const reverse =
    'mutation ($input: StockReverseInput!) { stockReverse(input: $input) { move { reason reversesId } userErrors { code } } }';
  const ask = (moveId: unknown, note = 'mistake') =>
    app.run<{ stockReverse: { move: object; userErrors: { code: string }[] } }>(keeper, reverse, {
      input: { moveId, note, idempotencyKey: newId() },
    });
  expect((await ask(issued)).data.stockReverse.move).toEqual({ reason: 'REVERSAL', reversesId: issued });
  expect((await ask(issued)).data.stockReverse.userErrors).toEqual([{ code: 'ALREADY_REVERSED' }]);
  const move = await someStock(app, { itemId: item.id, siteId, ownerId: company.id, quantity: 1 });
  await app.owner.query(`update inventory_stock_move set document_type = 'Receipt', document_id = id where id = $1`, [
    move.id,
  ]);
  expect((await ask(id('smv', move.id))).data.stockReverse.userErrors).toEqual([{ code: 'MOVE_BELONGS_TO_DOCUMENT' }]);
  expect((await ask(`smv_${unknown}`)).data.stockReverse.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
});

it.each([...Object.keys(acts), 'stockReverse'])('refuses %s to buyers, and hides it from suppliers', async (act) => {
  const buyer = await anActor(app, company, 'BUYER');
  const { at } = await stocked(1);
  const rest = {
    stockAdjust: { change: '1' },
    stockTransfer: { quantity: '1', toLocationId: at.locationId },
    stockChangeStatus: { quantity: '1', status: 'QUALITY', toStatus: 'BLOCKED' },
  };
  const input =
    act === 'stockReverse'
      ? { idempotencyKey: newId(), moveId: `smv_${unknown}`, note: 'x' }
      : { idempotencyKey: newId(), ...at, ...(rest[act as keyof typeof rest] ?? { quantity: '1' }) };
  const document =
    act === 'stockReverse'
      ? 'mutation ($input: StockReverseInput!) { stockReverse(input: $input) { userErrors { code } } }'
      : documentOf(act as Act);
  expect((await app.run(buyer, document, { input })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  expect((await app.run(planner, document, { input })).errors?.length).toBeGreaterThan(0);
});
