import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { newId } from '../../../server/src/kernel/id.ts';
import { addDays } from '../../../server/src/kernel/calendar-date.ts';
import { mrpRuns, type RunKind } from '../../../server/src/modules/planning/mrp/mrp-run.service.ts';
import { systemActor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite } from '../../support/factories/catalog.ts';
import { anOrganisation } from '../../support/factories/identity.ts';

const MONDAY = '2026-11-23';
const week = (number: number) => addDays(MONDAY, 7 * (number - 1));

let app: TestApp;
let site: string;
const ids = new Map<string, string>();
const idOf = (sku: string) => ids.get(sku)!;

beforeAll(async () => {
  app = await TestApp.start({ now: () => new Date('2026-11-25T10:00:00Z') });
  await anOrganisation(app, 'company');
  site = await aSite(app);
  for (const sku of ['SHUTTER', 'FRAME', 'SECTION', 'KIT', 'GLUE'])
    ids.set(sku, (await anItem(app, { sku, supply: sku === 'SECTION' || sku === 'GLUE' ? 'BUY' : 'MAKE' })).id);
});
afterAll(() => app.close());

const write = (statement: ReturnType<typeof sql>) => app.prepare((work) => statement.execute(work.sql));
const run = (kind: RunKind = 'REGENERATIVE', scenarioId: string | null = null) =>
  mrpRuns.run(app.database, systemActor('planning'), { kind, scenarioId });

const demand = (sku: string, on: string, quantity: number, kind = 'FIRM') =>
  write(sql`insert into planning_demand (id, item_id, site_id, kind, due_on, quantity, reference)
    values (${newId()}, ${idOf(sku)}, ${site}, ${kind}, ${on}, ${quantity}, ${newId()})`);
const item = (sku: string, leadTime: number, more: { multiple?: number; safety?: number } = {}) =>
  write(sql`insert into planning_item (id, item_id, site_id, lead_time, lead_time_unit, order_multiple, safety_stock)
    values (${newId()}, ${idOf(sku)}, ${site}, ${leadTime}, 'WEEK', ${more.multiple ?? null}, ${more.safety ?? 0})`);
const bill = async (sku: string, parts: Record<string, { per: number; phantom?: boolean; scrap?: number }>) => {
  const id = newId();
  await write(sql`insert into planning_bill (id, item_id) values (${id}, ${idOf(sku)})`);
  let position = 0;
  for (const [part, { per, phantom = false, scrap = 0 }] of Object.entries(parts))
    await write(sql`insert into planning_bill_component (id, bill_id, position, item_id, quantity, is_phantom, scrap)
      values (${newId()}, ${id}, ${++position}, ${idOf(part)}, ${per}, ${phantom}, ${scrap})`);
};

beforeEach(async () => {
  for (const table of [
    'planned_order',
    'message',
    'run',
    'bill',
    'demand',
    'scheduled_receipt',
    'item',
    'changed_item',
  ])
    await write(sql`delete from ${sql.table(`planning_${table}`)}`);
  await item('SHUTTER', 1);
  await item('FRAME', 2);
  await item('SECTION', 1);
  await bill('SHUTTER', { FRAME: { per: 2 }, SECTION: { per: 4 } });
  await write(
    sql`insert into planning_scheduled_receipt (id, item_id, site_id, due_on, quantity) values (${newId()}, ${idOf('SECTION')}, ${site}, ${week(1)}, 70)`,
  );
  await demand('SHUTTER', week(4), 100);
  await demand('SHUTTER', week(8), 150);
});

interface OrderRow {
  sku: string;
  quantity: number;
  release_on: string;
  due_on: string;
}
/** What is to be released, by item: quantities by week. */
async function plan(scenarioId: string | null = null): Promise<Record<string, Record<number, number>>> {
  const { rows } = await app.prepare((work) =>
    sql<OrderRow>`select i.sku, o.quantity::float8 as quantity, o.release_on::text, o.due_on::text
      from planning_planned_order o join catalog_item i on i.id = o.item_id
      where o.scenario_id is not distinct from ${scenarioId}::uuid order by i.sku, o.due_on`.execute(work.sql),
  );
  const releases: Record<string, Record<number, number>> = {};
  for (const { sku, quantity, release_on } of rows) {
    const number = Math.floor((Date.parse(release_on) - Date.parse(MONDAY)) / (7 * 86_400_000)) + 1;
    (releases[sku] ??= {})[number] = quantity;
  }
  return releases;
}
const messages = async () =>
  (
    await app.prepare((work) =>
      sql<{
        sku: string;
        kind: string;
        state: string;
      }>`select i.sku, m.kind, m.state from planning_message m join catalog_item i on i.id = m.item_id
        where m.ended_at is null order by i.sku, m.kind`.execute(work.sql),
    )
  ).rows.map(({ sku, kind }) => `${sku} ${kind}`);

