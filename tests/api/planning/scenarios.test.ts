import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixedClock } from '../../../server/src/kernel/clock.ts';
import { newId, toGlobalId } from '../../../server/src/kernel/id.ts';
import { mrpRuns } from '../../../server/src/modules/planning/mrp/mrp-run.service.ts';
import { mrpRecords } from '../../../server/src/modules/planning/plan/records.service.ts';
import { systemActor, type Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import { keyOf } from '../../support/factories/purchasing.ts';

interface Scenario {
  id: string;
  state: string;
  version: number;
  isPlanned: boolean;
  changes: { id: string; kind: string; field: string | null; lotRule: string | null; value: string | null }[];
}
interface Told {
  told: { scenario: Scenario | null; userErrors: { code: string; path: string[] }[] };
}
interface Comparison {
  plan: { orderCount: number };
  scenario: { orderCount: number };
  addedCount: number;
  movedCount: number;
  resizedCount: number;
  rows: {
    kind: string;
    sku: string;
    planQuantity: string | null;
    scenarioQuantity: string | null;
    planDueOn: string | null;
    scenarioDueOn: string | null;
  }[];
}

let app: TestApp;
let planner: Actor;
const planning = { TABLE: newId(), LEG: newId() };
beforeAll(async () => {
  app = await TestApp.start(fixedClock('2026-11-25T10:00:00Z'));
  planner = await anActor(app, await anOrganisation(app, 'company'), 'PLANNER');
  const site = await aSite(app);
  const table = (await anItem(app, { sku: 'TABLE', supply: 'MAKE' })).id;
  const leg = (await anItem(app, { sku: 'LEG' })).id;
  await app.prepare(async (work) => {
    for (const [id, item] of [
      [planning.TABLE, table],
      [planning.LEG, leg],
    ] as const)
      await sql`insert into planning_item (id, item_id, site_id, lead_time, lead_time_unit, order_cost)
        values (${id}, ${item}, ${site}, 1, 'WEEK', 10)`.execute(work.sql);
    const bill = newId();
    await sql`insert into planning_bill (id, item_id) values (${bill}, ${table})`.execute(work.sql);
    await sql`insert into planning_bill_component (id, bill_id, position, item_id, quantity) values (${newId()}, ${bill}, 1, ${leg}, 4)`.execute(
      work.sql,
    );
    await sql`insert into planning_demand (id, item_id, site_id, due_on, quantity) values (${newId()}, ${table}, ${site}, '2026-12-21', 10)`.execute(
      work.sql,
    );
  });
  await plan();
});
afterAll(() => app.close());

const plan = (scenario: Scenario | null = null) =>
  mrpRuns.run(app.database, systemActor('planning'), {
    kind: 'REGENERATIVE',
    scenarioId: scenario && keyOf(scenario.id),
  });
const act = async (name: string, input: object): Promise<Told['told']> => {
  const { data, errors } = await app.run<Told>(
    planner,
    `mutation ($input: PlanningScenario${name}Input!) { told: planningScenario${name}(input: $input) {
      scenario { id state version isPlanned changes { id kind field lotRule value } } userErrors { code path } } }`,
    { input: { idempotencyKey: newId(), ...input } },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data.told;
};
const end = async (how: 'Apply' | 'Discard', { id, version }: Scenario): Promise<Told['told']> => {
  const { data } = await app.run<Told>(
    planner,
    `mutation ($input: PlanningScenarioEndInput!) { told: planningScenario${how}(input: $input) {
      scenario { id state version isPlanned changes { id kind field lotRule value } } userErrors { code path } } }`,
    { input: { idempotencyKey: newId(), scenarioId: id, expectedVersion: version } },
  );
  return data.told;
};
const opened = async (name: string): Promise<Scenario> => (await act('Open', { name })).scenario!;
const change = async (scenario: Scenario, sku: keyof typeof planning, what: object): Promise<Scenario> =>
  (await act('Change', { scenarioId: scenario.id, planningItemId: toGlobalId('pli', planning[sku]), ...what }))
    .scenario!;
const compared = async ({ id }: Scenario): Promise<Comparison | null> => {
  const { data } = await app.run<{ planningComparison: Comparison | null }>(
    planner,
    `query ($id: ID!) { planningComparison(scenarioId: $id) { plan { orderCount } scenario { orderCount } addedCount movedCount resizedCount
      rows { kind sku planQuantity scenarioQuantity planDueOn scenarioDueOn } } }`,
    { id },
  );
  return data.planningComparison;
};
const orders = async (scenario: Scenario | null = null) =>
  (
    await app.prepare((work) =>
      sql`select item_id, quantity::float8 as quantity, release_on::text, due_on::text from planning_planned_order
        where state = 'OPEN' and scenario_id is not distinct from ${scenario && keyOf(scenario.id)}::uuid order by 1, 4`.execute(
        work.sql,
      ),
    )
  ).rows;

it('lays more demand, stock and a longer lead time over the plan, and tells what that changes', async () => {
  const held = await orders();
  const open = await opened('A good Christmas');
  expect(await compared(open)).toBeNull();
  await change(open, 'TABLE', { kind: 'DEMAND', dueOn: '2026-12-21', value: '5' });
  await change(open, 'LEG', { kind: 'ITEM', field: 'SAFETY_STOCK', value: '8' });
  const said = await change(open, 'TABLE', { kind: 'ITEM', field: 'LEAD_TIME', value: '2' });
  expect(said.changes).toHaveLength(3);
  await plan(said);
  const found = await compared(said);
  expect(found).toMatchObject({ plan: { orderCount: 2 }, scenario: { orderCount: 3 } });
  expect(found?.rows).toEqual([
    {
      kind: 'MOVED',
      sku: 'LEG',
      planQuantity: '40',
      planDueOn: '2026-12-14',
      scenarioQuantity: '8',
      scenarioDueOn: '2026-11-23',
    },
    {
      kind: 'ADDED',
      sku: 'LEG',
      planQuantity: null,
      planDueOn: null,
      scenarioQuantity: '60',
      scenarioDueOn: '2026-12-07',
    },
    {
      kind: 'RESIZED',
      sku: 'TABLE',
      planQuantity: '10',
      planDueOn: '2026-12-21',
      scenarioQuantity: '15',
      scenarioDueOn: '2026-12-21',
    },
  ]);
  expect(await orders()).toEqual(held);

  const record = await app.prepare((work) =>
    mrpRecords.read(work, { planningItemId: planning.LEG, scenarioId: keyOf(said.id) }),
  );
  expect(
    record?.buckets
      .filter(({ netRequirements }) => netRequirements !== '0')
      .map(({ plannedReceipts }) => plannedReceipts),
  ).toEqual(['8', '60']);
});

it('becomes the plan once it is applied: the next run finds what the scenario foretold', async () => {
  const open = await opened('Take it');
  const said = await change(open, 'TABLE', { kind: 'DEMAND', dueOn: '2026-12-28', value: '7' });
  await plan(said);
  const foretold = await orders(said);
  const { scenario } = await end('Apply', said);
  expect(scenario).toMatchObject({ state: 'APPLIED' });
  expect(await orders(said)).toEqual([]);
  await plan();
  expect(await orders()).toEqual(foretold);
  expect((await end('Discard', scenario!)).userErrors[0]).toMatchObject({ code: 'NOT_POSSIBLE_NOW' });
});

it('leaves nothing behind when it is thrown away', async () => {
  const held = await orders();
  const open = await opened('No');
  const said = await change(open, 'LEG', { kind: 'ITEM', field: 'ORDER_MULTIPLE', value: '50' });
  await plan(said);
  expect((await compared(said))?.resizedCount).toBe(2);
  await end('Discard', said);
  expect(await orders(said)).toEqual([]);
  await plan();
  expect(await orders()).toEqual(held);
});

it('refuses what says nothing, and takes back what was said', async () => {
  const open = await opened('Half');
  const about = { scenarioId: open.id, planningItemId: toGlobalId('pli', planning.LEG) };
  const { userErrors } = await act('Change', { ...about, kind: 'DEMAND', value: '5' });
  expect(userErrors[0]).toEqual({ code: 'INVALID_PLANNING_DATA', path: ['input', 'dueOn'] });
  expect((await act('Open', { name: ' ' })).userErrors[0]?.code).toBe('REASON_NEEDED');
  const said = await change(open, 'LEG', { kind: 'ITEM', field: 'LOT_SIZE', value: '5' });
  const { scenario } = await act('ChangeRemove', { scenarioId: open.id, changeId: said.changes[0]!.id });
  expect(scenario?.changes).toEqual([]);
});

it('tries another lot rule, refused until it has what it needs, and plans by it once it is applied', async () => {
  const open = await opened('In lots');
  const leg = { scenarioId: open.id, planningItemId: toGlobalId('pli', planning.LEG), kind: 'ITEM' };
  const fixed = { ...leg, field: 'LOT_RULE', lotRule: 'FIXED' };
  expect((await act('Change', fixed)).userErrors[0]).toEqual({ code: 'INVALID_LOT_RULE', path: ['input', 'lotSize'] });
  expect((await act('Change', { ...leg, field: 'LOT_RULE' })).userErrors[0]?.path).toEqual(['input', 'lotRule']);
  const { scenario: sized } = await act('Change', { ...leg, field: 'LOT_SIZE', value: '30' });
  const { scenario: ruled } = await act('Change', fixed);
  const rule = ruled?.changes.find(({ field }) => field === 'LOT_RULE');
  expect(rule).toMatchObject({ lotRule: 'FIXED', value: null });
  const lot = { scenarioId: open.id, changeId: sized?.changes[0]?.id };
  expect((await act('ChangeRemove', lot)).userErrors[0]?.code).toBe('INVALID_LOT_RULE');
  await plan(ruled);
  expect((await compared(ruled!))?.rows.map(({ sku }) => sku)).toContain('LEG');
  const foretold = await orders(ruled);
  expect(foretold).not.toEqual(await orders());
  await end('Apply', ruled!);
  await plan();
  expect(await orders()).toEqual(foretold);
});
