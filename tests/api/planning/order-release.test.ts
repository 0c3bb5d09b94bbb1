import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixedClock } from '../../../server/src/kernel/clock.ts';
import { newId } from '../../../server/src/kernel/id.ts';
import { mrpRuns } from '../../../server/src/modules/planning/mrp/mrp-run.service.ts';
import { systemActor, type Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anItem } from '../../support/factories/catalog.ts';
import { anActor } from '../../support/factories/identity.ts';
import { aTrade, type Trade } from '../../support/factories/purchasing.ts';

let app: TestApp;
let trade: Trade;
let planner: Actor;
const ids = { WHEEL: '', SPOKE: '', ORPHAN: '' };

beforeAll(async () => {
  app = await TestApp.start(fixedClock('2026-11-25T10:00:00Z'));
  trade = await aTrade(app, { sku: 'SPOKE' });
  planner = await anActor(app, trade.company, 'PLANNER');
  ids.SPOKE = trade.item.id;
  ids.WHEEL = (await anItem(app, { sku: 'WHEEL', supply: 'MAKE' })).id;
  ids.ORPHAN = (await anItem(app, { sku: 'ORPHAN' })).id;
  await app.prepare(async (work) => {
    const bill = newId();
    await sql`insert into planning_bill (id, item_id) values (${bill}, ${ids.WHEEL})`.execute(work.sql);
    await sql`insert into planning_bill_component (id, bill_id, position, item_id, quantity) values (${newId()}, ${bill}, 1, ${ids.SPOKE}, 32)`.execute(
      work.sql,
    );
    for (const [itemId, on, quantity] of [
      [ids.WHEEL, '2026-12-14', 10],
      [ids.WHEEL, '2026-12-28', 5],
      [ids.ORPHAN, '2026-12-14', 1],
    ] as const)
      await sql`insert into planning_demand (id, item_id, site_id, due_on, quantity)
        values (${newId()}, ${itemId}, ${trade.siteId}, ${on}, ${quantity})`.execute(work.sql);
  });
  await run();
});
afterAll(() => app.close());

const run = () => mrpRuns.run(app.database, systemActor('planning'), { kind: 'NET_CHANGE' });
interface Planned {
  id: string;
  state: string;
  dueOn: string;
  item: { sku: string };
  quantity: { value: string };
  documentType: string | null;
  documentNumber: string | null;
}
const FIELDS = 'id state dueOn item { sku } quantity { value } documentType documentNumber';
const planned = async (sku: string): Promise<Planned[]> => {
  const { data } = await app.run<{ plannedOrders: { edges: { node: Planned }[] } }>(
    planner,
    `{ plannedOrders(first: 50) { edges { node { ${FIELDS} } } } }`,
  );
  return data.plannedOrders.edges.map(({ node }) => node).filter(({ item }) => item.sku === sku);
};
const release = async (orders: readonly Planned[]) => {
  const { data } = await app.run<{
    told: { plannedOrders: Planned[] | null; userErrors: { code: string; message: string }[] };
  }>(
    planner,
    `mutation ($input: PlannedOrderReleaseInput!) {
      told: plannedOrderRelease(input: $input) { plannedOrders { ${FIELDS} } userErrors { code message } } }`,
    { input: { idempotencyKey: newId(), plannedOrderIds: orders.map(({ id }) => id) } },
  );
  return data.told;
};

it('makes one purchase order of what one supplier brings, a delivery for each day, and plans it no second time', async () => {
  const spokes = await planned('SPOKE');
  expect(spokes.map(({ quantity }) => quantity.value)).toEqual(['320', '160']);
  const { plannedOrders } = await release(spokes);
  expect(plannedOrders?.map(({ documentType }) => documentType)).toEqual(['PurchaseOrder', 'PurchaseOrder']);
  expect(new Set(plannedOrders?.map(({ documentNumber }) => documentNumber)).size).toBe(1);
  const { rows } = await app.prepare((work) =>
    sql`select requested_on::text as on, requested_quantity::float8 as quantity, supplier_id from purchasing_schedule_line order by requested_on`.execute(
      work.sql,
    ),
  );
  expect(rows).toEqual(
    spokes.map(({ dueOn, quantity }) => ({
      on: dueOn,
      quantity: Number(quantity.value),
      supplier_id: trade.supplier.id,
    })),
  );
});

it('makes a work order of what is made; its components stay needed, and nothing is ordered twice', async () => {
  const [first] = await planned('WHEEL');
  const { plannedOrders } = await release([first!]);
  expect(plannedOrders?.[0]).toMatchObject({ state: 'CONVERTED', documentType: 'WorkOrder' });
  const { rows } = await app.prepare((work) =>
    sql<{ id: string; needed: number }>`select w.id, c.required_quantity::float8 as needed from planning_work_order w
      join planning_work_order_component c on c.work_order_id = w.id`.execute(work.sql),
  );
  expect(rows[0]).toMatchObject({ needed: 320 });
  await run();
  expect((await planned('WHEEL')).reduce((sum, { quantity }) => sum + Number(quantity.value), 0)).toBe(5);
});

it('refuses an order that nobody supplies, and with it all that were chosen', async () => {
  const [orphan] = await planned('ORPHAN');
  const [wheel] = await planned('WHEEL');
  const { userErrors } = await release([orphan!, wheel!]);
  expect(userErrors[0]).toMatchObject({ code: 'NO_SUPPLIER', message: expect.stringContaining('ORPHAN') as string });
  expect((await planned('WHEEL'))[0]).toMatchObject({ state: 'OPEN' });
});

it('refuses to release an order twice', async () => {
  const [wheel] = await planned('WHEEL');
  await release([wheel!]);
  expect((await release([wheel!])).userErrors[0]).toMatchObject({ code: 'NOT_POSSIBLE_NOW' });
});
