import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from 'kysely';
import { addDays, startOfWeek } from '../../../server/src/kernel/calendar-date.ts';
import { newId } from '../../../server/src/kernel/id.ts';
import { mrpRuns } from '../../../server/src/modules/planning/mrp/mrp-run.service.ts';
import { systemActor, type Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anItem } from '../../support/factories/catalog.ts';
import { someStock } from '../../support/factories/inventory.ts';
import { aCorridor, anAgreement, gid, usage, type Corridor } from '../../support/factories/vmi.ts';

let app: TestApp;
let corridor: Corridor;
beforeAll(async () => {
  app = await TestApp.start();
  corridor = await aCorridor(app, 'Alpine Bearings');
});
afterAll(() => app.close());

const today = new Date().toISOString().slice(0, 10);

type Line = {
  id: string;
  colour: string;
  daysOfSupply: string | null;
  averageUsage: { value: string } | null;
  onHand: { value: string; unit: string };
  position: { value: string };
  asOf: string | null;
  version: number;
  allowedActions: string[];
  limits: { minimum: { value: string } | null; owner: string; revision: number };
  alerts: { type: string; message: string; severity: string }[];
};

const fields =
  'id colour daysOfSupply averageUsage { value } onHand { value unit } position { value } asOf version allowedActions limits { owner revision minimum { value } } alerts { type message severity }';

const lineOf = async (id: string, actor = corridor.buyer) =>
  (
    await app.ask<{ vmiLine: Line | null }>(actor, `query ($id: ID!) { vmiLine(id: $id) { ${fields} } }`, {
      id,
    })
  ).vmiLine;

async function theLine(wish: Parameters<typeof anAgreement>[1] = {}, of = corridor) {
  const { lines, id: agreementId } = await anAgreement(of, wish);
  const [line] = lines;
  if (!line) throw new Error('no line');
  return { ...line, agreementId };
}

it.each([
  [0, 'OUT_OF_STOCK'],
  [9, 'BELOW_MIN'],
  [10, 'ON_TRACK'],
  [100, 'ON_TRACK'],
  [101, 'ABOVE_MAX'],
])('colours %d on hand between 10 and 100 as %s', async (onHand, colour) => {
  const { id } = await theLine({ lines: [{ onHand }] });
  expect(await lineOf(id)).toMatchObject({ colour, onHand: { value: String(onHand), unit: 'EA' } });
});

it('has no data where limits are missing', async () => {
  const { id } = await theLine({ lines: [{ onHand: 5, minimum: null }] });
  expect(await lineOf(id)).toMatchObject({ colour: 'NO_DATA' });
});

it('shows the same figures to both sides', async () => {
  const { id, item } = await theLine({ lines: [{ onHand: 30 }] });
  await usage(app, item.id, corridor.siteId, 30, 4);
  await someStock(app, {
    itemId: item.id,
    siteId: corridor.siteId,
    ownerId: corridor.company.id,
    quantity: 2,
  });
  await app.deliver();
  const document = `query ($id: ID!) { vmiLine(id: $id) { onHand { value } position { value } averageUsage { value } daysOfSupply colour asOf projectedStock(unit: DAY, buckets: 10) { startsOn endsOn demand receipts pastDue projected daysOfSupply colour } } }`;
  const [ours, theirs] = [
    await app.ask(corridor.buyer, document, { id }),
    await app.ask(corridor.planner, document, { id }),
  ];
  expect(theirs).toEqual(ours);
  expect(ours).toMatchObject({
    vmiLine: { onHand: { value: '32' }, averageUsage: { value: '4' }, daysOfSupply: '8' },
  });
});

it('counts on hand in storage alone: what is in receiving is not usable yet', async () => {
  const { id, item } = await theLine();
  const { siteId, company } = corridor;
  const [receiving] = await app.owner.query<{ id: string }>(
    "select id from catalog_location where site_id = $1 and kind = 'RECEIVING'",
    [siteId],
  );
  const stock = { itemId: item.id, siteId, ownerId: company.id };
  await someStock(app, { ...stock, quantity: 7, locationId: receiving?.id ?? '' });
  await someStock(app, { ...stock, quantity: 3, status: 'QUALITY' });
  await someStock(app, { ...stock, quantity: 2, status: 'BLOCKED' });
  await someStock(app, { ...stock, quantity: 15 });
  await app.deliver();
  const { vmiLine } = await app.ask<{
    vmiLine: { onHand: { value: string }; inReceiving: { value: string } };
  }>(corridor.planner, 'query ($id: ID!) { vmiLine(id: $id) { onHand { value } inReceiving { value } } }', {
    id,
  });
  expect(vmiLine).toEqual({ onHand: { value: '15' }, inReceiving: { value: '10' } });
});

