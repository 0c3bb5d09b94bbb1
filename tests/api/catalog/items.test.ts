import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import type { Role } from '../../../server/src/platform/access/role.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aUnit } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';

let app: TestApp;
let company: Organisation;
let alpine: Organisation;
let admin: Actor;
let supplier: Actor;

beforeAll(async () => {
  app = await TestApp.start();
  company = await anOrganisation(app, 'company', 'Northwind');
  alpine = await anOrganisation(app, 'supplier', 'Alpine Bearings');
  admin = await anActor(app, company, 'ADMIN');
  supplier = await anActor(app, alpine, 'SUPPLIER_ADMIN');
  await aUnit(app);
  await aUnit(app, 'BOX');
});
afterAll(() => app.close());

const id = (prefix: string, key: string) => toGlobalId(prefix, key);
const ITEM_SAVE = `mutation ($input: ItemSaveInput!) { itemSave(input: $input) {
  item { id sku version name unit standardCost { amount currency } units { unit numerator denominator } }
  userErrors { __typename code message path } } }`;
interface Saved {
  itemSave: {
    item: { id: string; version: number; units: { unit: string }[] };
    userErrors: { code: string; path: string[] }[];
  };
}
const bearing = { sku: 'BRG-1', nameEn: 'Bearing', nameZh: '轴承', unit: 'EA', supply: 'BUY' };
const refusal = async (actor: Actor, document: string, input: object) => {
  const { data } = await app.run<Record<string, { userErrors: { code: string; path: string[] }[] }>>(actor, document, {
    input,
  });
  return Object.values(data)[0]?.userErrors[0];
};

it('makes an item and changes it, with its other units, in the version that was read', async () => {
  const input = { ...bearing, standardCost: '1.2345', units: [{ unit: 'BOX', numerator: 12 }] };
  const { itemSave } = await app.ask<Saved>(admin, ITEM_SAVE, { input });
  expect(itemSave.item).toMatchObject({
    sku: 'BRG-1',
    name: 'Bearing',
    version: 1,
    standardCost: { amount: '1.2345', currency: 'USD' },
    units: [{ unit: 'BOX', numerator: '12', denominator: '1' }],
  });
  const change = { ...input, id: itemSave.item.id, expectedVersion: 1, nameEn: 'Ball bearing', units: [] };
  const changed = await app.ask<Saved>(admin, ITEM_SAVE, { input: change });
  expect(changed.itemSave.item).toMatchObject({ name: 'Ball bearing', version: 2, units: [] });
  expect(await refusal(admin, ITEM_SAVE, change)).toMatchObject({
    code: 'STALE_OBJECT',
    path: ['input', 'expectedVersion'],
  });
});

it.each([
  ['a GTIN with a wrong check digit', { gtin: '6291041500214' }, 'INVALID_GTIN', ['input', 'gtin']],
  [
    'a GTIN of a pack with a wrong length',
    { units: [{ unit: 'BOX', numerator: 2, gtin: '12' }] },
    'INVALID_GTIN',
    ['input', 'units', '0', 'gtin'],
  ],
  ['a number that another item has', { sku: 'BRG-1' }, 'DUPLICATE_SKU', ['input', 'sku']],
  ['an empty name', { nameEn: '  ' }, 'MISSING_TEXT', ['input', 'nameEn']],
  ['an unknown unit', { unit: 'FURLONG' }, 'UNKNOWN_UNIT', ['input', 'unit']],
  ['a conversion by zero', { units: [{ unit: 'BOX', numerator: 0 }] }, 'INVALID_CONVERSION', ['input', 'units', '0']],
  [
    'the stock unit as another unit',
    { units: [{ unit: 'EA', numerator: 2 }] },
    'INVALID_CONVERSION',
    ['input', 'units', '0'],
  ],
  ['a negative safety stock', { safetyStock: '-1' }, 'NEGATIVE_AMOUNT', ['input', 'safetyStock']],
  ['an unknown category', { categoryId: 'cat_0198c5c60000700080000000000000ff' }, 'NOT_FOUND', ['input', 'categoryId']],
  ['an unknown item', { id: 'itm_0198c5c60000700080000000000000ff', expectedVersion: 1 }, 'NOT_FOUND', ['input', 'id']],
])('refuses %s and names the field', async (_what, wrong, code, path) => {
  expect(await refusal(admin, ITEM_SAVE, { ...bearing, sku: 'NEW', ...wrong })).toMatchObject({ code, path });
});