it('plans two levels: frames in weeks 1 and 5, sections in weeks 2 and 6 (supply.md)', async () => {
  const summary = await run();
  expect(await plan()).toEqual({
    FRAME: { 1: 200, 5: 300 },
    SECTION: { 2: 330, 6: 600 },
    SHUTTER: { 3: 100, 7: 150 },
  });
  expect(summary).toMatchObject({ kind: 'REGENERATIVE', itemCount: 3, orderCount: 6 });
  expect(await messages()).toEqual(['FRAME NEW', 'SECTION DEFER']);
});

it('writes nothing when nothing changed, and keeps the keys of orders that stay on their day', async () => {
  await run();
  const keys = () =>
    app
      .prepare((work) => sql`select id, quantity from planning_planned_order order by id`.execute(work.sql))
      .then(({ rows }) => rows);
  const before = await keys();
  expect(await run()).toMatchObject({ runId: null, changedCount: 0 });
  expect(await run('NET_CHANGE')).toMatchObject({ runId: null, changedCount: 0, itemCount: 0 });
  expect(await keys()).toEqual(before);
  await demand('SHUTTER', week(4), 5);
  await run();
  expect((await keys()).map((row) => (row as { id: string }).id)).toEqual(
    before.map((row) => (row as { id: string }).id),
  );
});

it('finds by net change the plan a whole run would make, looking only at what changed', async () => {
  await run();
  await demand('SHUTTER', week(6), 10);
  const net = await run('NET_CHANGE');
  const byNet = await plan();
  expect(net).toMatchObject({ kind: 'NET_CHANGE', itemCount: 3 });
  expect(await run()).toMatchObject({ runId: null });
  expect(await plan()).toEqual(byNet);
  await write(sql`update planning_scheduled_receipt set quantity = 20`);
  expect(await run('NET_CHANGE')).toMatchObject({ kind: 'NET_CHANGE', itemCount: 1 });
  expect((await plan())['SECTION']).toMatchObject({ 2: 380 });
  expect(await run()).toMatchObject({ runId: null });
});

it('passes through a phantom, with what is lost on the way made up once', async () => {
  await bill('KIT', { GLUE: { per: 0.5, scrap: 0.1 } });
  await bill('FRAME', { KIT: { per: 3, phantom: true } });
  expect(await run('NET_CHANGE')).toMatchObject({ kind: 'REGENERATIVE' });
  // Frames are begun in weeks 1 and 5: 200 x 3 x 0.5 / 0.9 rounded up to whole pieces; glue has no lead time.
  expect((await plan())['GLUE']).toEqual({ 1: 334, 5: 500 });
  expect((await plan())['KIT']).toBeUndefined();
  await demand('SHUTTER', week(4), 10);
  await run('NET_CHANGE');
  expect((await plan())['GLUE']).toEqual({ 1: 367, 5: 500 });
  expect(await run()).toMatchObject({ runId: null });
});

it('tells what to bring forward, put off or take back, beyond the tolerances only', async () => {
  await write(sql`delete from planning_demand`);
  await write(sql`delete from planning_scheduled_receipt`);
  const receipt = (on: string) =>
    write(
      sql`insert into planning_scheduled_receipt (id, item_id, site_id, due_on, quantity, reference) values (${newId()}, ${idOf('FRAME')}, ${site}, ${on}, 10, ${on})`,
    );
  await demand('FRAME', week(3), 10);
  await receipt(week(6));
  await run();
  expect(await messages()).toContain('FRAME EXPEDITE');
  await receipt(week(2));
  await run('NET_CHANGE');
  expect(await messages()).toEqual(['FRAME CANCEL', 'FRAME DEFER']);
});

