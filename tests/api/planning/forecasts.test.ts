import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../../server/src/kernel/calendar-date.ts';
import { newId, toGlobalId } from '../../../server/src/kernel/id.ts';
import { recomputeForecasts } from '../../../server/src/modules/planning/forecast/forecast-recomputation.service.ts';
import { safetyStocks } from '../../../server/src/modules/planning/stock/safety-stocks.service.ts';
import { mrpRuns } from '../../../server/src/modules/planning/mrp/mrp-run.service.ts';
import { systemActor, type Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';

const MONDAY = '2026-11-23';
const week = (number: number) => addDays(MONDAY, 7 * number);
const STEADY = [20, 22, 19, 21, 20, 23, 18, 20, 21, 19, 22, 20, 20, 21, 19, 20];

interface Row {
  id: string;
  version: number;
  method: string;
  source: string;
  wape: string;
  candidates: { method: string; mae: string }[];
  item: { sku: string };
}
interface Week {
  startsOn: string;
  actual: string | null;
  forecast: string | null;
  ordered: string | null;
  left: string | null;
  reason: string;
}

let app: TestApp;
let planner: Actor;
let viewer: Actor;
let admin: Actor;
let site: string;
const ids = new Map<string, string>();

beforeAll(async () => {
  app = await TestApp.start({ now: () => new Date('2026-11-25T10:00:00Z') });
  const company = await anOrganisation(app, 'company');
  planner = await anActor(app, company, 'PLANNER');
  admin = await anActor(app, company, 'ADMIN');
  viewer = await anActor(app, company, 'VIEWER');
  site = await aSite(app);
  for (const sku of ['STEADY', 'LUMPY', 'DRAWN', 'PART']) ids.set(sku, (await anItem(app, { sku, supply: 'BUY' })).id);
  await asked('STEADY', STEADY);
  await asked('LUMPY', [0, 0, 30, 0, 0, 0, 50, 0, 40, 0, 0, 0, 0, 60, 0, 0]);
  for (const sku of ['DRAWN', 'PART'])
    await write(sql`insert into inventory_daily_usage (item_id, site_id, day, quantity)
      select ${ids.get(sku)}::uuid, ${site}::uuid, ${week(-10)}::date + d, 3 from generate_series(0, 69) d`);
  const bill = newId();
  await write(sql`insert into planning_bill (id, item_id) values (${bill}, ${ids.get('DRAWN')})`);
  await write(sql`insert into planning_bill_component (id, bill_id, position, item_id, quantity)
    values (${newId()}, ${bill}, 1, ${ids.get('PART')}, 1)`);
  await recomputeForecasts(app.database);
});
afterAll(() => app.close());

const write = (statement: ReturnType<typeof sql>) => app.prepare((work) => statement.execute(work.sql));
const demand = (sku: string, on: string, quantity: number) =>
  write(sql`insert into planning_demand (id, item_id, site_id, due_on, quantity, reference)
    values (${newId()}, ${ids.get(sku)}, ${site}, ${on}, ${quantity}, ${newId()})`);
async function asked(sku: string, weeks: readonly number[]): Promise<void> {
  for (const [place, quantity] of weeks.entries()) await demand(sku, addDays(week(place - weeks.length), 2), quantity);
}

const list = async () =>
  (
    await app.ask<{ forecasts: { edges: { node: Row }[] } }>(
      planner,
      '{ forecasts(first: 10) { edges { node { id version method source wape candidates { method mae } item { sku } } } } }',
    )
  ).forecasts.edges.map(({ node }) => node);
const of = async (sku: string) => (await list()).find(({ item }) => item.sku === sku)!;
const weeksOf = async (sku: string) =>
  (
    await app.ask<{ forecastWeeks: Week[] }>(
      planner,
      'query ($id: ID!) { forecastWeeks(forecastId: $id) { startsOn actual forecast ordered left reason } }',
      { id: (await of(sku)).id },
    )
  ).forecastWeeks;
const ahead = async (sku: string) => (await weeksOf(sku)).filter(({ startsOn }) => startsOn >= MONDAY);

const OVERRIDE =
  'mutation ($input: ForecastOverrideInput!) { forecastOverride(input: $input) { forecast { version overrideCount } userErrors { code path } } }';
const override = async (input: Record<string, unknown>, actor = planner) => {
  const { id, version } = await of('STEADY');
  const answer = await app.run<{ forecastOverride: object }>(actor, OVERRIDE, {
    input: { forecastId: id, expectedVersion: version, ...input },
  });
  return { ...answer.data?.forecastOverride, errors: answer.errors };
};

it('learns from orders by the day they were wanted, by the method that was nearest over the holdout, worst first', async () => {
  const rows = await list();
  expect(rows.map(({ item }) => item.sku)).toEqual(['LUMPY', 'STEADY', 'DRAWN']);
  const steady = rows[1]!;
  expect(steady.method).toBe(steady.candidates[0]?.method);
  const errors = steady.candidates.map(({ mae }) => Number(mae));
  expect(errors).toEqual([...errors].sort((a, b) => a - b));
  expect(Number(steady.wape)).toBeLessThan(0.1);
  const [first] = await ahead('STEADY');
  expect(Number(first?.forecast)).toBeGreaterThan(18);
  expect((await weeksOf('STEADY')).slice(0, 16).map(({ actual }) => Number(actual))).toEqual(STEADY);
});

it('takes what was drawn where no order says more, and leaves parts to the plan', async () => {
  expect(await of('DRAWN')).toMatchObject({ source: 'USAGE' });
  expect(Number((await ahead('DRAWN'))[0]?.forecast)).toBeCloseTo(21, 3);
  expect(await of('PART')).toBeUndefined();
});

it('takes an override with its reason, refuses one without, and plans for it', async () => {
  const weeks = [{ bucketOn: week(2), quantity: '500' }];
  expect(await override({ reason: ' ', weeks })).toMatchObject({ userErrors: [{ code: 'REASON_NEEDED' }] });
  expect(await override({ reason: 'Fair', weeks: [{ bucketOn: week(-1), quantity: '5' }] })).toMatchObject({
    userErrors: [{ code: 'NOT_FOUND', path: ['input', 'weeks', '0', 'bucketOn'] }],
  });
  expect((await override({ reason: 'Fair', weeks }, viewer)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const { version } = await of('STEADY');
  expect(await override({ reason: 'Fair', weeks })).toMatchObject({
    forecast: { version: version + 1 },
    userErrors: [],
  });
  expect(await override({ reason: 'Fair', weeks, expectedVersion: version })).toMatchObject({
    userErrors: [{ code: 'STALE_OBJECT' }],
  });
  await recomputeForecasts(app.database);
  expect((await ahead('STEADY'))[2]).toMatchObject({ forecast: '500', left: '500', reason: 'Fair' });
  await mrpRuns.run(app.database, systemActor('planning'), { kind: 'REGENERATIVE' });
  const { rows } = await app.prepare((work) =>
    sql`select from planning_planned_order where item_id = ${ids.get('STEADY')} and due_on between ${week(2)} and ${week(3)} and quantity >= 500`.execute(
      work.sql,
    ),
  );
  expect(rows).toHaveLength(1);
  expect(
    await app.ask(admin, '{ auditEntries(first: 1, act: "forecastOverride") { edges { node { act } } } }'),
  ).toEqual({ auditEntries: { edges: [{ node: { act: 'forecastOverride' } }] } });
});

it('computes by the method a planner chose until it is handed back', async () => {
  const choose = async (method: string | null) => {
    const { id, version } = await of('STEADY');
    return app.ask<{ forecastMethodChoose: { forecast: { method: string } } }>(
      planner,
      'mutation ($input: ForecastMethodInput!) { forecastMethodChoose(input: $input) { forecast { method isMethodChosen } userErrors { code } } }',
      { input: { forecastId: id, expectedVersion: version, method } },
    );
  };
  expect(await choose('CROSTON')).toMatchObject({
    forecastMethodChoose: { forecast: { method: 'CROSTON', isMethodChosen: true } },
  });
  await recomputeForecasts(app.database);
  expect(await of('STEADY')).toMatchObject({ method: 'CROSTON' });
  const best = (await of('STEADY')).candidates[0]?.method;
  expect(await choose(null)).toMatchObject({
    forecastMethodChoose: { forecast: { method: best, isMethodChosen: false } },
  });
});

it("lets orders consume the forecast of neighbouring weeks as the site's policy says, in the run as in the record", async () => {
  const [now, next] = (await ahead('STEADY')).map(({ forecast }) => Number(forecast));
  await demand('STEADY', addDays(week(1), 1), Math.round((now! + next!) * 1.5));
  expect((await ahead('STEADY')).slice(0, 2).map(({ left }) => Number(left))).toEqual([now, 0]);
  await write(
    sql`insert into planning_policy (id, site_id, consume_backward, consume_forward) values (${newId()}, ${site}, 1, 1)`,
  );
  const [first, second, third] = await ahead('STEADY');
  expect([first?.left, second?.left]).toEqual(['0', '0']);
  expect(Number(third?.left)).toBeLessThan(500);
  await mrpRuns.run(app.database, systemActor('planning'), { kind: 'REGENERATIVE' });
  const { planningItems } = await app.ask<{ planningItems: { edges: { node: { id: string } }[] } }>(
    planner,
    'query ($itemId: ID!) { planningItems(first: 1, itemId: $itemId) { edges { node { id } } } }',
    { itemId: toGlobalId('itm', ids.get('STEADY')!) },
  );
  const { mrpRecord } = await app.ask<{ mrpRecord: { buckets: Record<string, string>[] } }>(
    planner,
    'query ($id: ID!) { mrpRecord(planningItemId: $id) { buckets { grossRequirements projectedOnHand } } }',
    { id: planningItems.edges[0]!.node.id },
  );
  expect(Number(mrpRecord.buckets[1]?.['grossRequirements'])).toBe(0);
  // Planned for as it is shown: nothing is left over, nothing missing.
  expect(mrpRecord.buckets.slice(1, 8).map(({ projectedOnHand }) => Number(projectedOnHand) < 1)).toEqual(
    Array(7).fill(true),
  );
});

it('proposes safety stocks from demand and learned lead times, and plans with them once they are applied', async () => {
  await write(sql`update planning_item set service_level = 0.95, lead_time = 10 where item_id = ${ids.get('DRAWN')}`);
  await write(sql`insert into planning_item (id, item_id, site_id, service_level, lead_time) values (${newId()}, ${ids.get('PART')}, ${site}, 0.9, 7)
    on conflict (item_id, site_id) do update set service_level = 0.9, lead_time = 7`);
  // Lead times of 3, 7 and 11 days: a mean of 7, a deviation of 4.
  for (const [place, days] of [3, 7, 11].entries())
    await write(sql`insert into planning_work_order (id, item_id, site_id, state, quantity, start_on, due_on, released_at, completed_at)
      values (${newId()}, ${ids.get('PART')}, ${site}, 'COMPLETED', 1, ${week(-8 + place)}, ${week(-6)}, ${week(-8 + place)}::timestamptz + interval '12 hours',
        ${addDays(week(-8 + place), days)}::timestamptz + interval '12 hours')`);
  await write(sql`update catalog_item set supply = 'MAKE' where id = ${ids.get('PART')}`);
  await app.database.transact(systemActor('planning'), (work) => safetyStocks.recompute(work));
  const FIELDS =
    'id version isOpen receiptCount leadTimeSource demandMean leadTimeMean leadTimeDeviation proposed { value } current { value } item { sku }';
  type Proposal = { id: string; version: number; item: { sku: string } };
  const proposals = async () =>
    (
      await app.ask<{ safetyStockProposals: { edges: { node: Proposal }[] } }>(
        planner,
        `{ safetyStockProposals(first: 9, isOpen: null, sort: ITEM) { edges { node { ${FIELDS} } } } }`,
      )
    ).safetyStockProposals.edges.map(({ node }) => node);
  const [drawn, made] = await proposals();
  // Three a day without fail: certain demand and a lead time that is taken as certain keep nothing.
  expect(drawn).toMatchObject({
    item: { sku: 'DRAWN' },
    leadTimeSource: 'PLANNED',
    proposed: { value: '0' },
    isOpen: false,
  });
  // z(0.9) x 3 x 4 = 15.38, in whole pieces.
  expect(made).toMatchObject({
    item: { sku: 'PART' },
    leadTimeSource: 'RECEIPTS',
    receiptCount: 3,
    demandMean: '3',
    leadTimeMean: '7',
    leadTimeDeviation: '4',
    proposed: { value: '16' },
    current: { value: '0' },
    isOpen: true,
  });
  const apply = async (expectedVersion: number) =>
    (
      await app.run(
        planner,
        'mutation ($input: SafetyStockApplyInput!) { safetyStockApply(input: $input) { proposals { isOpen current { value } } userErrors { code path } } }',
        { input: { idempotencyKey: newId(), proposals: [{ proposalId: made!.id, expectedVersion }] } },
      )
    ).data;
  expect(await apply(99)).toMatchObject({ safetyStockApply: { userErrors: [{ code: 'STALE_OBJECT' }] } });
  expect(await apply(made!.version)).toEqual({
    safetyStockApply: { proposals: [{ isOpen: false, current: { value: '16' } }], userErrors: [] },
  });
});
