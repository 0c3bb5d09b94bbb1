import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite, aSupplierItem, aUnit } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';

let app: TestApp;
let company: Organisation;
let alpine: Organisation;
let baltic: Organisation;
let admin: Actor;
let supplier: Actor;

beforeAll(async () => {
  app = await TestApp.start();
  company = await anOrganisation(app, 'company', 'Northwind');
  alpine = await anOrganisation(app, 'supplier', 'Alpine Bearings');
  baltic = await anOrganisation(app, 'supplier', 'Baltic Steel');
  admin = await anActor(app, company, 'ADMIN');
  supplier = await anActor(app, alpine, 'SUPPLIER_ADMIN');
  await aUnit(app);
  await aUnit(app, 'BOX');
});
afterAll(() => app.close());

const id = (prefix: string, key: string) => toGlobalId(prefix, key);
const TERMS_SAVE = `mutation ($input: SupplierItemSaveInput!) { supplierItemSave(input: $input) {
  supplierItem { id version leadTimeDays isPreferred orderMultiple { value unit } priceBreaks { fromQuantity validFrom validTo unitPrice { amount currency } } }
  userErrors { code path } } }`;

interface Terms {
  supplierItemSave: {
    supplierItem: { id: string; version: number; isPreferred: boolean; priceBreaks: object[] };
    userErrors: { code: string; path: string[] }[];
  };
}
const refusal = async (actor: Actor, document: string, input: object) => {
  const { data } = await app.run<Record<string, { userErrors: { code: string; path: string[] }[] }>>(actor, document, {
    input,
  });
  return Object.values(data)[0]?.userErrors[0];
};

it('opens terms with price breaks, replaces them, and lets one supplier be preferred', async () => {
  const item = await anItem(app);
  const other = await aSupplierItem(app, baltic.id, item.id, { isPreferred: true });
  const input = {
    supplierId: id('org', alpine.id),
    itemId: id('itm', item.id),
    orderUnit: 'BOX',
    numerator: 12,
    orderMultiple: '2',
    leadTimeDays: 5,
    isPreferred: true,
    priceBreaks: [
      { fromQuantity: '0', unitPrice: '100' },
      { fromQuantity: '10', unitPrice: '90', validTo: '2026-12-31' },
    ],
  };
  const { supplierItemSave } = await app.ask<Terms>(admin, TERMS_SAVE, { input });
  expect(supplierItemSave.supplierItem).toMatchObject({
    orderMultiple: { value: '2', unit: 'BOX' },
    isPreferred: true,
    priceBreaks: [
      { fromQuantity: '0', validFrom: null, validTo: null, unitPrice: { amount: '100', currency: 'USD' } },
      { fromQuantity: '10', validFrom: null, validTo: '2026-12-31' },
    ],
  });
  const [earlier] = await app.owner.query('select is_preferred from catalog_supplier_item where id = $1', [other.id]);
  expect(earlier).toEqual({ is_preferred: false });
  const change = {
    ...input,
    id: supplierItemSave.supplierItem.id,
    expectedVersion: 1,
    priceBreaks: [{ fromQuantity: '0', unitPrice: '95' }],
  };
  expect(
    (await app.ask<Terms>(admin, TERMS_SAVE, { input: change })).supplierItemSave.supplierItem.priceBreaks,
  ).toHaveLength(1);
  expect(await refusal(admin, TERMS_SAVE, input)).toMatchObject({ code: 'DUPLICATE_SUPPLIER_ITEM' });
});

it.each([
  ['a multiple of zero', { orderMultiple: '0' }, 'INVALID_ORDER_QUANTITIES', ['input', 'orderMultiple']],
  [
    'a maximum below the minimum',
    { minimumQuantity: '5', maximumQuantity: '4' },
    'INVALID_ORDER_QUANTITIES',
    ['input', 'maximumQuantity'],
  ],
  [
    'a price that ends before it begins',
    { priceBreaks: [{ fromQuantity: '0', unitPrice: '1', validFrom: '2026-02-01', validTo: '2026-01-01' }] },
    'INVALID_PRICE_BREAK',
    ['input', 'priceBreaks', '0'],
  ],
  [
    'the same price twice',
    {
      priceBreaks: [
        { fromQuantity: '1', unitPrice: '1' },
        { fromQuantity: '1', unitPrice: '2' },
      ],
    },
    'DUPLICATE_PRICE_BREAK',
    ['input', 'priceBreaks'],
  ],
  ['a party that is no supplier', { supplierId: 'company' }, 'NOT_A_SUPPLIER', ['input', 'supplierId']],
])('refuses terms with %s', async (_what, wrong, code, path) => {
  const item = await anItem(app);
  const supplierId = id('org', 'supplierId' in wrong ? company.id : alpine.id);
  const input = { itemId: id('itm', item.id), orderUnit: 'EA', ...wrong, supplierId };
  expect(await refusal(admin, TERMS_SAVE, input)).toMatchObject({ code, path });
});