it('has no cover without demand, and turns days of supply into amounts', async () => {
  const still = await theLine({ lines: [{ onHand: 30 }] });
  expect(await lineOf(still.id)).toMatchObject({ daysOfSupply: null, averageUsage: null });
  const item = await anItem(app);
  await usage(app, item.id, corridor.siteId, 30, 5);
  const moving = await theLine({
    lines: [{ item, mode: 'DAYS_OF_SUPPLY', minimum: 4, reorderPoint: 7, maximum: 20, onHand: 19 }],
  });
  expect(await lineOf(moving.id)).toMatchObject({
    limits: { minimum: { value: '20' } },
    colour: 'BELOW_MIN',
    daysOfSupply: '3.8',
  });
});

it('opens an alert when its cause begins and ends it when the cause ends', async () => {
  const { id, item } = await theLine({ lines: [{ onHand: 5 }] });
  expect((await lineOf(id))?.alerts.map(({ type }) => type)).toEqual(['BELOW_MIN']);
  const { siteId, company } = corridor;
  await someStock(app, { itemId: item.id, siteId, ownerId: company.id, quantity: 40 });
  await app.deliver();
  expect((await lineOf(id))?.alerts).toEqual([]);
  const all = await app.ask<{ vmiAlerts: { nodes: { type: string; endedAt: string | null }[] } }>(
    corridor.planner,
    'query ($id: ID!) { vmiAlerts(first: 10, lineId: $id, isOpen: null) { nodes { type endedAt } } }',
    { id },
  );
  expect(all.vmiAlerts.nodes).toEqual([{ type: 'BELOW_MIN', endedAt: expect.any(String) as string }]);
});