it('accepts a GTIN with the right check digit', async () => {
  const { itemSave } = await app.ask<Saved>(admin, ITEM_SAVE, {
    input: { ...bearing, sku: 'GT', gtin: '6291041500213' },
  });
  expect(itemSave.item.id).toMatch(/^itm_/);
});

it('keeps the stock unit of an item for ever', async () => {
  const item = await anItem(app);
  const input = { ...bearing, sku: item.sku, id: id('itm', item.id), expectedVersion: 1, unit: 'BOX' };
  expect(await refusal(admin, ITEM_SAVE, input)).toMatchObject({
    code: 'STOCK_UNIT_IS_FIXED',
    path: ['input', 'unit'],
  });
});

it('lists items by search, category and supply, in one statement', async () => {
  const needle = await anItem(app, { nameEn: 'Needle bearing', nameZh: '滚针轴承', supply: 'MAKE' });
  const document = `query ($search: String, $supply: ItemSupply) { items(first: 5, search: $search, supply: $supply) { totalCount nodes { id sku name units { unit } category { name } } } }`;
  let found!: { items: { nodes: { sku: string }[]; totalCount: number } };
  const seen = await app.statements(
    async () => (found = await app.ask(admin, document, { search: '滚针', supply: 'MAKE' })),
  );
  expect(seen).toHaveLength(1);
  expect(found.items.nodes.map(({ sku }) => sku)).toEqual([needle.sku]);
  expect((await app.ask<typeof found>(admin, document, { search: '滚针', supply: 'BUY' })).items.totalCount).toBe(0);
  const chinese = await app.ask<{ items: { nodes: { name: string }[] } }>({ ...admin, locale: 'zh-CN' }, document, {
    search: 'Needle',
  });
  expect(chinese.items.nodes[0]?.name).toBe('滚针轴承');
});

it('keeps costs, list prices and locations from suppliers: the fields do not exist for them', async () => {
  for (const document of [
    '{ items(first: 1) { nodes { standardCost { amount } } } }',
    '{ items(first: 1) { nodes { listPrice { amount } } } }',
    '{ locations(first: 1) { nodes { id } } }',
  ])
    expect((await app.run(supplier, document)).errors?.[0]?.message).toMatch(/Cannot query field/);
});

const item = { ...bearing, sku: 'NO' };
const nowhere = 'sit_0198c5c60000700080000000000000ff';
it.each<[string, Role, string, object]>([
  ['itemSave', 'WAREHOUSE', 'ItemSaveInput', item],
  ['supplierItemSave', 'PLANNER', 'SupplierItemSaveInput', { supplierId: nowhere, itemId: nowhere, orderUnit: 'EA' }],
  ['calendarSave', 'BUYER', 'CalendarSaveInput', { organisationId: nowhere, name: 'x', timeZone: 'UTC', week: [] }],
  ['siteOpen', 'PLANNER', 'SiteOpenInput', { code: 'x', name: 'x', timeZone: 'UTC' }],
  ['locationAdd', 'BUYER', 'LocationAddInput', { siteId: nowhere, code: 'x', name: 'x' }],
])('refuses %s to a %s, and hides it from suppliers', async (mutation, role, type, input) => {
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`;
  const refused = await app.run(await anActor(app, company, role), document, { input });
  expect(refused.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  expect((await app.run(supplier, document, { input })).errors?.length).toBeGreaterThan(0);
});
