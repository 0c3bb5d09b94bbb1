import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { newId, toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import { aLocation, someStock } from '../../support/factories/inventory.ts';

let app: TestApp;
let company: Organisation;
let keeper: Actor;
let siteId: string;
let storage: string;
let items: string[];

beforeAll(async () => {
  app = await TestApp.start();
  company = await anOrganisation(app, 'company');
  keeper = await anActor(app, company, 'WAREHOUSE');
});
beforeEach(async () => {
  siteId = await aSite(app);
  storage = await aLocation(app, siteId);
  items = [(await anItem(app)).id, (await anItem(app)).id, (await anItem(app)).id];
  await stock(0, 10);
  await stock(1, 5);
});
afterAll(() => app.close());

const stock = (index: number, quantity: number) =>
  someStock(app, { itemId: items[index] ?? '', siteId, ownerId: company.id, quantity });
const id = (prefix: string, key = '') => toGlobalId(prefix, key);

interface Line {
  id: string;
  item: { id: string };
  expected: { value: string };
  counted: { value: string } | null;
  difference: { value: string } | null;
}
interface CountAnswer {
  count: {
    id: string;
    number: string;
    state: string;
    version: number;
    allowedActions: string[];
    lines: Line[];
  } | null;
  userErrors: { code: string; path: string[] }[];
}
const run = async (act: 'Open' | 'Record' | 'Post' | 'Cancel', input: object, actor = keeper): Promise<CountAnswer> => {
  const name = `stockCount${act}`;
  const { data, errors } = await app.run<Record<string, CountAnswer>>(
    actor,
    `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
       count { id number state version allowedActions lines { id item { id } expected { value } counted { value } difference { value } } }
       userErrors { code path } } }`,
    { input },
  );
  if (errors) throw errors[0] as Error;
  return data[name] as CountAnswer;
};
const opened = async () => {
  const { count } = await run('Open', { siteId: id('sit', siteId) });
  if (!count) throw new Error('The count was not opened');
  const line = (index: number) => count.lines.find(({ item }) => item.id === id('itm', items[index]))?.id ?? '';
  return { count, line, on: { countId: count.id, expectedVersion: count.version } };
};
const onHand = async (index: number) =>
  (
    await app.owner.query<{ n: string }>(
      'select trim_scale(on_hand)::text as n from inventory_stock_balance where item_id = $1',
      [items[index]],
    )
  )[0]?.n;
const posting = (on: object) => ({ ...on, idempotencyKey: newId() });

it('opens a count with a line for every balance, and counts what is in scope only', async () => {
  const { count } = await opened();
  expect(count).toMatchObject({ state: 'OPEN', number: expect.stringMatching(/^CNT-\d{6}$/) as string });
  expect(count.lines.map(({ expected }) => expected.value).sort()).toEqual(['10', '5']);
  expect(count.allowedActions).toEqual(['inventory.count.record', 'inventory.count.post', 'inventory.count.cancel']);
  const part = await run('Open', { siteId: id('sit', siteId), itemIds: [id('itm', items[1])] });
  expect(part.count?.lines).toHaveLength(1);
});

it('books the difference to what the ledger said when it was counted', async () => {
  const { count, line, on } = await opened();
  const counted = [
    { lineId: line(0), counted: '8' },
    { lineId: line(1), counted: '5' },
  ];
  const recorded = await run('Record', { countId: count.id, lines: counted });
  expect(recorded.count?.lines.map(({ difference }) => difference?.value).sort()).toEqual(['-2', '0']);
  await stock(0, 100);
  const { count: posted } = await run('Post', posting(on));
  expect(posted).toMatchObject({ state: 'POSTED', allowedActions: [] });
  expect([await onHand(0), await onHand(1)]).toEqual(['108', '5']);
  const moves = await app.owner.query(
    'select reason, document_type, trim_scale(quantity)::text as quantity from inventory_stock_move where document_id = (select id from inventory_count where number = $1)',
    [count.number],
  );
  expect(moves).toEqual([{ reason: 'COUNT', document_type: 'StockCount', quantity: '2' }]);
});

it('books what was found where nothing was known', async () => {
  const { count, on } = await opened();
  const found = { itemId: id('itm', items[2]), locationId: id('loc', storage), counted: '3' };
  await run('Record', { countId: count.id, found: [found] });
  await run('Post', posting(on));
  expect([await onHand(0), await onHand(2)]).toEqual(['10', '3']);
});

it('refuses a count that is closed, stale, negative, foreign or empty', async () => {
  const { count, line, on } = await opened();
  const other = await opened();
  const code = async (answer: Promise<CountAnswer>) => (await answer).userErrors[0]?.code;
  expect(await code(run('Record', { countId: count.id, lines: [{ lineId: line(0), counted: '-1' }] }))).toBe(
    'NEGATIVE_COUNT',
  );
  expect(await code(run('Record', { countId: count.id, lines: [{ lineId: other.line(0), counted: '1' }] }))).toBe(
    'NOT_FOUND',
  );
  expect(await code(run('Post', posting({ ...on, expectedVersion: 9 })))).toBe('STALE_OBJECT');
  expect((await run('Cancel', on)).count?.state).toBe('CANCELLED');
  expect(await code(run('Post', posting(on)))).toBe('COUNT_IS_CLOSED');
  expect(await code(run('Record', { countId: count.id, lines: [] }))).toBe('COUNT_IS_CLOSED');
  expect(await code(run('Open', { siteId: id('sit', await aSite(app)) }))).toBe('NOTHING_TO_COUNT');
  expect(await code(run('Open', { siteId: 'sit_0198c5c60000700080000000000000ff' }))).toBe('NOT_FOUND');
});

it('posts a count once, however often it is sent', async () => {
  const { count, line, on } = await opened();
  await run('Record', { countId: count.id, lines: [{ lineId: line(0), counted: '4' }] });
  const input = posting(on);
  await Promise.all([run('Post', input), run('Post', input), run('Post', input)]);
  expect(await onHand(0)).toBe('4');
});

it('lists counts in one statement', async () => {
  await opened();
  const document = `{ stockCounts(first: 5, siteId: "${id('sit', siteId)}", state: OPEN) { totalCount nodes { number lineCount site { code } lines { location { code } owner { name } counted { value } } } } }`;
  let page!: { stockCounts: { totalCount: number; nodes: { lineCount: number }[] } };
  expect(await app.statements(async () => (page = await app.ask(keeper, document)))).toHaveLength(1);
  expect(page.stockCounts).toMatchObject({ totalCount: 1, nodes: [{ lineCount: 2 }] });
});

it('refuses counting to buyers and suppliers', async () => {
  const { count, on } = await opened();
  const buyer = await anActor(app, company, 'BUYER');
  const supplier = await anActor(app, await anOrganisation(app, 'supplier'), 'SUPPLIER_ADMIN');
  const asked = [
    ['Open', { siteId: id('sit', siteId) }],
    ['Record', { countId: count.id, lines: [] }],
    ['Post', posting(on)],
    ['Cancel', on],
  ] as const;
  for (const [act, input] of asked) {
    await expect(run(act, input, buyer)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    await expect(run(act, input, supplier)).rejects.toThrow();
  }
  const seen = await app.ask<{ node: null }>(supplier, 'query ($id: ID!) { node(id: $id) { id } }', {
    id: count.id,
  });
  expect(seen.node).toBeNull();
});