it('keeps one open alert of a kind per line, however often figures are computed', async () => {
  const { id, item } = await theLine();
  const { siteId, company } = corridor;
  for (const quantity of [1, 1]) {
    await someStock(app, { itemId: item.id, siteId, ownerId: company.id, quantity });
    await app.deliver();
  }
  const [{ count } = { count: 0 }] = await app.owner.query<{ count: number }>(
    "select count(*)::int from vmi_alert where line_id::text = $1 and type = 'BELOW_MIN'",
    [id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')],
  );
  expect(count).toBe(1);
});

it('warns of a stockout that lies ahead, on its day', async () => {
  const item = await anItem(app);
  await usage(app, item.id, corridor.siteId, 30, 8);
  const { id } = await theLine({ lines: [{ item, onHand: 29 }] });
  const { vmiLine } = await app.ask<{ vmiLine: { stockoutOn: string; alerts: { type: string }[] } }>(
    corridor.planner,
    'query ($id: ID!) { vmiLine(id: $id) { stockoutOn alerts { type } } }',
    { id },
  );
  expect(vmiLine.stockoutOn).toBe(addDays(today, 3));
  expect(vmiLine.alerts.map(({ type }) => type)).toContain('PROJECTED_STOCKOUT');
});

it('keeps demand to ourselves where the agreement does not share it', async () => {
  const other = await aCorridor(app, 'Quiet Castings', corridor.siteId);
  const item = await anItem(app);
  await usage(app, item.id, other.siteId, 30, 8);
  const { id } = await theLine({ terms: { sharesDemand: false }, lines: [{ item, onHand: 29 }] }, other);
  const document =
    'query ($id: ID!) { vmiLine(id: $id) { averageUsage { value } daysOfSupply stockoutOn projectedStock(unit: DAY, buckets: 1) { demand projected colour } } }';
  expect(await app.ask(other.planner, document, { id })).toEqual({
    vmiLine: {
      averageUsage: null,
      daysOfSupply: null,
      stockoutOn: null,
      projectedStock: [{ demand: null, projected: null, colour: 'NO_DATA' }],
    },
  });
  expect(await app.ask(other.buyer, document, { id })).toMatchObject({ vmiLine: { daysOfSupply: '3.625' } });
});

it('shows the supplier what the plan needs of a line, of the item itself and for what it goes into, unless demand is not shared', async () => {
  const planned = 'query ($id: ID!) { vmiLine(id: $id) { plannedDemand { startsOn quantity { value unit } } } }';
  const seen = async (by: Actor, id: string) =>
    (await app.ask<{ vmiLine: { plannedDemand: unknown } | null }>(by, planned, { id })).vmiLine;
  const other = await aCorridor(app, 'Planned Springs', corridor.siteId);
  const [spring, door] = await Promise.all([anItem(app), anItem(app, { supply: 'MAKE' })]);
  const { id } = await theLine({ lines: [{ item: spring, quotaShare: 0.5 }] }, other);
  const quiet = await aCorridor(app, 'Quiet Springs', corridor.siteId);
  const hidden = await theLine({ terms: { sharesDemand: false }, lines: [{ item: spring, quotaShare: 0.5 }] }, quiet);
  const monday = addDays(startOfWeek(today), 14);
  await app.prepare(async (work) => {
    const bill = newId();
    await sql`insert into planning_bill (id, item_id) values (${bill}, ${door.id})`.execute(work.sql);
    await sql`insert into planning_bill_component (id, bill_id, position, item_id, quantity) values (${newId()}, ${bill}, 1, ${spring.id}, 2)`.execute(
      work.sql,
    );
    for (const [item, on, quantity] of [
      [door.id, addDays(monday, 7), 10],
      [spring.id, addDays(monday, 9), 3],
      [spring.id, monday, 5],
    ] as const)
      await sql`insert into planning_demand (id, item_id, site_id, due_on, quantity, reference)
        values (${newId()}, ${item}, ${other.siteId}, ${on}, ${quantity}, ${newId()})`.execute(work.sql);
  });
  await mrpRuns.run(app.database, systemActor('planning'), { kind: 'REGENERATIVE' });
  await app.deliver();
  const needs = [
    { startsOn: monday, quantity: { value: '5', unit: 'EA' } },
    { startsOn: addDays(monday, 7), quantity: { value: '23', unit: 'EA' } },
  ];
  expect(await seen(other.planner, id)).toEqual({ plannedDemand: needs });
  expect(await seen(quiet.planner, hidden.id)).toEqual({ plannedDemand: null });
  expect(await seen(quiet.buyer, hidden.id)).toEqual({ plannedDemand: needs });
  expect(await seen(quiet.planner, id)).toBeNull();
});

it('lists lines by what runs out first, page by page, in one statement', async () => {
  const other = await aCorridor(app, 'Sorted Steel');
  const items = await Promise.all([1, 2, 3].map(() => anItem(app)));
  for (const [index, item] of items.entries()) await usage(app, item.id, other.siteId, 30, index + 1);
  const { lines } = await anAgreement(other, {
    lines: [...items.map((item) => ({ item, onHand: 30 })), { onHand: 30 }],
  });
  const document = `query ($after: String) { vmiLines(first: 2, after: $after, sort: COVER) { nodes { ${fields} item { sku name } supplierItem { leadTimeDays } agreement { number } openProposal { quantity { value } } projectedStock { startsOn projected } supplies { kind } } totalCount pageInfo { endCursor } } }`;
  type Page = { vmiLines: { nodes: Line[]; totalCount: number; pageInfo: { endCursor: string } } };
  let first!: Page;
  const statements = await app.statements(async () => (first = await app.ask<Page>(other.planner, document)));
  expect(statements).toHaveLength(1);
  const second = await app.ask<Page>(other.planner, document, { after: first.vmiLines.pageInfo.endCursor });
  expect([...first.vmiLines.nodes, ...second.vmiLines.nodes].map(({ id }) => id)).toEqual([
    lines[2]?.id,
    lines[1]?.id,
    lines[0]?.id,
    lines[3]?.id,
  ]);
  expect(first.vmiLines.totalCount).toBe(4);
});

it('finds lines by colour, by a part of the item, by agreement and by supplier', async () => {
  const { id, agreementId, item } = await theLine({ lines: [{ onHand: 500 }] });
  const count = async (filter: string, variables = {}) =>
    (
      await app.ask<{ vmiLines: { nodes: { id: string }[] } }>(
        corridor.buyer,
        `query ($a: ID, $s: ID, $t: String) { vmiLines(first: 100, agreementId: $a, supplierId: $s, search: $t${filter}) { nodes { id } } }`,
        variables,
      )
    ).vmiLines.nodes.filter((line) => line.id === id).length;
  expect(await count(', colour: [ABOVE_MAX]')).toBe(1);
  expect(await count(', colour: [BELOW_MIN]')).toBe(0);
  expect(await count('', { t: item.sku.toLowerCase() })).toBe(1);
  expect(await count('', { a: agreementId })).toBe(1);
  expect(await count('', { s: gid('org', corridor.supplier.id) })).toBe(1);
  expect(await count('', { s: gid('org', corridor.company.id) })).toBe(0);
});

it('shows a supplier neither the lines, nor the alerts, nor the figures of another', async () => {
  const { id } = await theLine({ lines: [{ onHand: 1 }] });
  const other = await aCorridor(app, 'Nosy Metals');
  const document = `query ($id: ID!) { vmiLine(id: $id) { id } vmiAlerts(first: 100) { totalCount } vmiLines(first: 100) { totalCount } vmiProposals(first: 1) { totalCount } vmiCommitments(first: 1) { totalCount } }`;
  const foreign = await app.run(other.planner, document, { id });
  const unknown = await app.run(other.planner, document, { id: 'vln_0198c5c60000700080000000000000ff' });
  expect(foreign).toEqual(unknown);
  expect(foreign.data).toMatchObject({
    vmiLine: null,
    vmiAlerts: { totalCount: 0 },
    vmiLines: { totalCount: 0 },
  });
});

it('counts everything the reader may see in one statement', async () => {
  const other = await aCorridor(app, 'Counted Casts');
  await anAgreement(other, { lines: [{ onHand: 5 }, { onHand: 50 }, {}] });
  let data!: object;
  const statements = await app.statements(
    async () =>
      (data = await app.ask(
        other.planner,
        '{ vmiSummary { lineCount colours { colour count } alerts { type count } awaitingAnswer overdueAnswers awaitingReview awaitingSignature } }',
      )),
  );
  expect(statements).toHaveLength(1);
  expect(data).toMatchObject({ vmiSummary: { lineCount: 3, awaitingAnswer: 0, awaitingSignature: 0 } });
});