it('follows a scenario on a copy and leaves the plan that holds alone', async () => {
  await run();
  const held = await plan();
  const scenario = newId();
  await write(sql`insert into planning_scenario (id, name) values (${scenario}, 'more')`);
  await write(sql`insert into planning_scenario_change (id, scenario_id, kind, item_id, site_id, due_on, value)
    values (${newId()}, ${scenario}, 'DEMAND', ${idOf('SHUTTER')}, ${site}, ${week(4)}, 20)`);
  await run('REGENERATIVE', scenario);
  expect((await plan(scenario))['FRAME']).toEqual({ 1: 240, 5: 300 });
  expect(await plan()).toEqual(held);
});

it('refuses a structure that loops, by the numbers people know, and leaves the plan as it was', async () => {
  await run();
  const held = await plan();
  await bill('SECTION', { SHUTTER: { per: 1 } });
  await expect(run()).rejects.toThrow(/SHUTTER > SECTION > SHUTTER|SECTION > SHUTTER > SECTION/);
  expect(await plan()).toEqual(held);
});

it('wants of a supplier no more in a week than he can deliver: the rest before, in time to release it, or of another', async () => {
  const [near, far] = [await anOrganisation(app, 'supplier'), await anOrganisation(app, 'supplier')];
  await item('GLUE', 1);
  await demand('GLUE', week(2), 50);
  await demand('GLUE', week(6), 100);
  const source = (supplier: string, share: number, capacity: number | null) =>
    write(sql`insert into planning_source (id, item_id, site_id, supplier_id, quota_share, weekly_capacity)
      values (${newId()}, ${idOf('GLUE')}, ${site}, ${supplier}, ${share}, ${capacity})`);
  await source(near.id, 1, 40);
  await run();
  // Week 1 would have had to be released before today: what week 2 cannot have stays there, and is told.
  const glue = async () =>
    (
      await app.prepare((work) =>
        sql<{ due: string; quantity: number; supplier: string }>`
          select due_on::text as due, quantity::int as quantity, case supplier_id when ${near.id} then 'near' else 'far' end as supplier
          from planning_planned_order where item_id = ${idOf('GLUE')} order by due_on, quantity desc`.execute(work.sql),
      )
    ).rows.map(({ due, quantity, supplier }) => `${due} ${quantity} ${supplier}`);
  const alone = await glue();
  expect(alone).toEqual([
    `${week(2)} 40 near`,
    `${week(2)} 10 near`,
    `${week(4)} 20 near`,
    `${week(5)} 40 near`,
    `${week(6)} 40 near`,
  ]);
  expect(await messages()).toContain('GLUE CAPACITY');
  expect(await run()).toMatchObject({ runId: null, changedCount: 0 });
  await source(far.id, 0.5, 30);
  await run('NET_CHANGE');
  expect(await glue()).toEqual([
    `${week(2)} 40 near`,
    `${week(2)} 10 far`,
    `${week(5)} 30 near`,
    `${week(6)} 40 near`,
    `${week(6)} 30 far`,
  ]);
  expect(await messages()).not.toContain('GLUE CAPACITY');
  expect(await run()).toMatchObject({ runId: null, changedCount: 0 });
  // What is firm with a supplier already takes its place in his week.
  await write(sql`
    insert into planning_planned_order (id, item_id, site_id, kind, quantity, release_on, due_on, is_firm, supplier_id)
    values (${newId()}, ${idOf('GLUE')}, ${site}, 'BUY', 38, ${week(4)}, ${week(5)}, true, ${near.id})`);
  await demand('GLUE', week(6), 40);
  await run('NET_CHANGE');
  expect(await glue()).toEqual([
    `${week(2)} 40 near`,
    `${week(2)} 10 far`,
    `${week(5)} 38 near`,
    `${week(5)} 30 far`,
    `${week(5)} 2 near`,
    `${week(6)} 40 near`,
    `${week(6)} 30 far`,
  ]);
  expect(await run()).toMatchObject({ runId: null, changedCount: 0 });
  await write(sql`delete from planning_planned_order where is_firm`);
  await write(sql`delete from planning_source`);
});
