import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';

let app: TestApp;
let planner: Actor;
let viewer: Actor;
let seller: Actor;
let place: { itemId: string; siteId: string };

beforeAll(async () => {
  app = await TestApp.start();
  const company = await anOrganisation(app, 'company');
  planner = await anActor(app, company, 'PLANNER');
  viewer = await anActor(app, company, 'VIEWER');
  seller = await anActor(app, await anOrganisation(app, 'supplier'), 'SUPPLIER_ADMIN');
  place = {
    itemId: toGlobalId('itm', (await anItem(app, { leadTimeDays: 7 })).id),
    siteId: toGlobalId('sit', await aSite(app)),
  };
});
afterAll(() => app.close());

const SAVE =
  'mutation ($input: PlanningItemSaveInput!) { planningItemSave(input: $input) { planningItem { version lotRule leadTime lotSize { value } } userErrors { code path } } }';
const save = async (values: Record<string, unknown>, actor = planner) =>
  (await app.run<{ planningItemSave: object }>(actor, SAVE, { input: { ...place, ...values } })).data?.planningItemSave;

it.each([
  ['FIXED', {}, 'INVALID_LOT_RULE', 'lotSize'],
  ['PERIOD', { lotPeriods: 0 }, 'INVALID_LOT_RULE', 'lotPeriods'],
  ['EOQ', { orderCost: '10' }, 'INVALID_LOT_RULE', 'lotSize'],
  ['WAGNER_WHITIN', { holdingCost: '1' }, 'INVALID_LOT_RULE', 'orderCost'],
  ['LOT_FOR_LOT', { serviceLevel: '1' }, 'INVALID_FRACTION', 'serviceLevel'],
  ['LOT_FOR_LOT', { scrap: '-0.1' }, 'INVALID_FRACTION', 'scrap'],
  ['LOT_FOR_LOT', { leadTime: -1 }, 'INVALID_PLANNING_DATA', 'leadTime'],
  ['LOT_FOR_LOT', { minimumQuantity: '10', maximumQuantity: '5' }, 'INVALID_PLANNING_DATA', 'maximumQuantity'],
])('refuses %s with %o', async (lotRule, more, code, name) => {
  expect(await save({ lotRule, ...more })).toMatchObject({
    planningItem: null,
    userErrors: [{ code, path: ['input', name] }],
  });
});

it('keeps planning data, takes the lead time of the item where none is said, and refuses an old version', async () => {
  expect(await save({ lotRule: 'FIXED', lotSize: '230' })).toMatchObject({
    planningItem: { version: 1, lotRule: 'FIXED', leadTime: 7, lotSize: { value: '230' } },
  });
  expect(await save({ expectedVersion: 9 })).toMatchObject({ userErrors: [{ code: 'STALE_OBJECT' }] });
  expect(await save({ expectedVersion: 1, leadTime: 2, leadTimeUnit: 'WEEK' })).toMatchObject({
    planningItem: { version: 2, lotRule: 'LOT_FOR_LOT', leadTime: 2, lotSize: null },
  });
});

it('keeps who it is bought from, with shares and weekly capacities, and leaves them where nothing is said', async () => {
  const [one, two] = await Promise.all([anOrganisation(app, 'supplier'), anOrganisation(app, 'customer')]);
  const SOURCES =
    'mutation ($input: PlanningItemSaveInput!) { planningItemSave(input: $input) { planningItem { version sources { share weeklyCapacity { value } supplier { id } } } userErrors { code path } } }';
  const set = async (values: object) =>
    (await app.run<{ planningItemSave: object }>(planner, SOURCES, { input: { ...place, ...values } })).data
      ?.planningItemSave;
  const source = { supplierId: toGlobalId('org', one.id), share: '0.6', weeklyCapacity: '40' };
  const kept = [{ share: '0.6', weeklyCapacity: { value: '40' }, supplier: { id: source.supplierId } }];
  expect(await set({ expectedVersion: 2, sources: [source] })).toMatchObject({ planningItem: { sources: kept } });
  expect(await set({ expectedVersion: 3, leadTime: 3 })).toMatchObject({ planningItem: { sources: kept } });
  const refused = (code: string, ...path: string[]) => ({
    userErrors: [{ code, path: ['input', 'sources', ...path] }],
  });
  expect(await set({ expectedVersion: 4, sources: [{ ...source, share: '0' }] })).toMatchObject(
    refused('INVALID_FRACTION', '0', 'share'),
  );
  expect(await set({ expectedVersion: 4, sources: [source, source] })).toMatchObject(refused('INVALID_PLANNING_DATA'));
  const customer = { ...source, supplierId: toGlobalId('org', two.id) };
  expect(await set({ expectedVersion: 4, sources: [customer] })).toMatchObject(refused('NOT_FOUND'));
  expect(await set({ expectedVersion: 4, sources: [] })).toMatchObject({ planningItem: { sources: [] } });
});

it('is shown to all staff, changed by planners only, and unknown to suppliers', async () => {
  const list = '{ planningItems(first: 1) { totalCount } }';
  expect(await app.ask(viewer, list)).toEqual({ planningItems: { totalCount: 1 } });
  const { errors } = await app.run(viewer, SAVE, { input: place });
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  expect((await app.run(seller, list)).errors?.[0]?.message).toContain('Cannot query field "planningItems"');
});
