import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId, toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { direct } from '../../support/direct.ts';
import { anItem, aSite } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import { aLocation, someStock } from '../../support/factories/inventory.ts';

interface Moved {
  readonly data: {
    readonly stockTransfer: {
      readonly move: { readonly id: string; readonly quantity: { readonly value: string } } | null;
      readonly userErrors: { readonly code: string; readonly path: string[] }[];
    };
  };
}

const document = `mutation ($input: StockTransferInput!) { stockTransfer(input: $input) { __typename
  move { __typename id reason quantity { value unit } isReversed }
  userErrors { __typename code message path ... on InsufficientStock { available { value unit } } } } }`;

let app: TestApp;
let company: Organisation;
let keeper: Actor;
let siteId: string;
let places: [string, string];

beforeAll(async () => {
  app = await TestApp.start();
  company = await anOrganisation(app, 'company');
  keeper = await anActor(app, company, 'WAREHOUSE');
  siteId = await aSite(app);
  places = [await aLocation(app, siteId), await aLocation(app, siteId, 'RECEIVING')];
});
afterAll(() => app.close());

async function stocked(): Promise<string> {
  const { id: itemId } = await anItem(app);
  await someStock(app, { itemId, siteId, locationId: places[0], ownerId: company.id, quantity: '10' });
  return itemId;
}
const inputOf = (itemId: string, quantity: string, idempotencyKey = newId()) => ({
  idempotencyKey,
  itemId: toGlobalId('itm', itemId),
  locationId: toGlobalId('loc', places[0]),
  toLocationId: toGlobalId('loc', places[1]),
  quantity,
});
const transfer = (input: object) => direct(app, keeper, document, { input }) as Promise<Moved | null>;
const movesOf = async (itemId: string) =>
  (await app.owner.query(`select id from inventory_stock_move where item_id = $1 and reason = 'TRANSFER'`, [itemId]))
    .length;

it('an act is answered with finished text, the same as by the executor', async () => {
  const itemId = await stocked();
  const answer = await transfer(inputOf(itemId, '2'));
  const slow = (await app.run(keeper, document, { input: inputOf(itemId, '2') })) as unknown as Moved;
  const withoutId = ({ data }: Moved) => ({ ...data.stockTransfer, move: { ...data.stockTransfer.move, id: '' } });
  expect(answer && withoutId(answer)).toEqual(JSON.parse(JSON.stringify(withoutId(slow))));
  expect(await movesOf(itemId)).toBe(2);
});

it('a refusal is told in the same words and leaves nothing behind, and the next act goes the direct way again', async () => {
  const itemId = await stocked();
  const refused = await transfer(inputOf(itemId, '11'));
  expect(refused).toEqual(
    JSON.parse(JSON.stringify(await app.run(keeper, document, { input: inputOf(itemId, '11') }))),
  );
  expect(refused?.data.stockTransfer.userErrors[0]).toMatchObject({ code: 'INSUFFICIENT_STOCK' });
  expect(await movesOf(itemId)).toBe(0);
  expect((await transfer(inputOf(itemId, '10')))?.data.stockTransfer.userErrors).toEqual([]);
});

it('the key of an act that was refused may be used again', async () => {
  const itemId = await stocked();
  const input = inputOf(itemId, '11');
  await transfer(input);
  await someStock(app, { itemId, siteId, locationId: places[0], ownerId: company.id, quantity: '1' });
  expect((await transfer(input))?.data.stockTransfer.userErrors).toEqual([]);
});

it('repeated with its key it is done once and answers the same, also when twenty race (concurrent)', async () => {
  const itemId = await stocked();
  const input = inputOf(itemId, '1');
  const answers = await Promise.all(Array.from({ length: 20 }, () => transfer(input)));
  expect(new Set(answers.map((answer) => answer?.data.stockTransfer.move?.id)).size).toBe(1);
  expect(await movesOf(itemId)).toBe(1);
  const other = await transfer({ ...input, quantity: '2' });
  expect(other?.data.stockTransfer.userErrors[0]).toMatchObject({
    code: 'IDEMPOTENCY_CONFLICT',
    path: ['input', 'idempotencyKey'],
  });
});

it('goes the direct way behind fragments, too', async () => {
  const fragments = document
    .replace('move { __typename id reason quantity { value unit } isReversed }', '...Told')
    .concat(' fragment Told on StockMovePayload { move { ...What } } fragment What on StockMove { id reason }');
  const answer = await direct(app, keeper, fragments, { input: inputOf(await stocked(), '1') });
  expect(answer).toMatchObject({ data: { stockTransfer: { move: { reason: 'TRANSFER' }, userErrors: [] } } });
});

it('asks nothing about what it wrote when only its id is wanted', async () => {
  const bare = document.replace('id reason quantity { value unit } isReversed', 'key: id');
  const itemId = await stocked();
  const run = () => direct(app, keeper, bare, { input: inputOf(itemId, '1') });
  let answer: unknown;
  const statements = await app.statements(async () => void (answer = await run()));
  expect(statements.length).toBeLessThanOrEqual(5);
  const [move] = await app.owner.query<{ id: string }>(
    `select id from inventory_stock_move where item_id = $1 and reason = 'TRANSFER'`,
    [itemId],
  );
  expect(answer).toMatchObject({
    data: { stockTransfer: { move: { __typename: 'StockMove', key: toGlobalId('smv', move?.id ?? '') } } },
  });
});

it('is left to the executor when its payload is asked under other names', async () => {
  const aliased = document.replace('move {', 'one: move {');
  expect(await direct(app, keeper, aliased, { input: inputOf(await stocked(), '1') })).toBeNull();
});

it('is sent in six statements: check, move, key with answer, row, event and audit, beside begin and commit', async () => {
  const input = inputOf(await stocked(), '1');
  expect((await app.statements(() => transfer(input))).length).toBeLessThanOrEqual(6);
});
