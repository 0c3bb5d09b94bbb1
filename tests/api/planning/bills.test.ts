import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';

interface Saved {
  billSave: {
    bill: { id: string; version: number; components: { position: number; item: { sku: string } }[] } | null;
    userErrors: { code: string; message: string; path: string[] }[];
  };
}
type Part = { itemId: string; quantity: string; [more: string]: unknown };

let app: TestApp;
let planner: Actor;
let buyer: Actor;
const ids = new Map<string, string>();
const item = (sku: string) => ids.get(sku) ?? '';

beforeAll(async () => {
  app = await TestApp.start();
  const company = await anOrganisation(app, 'company');
  planner = await anActor(app, company, 'PLANNER');
  buyer = await anActor(app, company, 'BUYER');
  await aSite(app);
  for (const sku of ['BIKE', 'WHEEL', 'RIM', 'SPOKE', 'KIT', 'BOLT'])
    ids.set(sku, toGlobalId('itm', (await anItem(app, { sku })).id));
});
afterAll(() => app.close());

const save = async (sku: string, parts: readonly Part[], more: Record<string, unknown> = {}, actor = planner) => {
  const { data } = await app.run<Saved>(
    actor,
    'mutation ($input: BillSaveInput!) { billSave(input: $input) { bill { id version components { position item { sku } } } userErrors { code message path } } }',
    { input: { itemId: item(sku), components: parts, ...more } },
  );
  return data?.billSave;
};
const part = (sku: string, quantity: string, more: Record<string, unknown> = {}): Part => ({
  itemId: item(sku),
  quantity,
  ...more,
});

it('keeps a bill, and makes what has one', async () => {
  const saved = await save('BIKE', [part('WHEEL', '2'), part('KIT', '1', { isPhantom: true })]);
  expect(saved).toMatchObject({
    bill: {
      components: [
        { position: 1, item: { sku: 'WHEEL' } },
        { position: 2, item: { sku: 'KIT' } },
      ],
    },
    userErrors: [],
  });
  await save('WHEEL', [part('RIM', '1'), part('SPOKE', '32', { scrap: '0.02' })]);
  await save('KIT', [part('BOLT', '8'), part('SPOKE', '1')]);
  expect(await app.owner.query(`select supply from catalog_item where sku in ('BIKE', 'WHEEL', 'KIT')`)).toEqual([
    { supply: 'MAKE' },
    { supply: 'MAKE' },
    { supply: 'MAKE' },
  ]);
});

it('refuses a bill that would contain itself, and names the way round', async () => {
  const refused = await save('RIM', [part('BIKE', '1')]);
  expect(refused?.bill).toBeNull();
  expect(refused?.userErrors).toMatchObject([{ code: 'BILL_LOOPS', path: ['input', 'components'] }]);
  expect(refused?.userErrors[0]?.message).toBe('The bill would contain itself: RIM > BIKE > WHEEL > RIM');
  expect(await save('SPOKE', [part('SPOKE', '1')])).toMatchObject({ userErrors: [{ code: 'BILL_LOOPS' }] });
  expect(await app.owner.query(`select count(*)::int as n from planning_bill`)).toEqual([{ n: 3 }]);
});

it('explodes a quantity over all levels, summing a part wherever it stands', async () => {
  const { itemExplosion } = await app.ask<{
    itemExplosion: {
      rows: { level: number; sku: string; total: { value: string } }[];
      totals: { sku: string; isLeaf: boolean; total: { value: string } }[];
    };
  }>(
    planner,
    'query ($itemId: ID!) { itemExplosion(itemId: $itemId, quantity: "10") { rows { level sku total { value } } totals { sku isLeaf total { value } } } }',
    { itemId: item('BIKE') },
  );
  expect(itemExplosion.rows.map(({ level, sku, total }) => `${level} ${sku} ${total.value}`)).toEqual([
    '1 WHEEL 20',
    '2 RIM 20',
    '2 SPOKE 640',
    '1 KIT 10',
    '2 BOLT 80',
    '2 SPOKE 10',
  ]);
  expect(itemExplosion.totals.find(({ sku }) => sku === 'SPOKE')).toEqual({
    sku: 'SPOKE',
    isLeaf: true,
    total: { value: '650' },
  });
});

it('tells where a part is used, up to what is sold', async () => {
  const { itemWhereUsed } = await app.ask<{
    itemWhereUsed: { rows: { level: number; sku: string; isLast: boolean }[] };
  }>(planner, 'query ($itemId: ID!) { itemWhereUsed(itemId: $itemId) { rows { level sku isLast } } }', {
    itemId: item('SPOKE'),
  });
  expect(itemWhereUsed.rows.map(({ level, sku, isLast }) => [level, sku, isLast])).toEqual(
    expect.arrayContaining([
      [1, 'WHEEL', false],
      [2, 'BIKE', true],
      [1, 'KIT', false],
    ]),
  );
});

it('leaves out what is not valid on the day', async () => {
  await save('BOLT', [part('SPOKE', '1', { validTo: '2020-12-31' })]);
  const below = async (on: string) =>
    (
      await app.ask<{ itemExplosion: { rows: unknown[] } }>(
        planner,
        'query ($itemId: ID!, $on: Date) { itemExplosion(itemId: $itemId, on: $on) { rows { sku } } }',
        { itemId: item('BOLT'), on },
      )
    ).itemExplosion.rows;
  expect(await below('2020-12-31')).toEqual([{ sku: 'SPOKE' }]);
  expect(await below('2021-01-01')).toEqual([]);
});

it.each([
  ['NOTHING_IN_BILL', () => save('RIM', [])],
  ['AMOUNT_NOT_POSITIVE', () => save('RIM', [part('BOLT', '0')])],
  ['INVALID_FRACTION', () => save('RIM', [part('BOLT', '1', { scrap: '1' })])],
  ['VALIDITY_REVERSED', () => save('RIM', [part('BOLT', '1', { validFrom: '2026-02-01', validTo: '2026-01-01' })])],
  ['DUPLICATE_BILL', () => save('BIKE', [part('BOLT', '1')])],
  [
    'NOT_FOUND',
    () => save('RIM', [{ itemId: toGlobalId('itm', '00000000-0000-7000-8000-000000000000'), quantity: '1' }]),
  ],
])('refuses %s', async (code, attempt) => {
  expect(await attempt()).toMatchObject({ bill: null, userErrors: [{ code }] });
});

it('refuses an edit of an old version, and anybody but planners', async () => {
  const { bills } = await app.ask<{ bills: { nodes: { id: string; version: number }[] } }>(
    planner,
    'query ($itemId: ID!) { bills(first: 1, itemId: $itemId) { nodes { id version } } }',
    { itemId: item('WHEEL') },
  );
  const known = bills.nodes[0];
  const again = (expectedVersion: number | undefined) =>
    save('WHEEL', [part('RIM', '1')], { id: known?.id, expectedVersion });
  expect(await again((known?.version ?? 0) + 1)).toMatchObject({ userErrors: [{ code: 'STALE_OBJECT' }] });
  expect(await again(known?.version)).toMatchObject({ userErrors: [] });
  const { errors } = await app.run(
    buyer,
    'mutation ($input: BillSaveInput!) { billSave(input: $input) { userErrors { code } } }',
    { input: { itemId: item('RIM'), components: [part('BOLT', '1')] } },
  );
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});