it('shows a supplier its own items and terms and nothing of another one', async () => {
  const [own, foreign] = [await anItem(app, { standardCost: new Decimal(3) }), await anItem(app)];
  const terms = await aSupplierItem(app, alpine.id, own.id);
  const others = [await aSupplierItem(app, baltic.id, own.id), await aSupplierItem(app, baltic.id, foreign.id)];
  const document = `query ($foreign: ID!, $terms: ID!, $supplier: ID!) {
    items(first: 100) { nodes { id } } supplierItems(first: 100) { nodes { id } totalCount }
    asked: supplierItems(first: 10, supplierId: $supplier) { totalCount }
    item(id: $foreign) { sku } node(id: $terms) { id } }`;
  const variables = {
    foreign: id('itm', foreign.id),
    terms: id('spi', others[0]?.id ?? ''),
    supplier: id('org', baltic.id),
  };
  const seen = await app.ask<{
    items: { nodes: { id: string }[] };
    supplierItems: { nodes: { id: string }[] };
    asked: { totalCount: number };
    item: null;
    node: null;
  }>(supplier, document, variables);
  expect(seen.items.nodes).toContainEqual({ id: id('itm', own.id) });
  expect(seen.items.nodes).not.toContainEqual({ id: id('itm', foreign.id) });
  expect(seen.supplierItems.nodes).toContainEqual({ id: id('spi', terms.id) });
  for (const other of others) expect(seen.supplierItems.nodes).not.toContainEqual({ id: id('spi', other.id) });
  expect(seen).toMatchObject({ asked: { totalCount: 0 }, item: null, node: null });
});

it('opens a site and adds a location to it, each code once', async () => {
  const open = `mutation ($input: SiteOpenInput!) { siteOpen(input: $input) { site { id code locations { kind } } userErrors { code path } } }`;
  const input = { code: 'HALLE', name: 'Werk Halle', timeZone: 'Europe/Berlin' };
  const { siteOpen } = await app.ask<{ siteOpen: { site: { id: string; locations: object[] } } }>(admin, open, {
    input,
  });
  expect(siteOpen.site.locations).toHaveLength(8);
  expect(await refusal(admin, open, input)).toMatchObject({
    code: 'DUPLICATE_CODE',
    path: ['input', 'code'],
  });
  expect(await refusal(admin, open, { ...input, code: 'X', timeZone: 'Mars/Olympus' })).toMatchObject({
    code: 'UNKNOWN_TIME_ZONE',
  });
  const add = `mutation ($input: LocationAddInput!) { locationAdd(input: $input) { location { id code kind site { code } } userErrors { code path } } }`;
  const shelf = { siteId: siteOpen.site.id, code: 'A-01', name: 'Shelf 1' };
  expect(await app.ask(admin, add, { input: shelf })).toMatchObject({
    locationAdd: { location: { kind: 'STORAGE', site: { code: 'HALLE' } } },
  });
  expect(await refusal(admin, add, shelf)).toMatchObject({ code: 'DUPLICATE_CODE' });
  expect(await refusal(admin, add, { ...shelf, siteId: 'sit_0198c5c60000700080000000000000ff' })).toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('saves a calendar with make-up workdays; a new default takes the place of the old one', async () => {
  const save = `mutation ($input: CalendarSaveInput!) { calendarSave(input: $input) { calendar { id version isDefault week { weekday hours { from to } } exceptions { date hours { from to } } } userErrors { code path } } }`;
  const hours = [{ from: '09:00', to: '18:00' }];
  const input = {
    organisationId: id('org', alpine.id),
    name: 'Shanghai',
    timeZone: 'Asia/Shanghai',
    isDefault: true,
    week: [{ weekday: 1, hours }],
    exceptions: [
      { date: '2026-10-01', hours: [] },
      { date: '2026-10-10', hours },
    ],
  };
  const { calendarSave } = await app.ask<{ calendarSave: { calendar: { id: string } } }>(admin, save, {
    input,
  });
  expect(calendarSave.calendar).toMatchObject({
    isDefault: true,
    week: [{ weekday: 1, hours }],
    exceptions: input.exceptions,
  });
  await app.ask(admin, save, { input: { ...input, name: 'Night' } });
  const found = await app.ask<{ calendars: { nodes: { name: string; isDefault: boolean }[] } }>(
    supplier,
    '{ calendars(first: 9) { nodes { name isDefault } } }',
  );
  expect(found.calendars.nodes).toEqual([
    { name: 'Night', isDefault: true },
    { name: 'Shanghai', isDefault: false },
  ]);
  expect(
    await refusal(admin, save, {
      ...input,
      name: 'Upside down',
      week: [{ weekday: 1, hours: [{ from: '18:00', to: '09:00' }] }],
    }),
  ).toMatchObject({ code: 'INVALID_WORKING_HOURS' });
  expect(await refusal(admin, save, { ...input, id: calendarSave.calendar.id, expectedVersion: 1 })).toMatchObject({
    code: 'STALE_OBJECT',
  });
});

it('lists units, sites, locations and calendars, each in one statement', async () => {
  const site = await aSite(app);
  for (const document of [
    '{ units(first: 10) { totalCount nodes { code name } } }',
    '{ sites(first: 10) { nodes { code locations { code } } } }',
    `{ locations(first: 10, siteId: "${id('sit', site)}") { totalCount nodes { code site { code } } } }`,
    '{ calendars(first: 10) { nodes { name organisation { name } } } }',
    '{ supplierItems(first: 10) { nodes { item { name } supplier { name } priceBreaks { unitPrice { amount } } } } }',
  ])
    expect(await app.statements(() => app.ask(admin, document))).toHaveLength(1);
});
