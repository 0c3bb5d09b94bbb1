import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../../server/src/kernel/calendar-date.ts';
import { newId, toGlobalId } from '../../../server/src/kernel/id.ts';
import { mrpRuns } from '../../../server/src/modules/planning/mrp/mrp-run.service.ts';
import { systemActor, type Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';

const MONDAY = '2026-11-23';
const week = (number: number) => addDays(MONDAY, 7 * (number - 1));
const FORECAST = [30, 30, 30, 30, 40, 40, 40, 40];
const ORDERS = [33, 20, 10, 4, 2];

let app: TestApp;
let planner: Actor;
let viewer: Actor;
let site: string;
let end: string;
let part: string;
let planned: string;

const write = (statement: ReturnType<typeof sql>) => app.prepare((work) => statement.execute(work.sql));
const demand = (kind: string, on: string, quantity: number) =>
  write(sql`insert into planning_demand (id, item_id, site_id, kind, due_on, quantity, reference)
    values (${newId()}, ${end}, ${site}, ${kind}, ${on}, ${quantity}, ${newId()})`);

beforeAll(async () => {
  app = await TestApp.start({ now: () => new Date('2026-11-25T10:00:00Z') });
  const company = await anOrganisation(app, 'company');
  planner = await anActor(app, company, 'PLANNER');
  viewer = await anActor(app, company, 'VIEWER');
  site = await aSite(app);
  end = (await anItem(app, { sku: 'END', supply: 'MAKE' })).id;
  part = (await anItem(app, { sku: 'PART', supply: 'MAKE' })).id;
  const row = newId();
  planned = toGlobalId('pli', row);
  await write(sql`insert into planning_item (id, item_id, site_id, lot_rule, lot_size, lead_time, is_master_scheduled)
    values (${row}, ${end}, ${site}, 'FIXED', 70, 1, true), (${newId()}, ${part}, ${site}, 'LOT_FOR_LOT', null, 1, false)`);
  const bill = newId();
  await write(sql`insert into planning_bill (id, item_id) values (${bill}, ${end})`);
  await write(sql`insert into planning_bill_component (id, bill_id, position, item_id, quantity)
    values (${newId()}, ${bill}, 1, ${part}, 2)`);
  await write(sql`insert into planning_scheduled_receipt (id, item_id, site_id, due_on, quantity)
    values (${newId()}, ${end}, ${site}, ${week(1)}, 64)`);
  for (const [place, quantity] of FORECAST.entries()) await demand('FORECAST', week(place + 1), quantity);
  for (const [place, quantity] of ORDERS.entries()) await demand('FIRM', addDays(week(place + 1), 2), quantity);
});
afterAll(() => app.close());

interface View {
  weeks: {
    startsOn: string;
    mps: string | null;
    projected: string;
    availableToPromise: string;
    isFirm: boolean;
    fence: string | null;
    version: number | null;
  }[];
  centres: { code: string; weeks: { requiredHours: string; availableHours: string; isOverloaded: boolean }[] }[];
}
const READ = `query ($id: ID!, $weeks: [MasterWeekTryInput!], $isProposed: Boolean!) { masterSchedule(planningItemId: $id, weeks: $weeks, isProposed: $isProposed) {
  weeks { startsOn mps projected availableToPromise isFirm fence version }
  centres { code weeks { requiredHours availableHours isOverloaded } } } }`;
const view = async (weeks: object[] | null = null, isProposed = false) =>
  (await app.ask<{ masterSchedule: View }>(planner, READ, { id: planned, weeks, isProposed })).masterSchedule;
const save = async (weeks: object[], isFirm = true, actor = planner) => {
  const { data, errors } = await app.run<{ masterScheduleSave: object }>(
    actor,
    'mutation ($input: MasterScheduleSaveInput!) { masterScheduleSave(input: $input) { planningItem { id } userErrors { code path } } }',
    { input: { planningItemId: planned, isFirm, weeks } },
  );
  return { ...data?.masterScheduleSave, errors };
};
const figures = ({ weeks }: View, figure: 'mps' | 'projected' | 'availableToPromise') =>
  weeks.slice(0, 8).map((row) => Number(row[figure] ?? 0));

it('proposes the schedule of the textbook, lots of 70, with its balance and what may be promised', async () => {
  const proposed = await view(null, true);
  expect(figures(proposed, 'mps')).toEqual([0, 0, 70, 0, 70, 0, 70, 70]);
  expect(figures(proposed, 'projected')).toEqual([31, 1, 41, 11, 41, 1, 31, 61]);
  expect(figures(proposed, 'availableToPromise')).toEqual([11, 0, 56, 0, 68, 0, 70, 70]);
  expect(figures(await view(), 'mps')).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

it('shows what another quantity would do without keeping it, then firms it and plans for it', async () => {
  const tried = await view([{ bucketOn: week(3), quantity: '140' }]);
  expect(figures(tried, 'projected').slice(0, 4)).toEqual([31, 1, 111, 81]);
  expect((await view()).weeks[2]?.mps).toBeNull();
  expect(await save([{ bucketOn: week(3), quantity: '140' }], true, viewer)).toMatchObject({
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  });
  expect(await save([{ bucketOn: week(3), quantity: '140' }])).toMatchObject({ userErrors: [] });
  expect((await view()).weeks[2]).toMatchObject({ mps: '140', isFirm: true, version: 1, projected: '111' });
  expect(await save([{ bucketOn: week(3), quantity: '70' }])).toMatchObject({
    userErrors: [{ code: 'STALE_OBJECT', path: ['input', 'weeks', '0', 'expectedVersion'] }],
  });
  await mrpRuns.run(app.database, systemActor('planning'), { kind: 'NET_CHANGE' });
  const { rows } = await app.prepare((work) =>
    sql<{ sku: string; quantity: number }>`select i.sku, o.quantity::float8 as quantity from planning_planned_order o
      join catalog_item i on i.id = o.item_id order by i.sku`.execute(work.sql),
  );
  expect(rows).toEqual([
    { sku: 'END', quantity: 140 },
    { sku: 'PART', quantity: 280 },
  ]);
});

it('proposes around what is firm', async () => {
  const proposed = await view(null, true);
  expect(figures(proposed, 'mps')).toEqual([0, 0, 140, 0, 0, 0, 70, 70]);
});

it('keeps weeks inside the demand fence frozen, and takes only weeks to come', async () => {
  await write(sql`update planning_item set demand_fence_days = 8, planning_fence_days = 15 where item_id = ${end}`);
  expect((await view()).weeks.slice(0, 4).map(({ fence }) => fence)).toEqual(['DEMAND', 'DEMAND', 'PLANNING', null]);
  const refusal = async (bucketOn: string) => (await save([{ bucketOn, quantity: '70' }])) as object;
  expect(await refusal(week(2))).toMatchObject({ userErrors: [{ code: 'INSIDE_DEMAND_FENCE' }] });
  expect(await refusal(week(0))).toMatchObject({ userErrors: [{ code: 'NOT_A_WEEK' }] });
  expect(await refusal(addDays(week(5), 1))).toMatchObject({ userErrors: [{ code: 'NOT_A_WEEK' }] });
  expect(await save([{ bucketOn: week(5), quantity: '-1' }])).toMatchObject({
    userErrors: [{ code: 'AMOUNT_NEGATIVE' }],
  });
  await write(sql`update planning_item set demand_fence_days = 0, planning_fence_days = 0 where item_id = ${end}`);
});

it('weighs the schedule against work centres: its own hours and those of parts made for it', async () => {
  const centre = async (code: string) =>
    (
      await app.ask<{ workCentreSave: { workCentre: { id: string } } }>(
        planner,
        'mutation ($input: WorkCentreSaveInput!) { workCentreSave(input: $input) { workCentre { id } userErrors { code } } }',
        { input: { siteId: toGlobalId('sit', site), code, name: code, hoursPerDay: '8', efficiency: '0.5' } },
      )
    ).workCentreSave.workCentre.id;
  const route = async (itemId: string, workCentreId: string, operations: object[]) =>
    (
      await app.run(
        planner,
        'mutation ($input: RoutingSaveInput!) { routingSave(input: $input) { routing { id runHours } userErrors { code path } } }',
        {
          input: { itemId: toGlobalId('itm', itemId), operations: operations.map((one) => ({ workCentreId, ...one })) },
        },
      )
    ).data;
  const [line, mill] = [await centre('LINE'), await centre('MILL')];
  expect(await route(end, line, [{ operationNo: 10, runHours: '0.1', setupHours: '1' }])).toMatchObject({
    routingSave: { routing: { runHours: '0.1' }, userErrors: [] },
  });
  expect(
    await route(part, mill, [
      { operationNo: 10, runHours: '0.1' },
      { operationNo: 10, runHours: '1' },
    ]),
  ).toMatchObject({
    routingSave: { userErrors: [{ code: 'DUPLICATE_OPERATION', path: ['input', 'operations', '1', 'operationNo'] }] },
  });
  await route(part, mill, [{ operationNo: 10, runHours: '0.1' }]);
  const { centres } = await view();
  expect(centres.map(({ code, weeks }) => [code, weeks[2]])).toEqual([
    ['LINE', { requiredHours: '15', availableHours: '20', isOverloaded: false }],
    ['MILL', { requiredHours: '28', availableHours: '20', isOverloaded: true }],
  ]);
  const LOADS =
    '{ capacityLoads(weeks: 4) { workCentreId code weeks { startsOn plannedHours releasedHours availableHours isOverloaded } } }';
  type Loads = {
    capacityLoads: { workCentreId: string; code: string; weeks: { startsOn: string; plannedHours: string }[] }[];
  };
  const { capacityLoads } = await app.ask<Loads>(planner, LOADS);
  const loaded = capacityLoads.find(({ code }) => code === 'MILL')!;
  const bar = loaded.weeks.find(({ plannedHours }) => plannedHours !== '0')!;
  expect(bar.plannedHours).toBe('28');
  expect(
    await app.ask(
      planner,
      'query ($id: ID!, $week: Date!) { capacityLoadRows(workCentreId: $id, week: $week) { type sku hours quantity { value } } }',
      { id: loaded.workCentreId, week: bar.startsOn },
    ),
  ).toEqual({ capacityLoadRows: [{ type: 'PlannedOrder', sku: 'PART', hours: '28', quantity: { value: '280' } }] });
});
