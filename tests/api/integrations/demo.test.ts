import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createDemoCompany,
  demoAccountLines,
  demoStateOf,
} from '../../../server/src/modules/integrations/demo/demo-company.service.ts';
import { prepareDemo } from '../../../server/src/app/demo.ts';
import type { Runtime } from '../../../server/src/app/runtime.ts';
import { TestApp } from '../../support/app.ts';
import { anOrganisation } from '../../support/factories/identity.ts';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
  expect(await demoStateOf(app.database)).toBe('EMPTY');
  const start = performance.now();
  await createDemoCompany(app.database, app.clock);
  console.log(`the demo took ${Math.round(performance.now() - start)} ms`);
});
afterAll(() => app.close());

const count = async (what: string) =>
  Number((await app.owner.query<{ n: string }>(`select count(*) as n from ${what}`))[0]?.n);

it('knows its own database again', async () => {
  expect(await demoStateOf(app.database)).toBe('DEMO');
});

it('has items in two languages, stock, past usage and orders in several states', async () => {
  expect(await count(`catalog_item where name_zh <> ''`)).toBeGreaterThanOrEqual(40);
  expect(await count('inventory_stock_balance where on_hand > 0')).toBeGreaterThan(40);
  expect(await count('inventory_daily_usage')).toBeGreaterThan(3000);
  const states = await app.owner.query<{ state: string }>('select distinct state from purchasing_order');
  expect(states.map(({ state }) => state).sort()).toEqual(expect.arrayContaining(['CLOSED', 'CONFIRMED', 'ISSUED']));
});

it('has a notice in transit, an overdue one, and a receipt with a discrepancy', async () => {
  expect(await count(`purchasing_notice where state = 'IN_TRANSIT' and overdue_at is null`)).toBe(2);
  expect(await count('purchasing_notice where overdue_at is not null')).toBe(1);
  expect(await count('purchasing_discrepancy')).toBeGreaterThan(0);
});

it('has an active agreement of each variant, and stock that is still the supplier its own', async () => {
  const variants = await app.owner.query<{ variant: string; n: string }>(
    `select v.variant, count(*) as n from vmi_agreement a join vmi_agreement_version v on v.agreement_id = a.id and v.version_no = a.current_version_no
     where a.state = 'ACTIVE' group by 1 order by 1`,
  );
  expect(variants).toEqual([
    { variant: 'PLANNED_SHIPMENT', n: '2' },
    { variant: 'REPLENISHMENT_ORDER', n: '2' },
  ]);
  expect(
    await count(
      'inventory_stock_balance b join identity_organisation o on o.id = b.owner_id where o.is_supplier and b.on_hand > 0',
    ),
  ).toBeGreaterThan(0);
});

it('has customers who wait for a shipment that slipped, and one of them has a choice to make', async () => {
  expect(await count(`sales_order where state = 'CLOSED'`)).toBe(15);
  const late = await app.owner.query(
    `select o.number as customer, i.sku, n.cause, n.late::int as late, n.wanted::int as wanted
     from promising_promise_notice n join identity_organisation o on o.id = n.customer_id join catalog_item i on i.id = n.item_id
     where n.state = 'OPEN' order by 1`,
  );
  expect(late).toContainEqual({
    customer: 'VELONORD',
    sku: 'MOT-350-M',
    cause: 'SUPPLY_DELAYED',
    late: 26,
    wanted: 50,
  });
});

it('lets everybody named at the start sign in', async () => {
  expect(demoAccountLines().every((line) => line.includes(' / corridor-demo  ('))).toBe(true);
  expect(await count('identity_person where password_hash is not null')).toBe(demoAccountLines().length);
});

it('shows lines in every colour and open proposals of both variants, once the events have been heard', async () => {
  await app.deliver();
  const colours = await app.owner.query<{ colour: string }>('select distinct colour from vmi_line_status order by 1');
  expect(colours.map(({ colour }) => colour)).toEqual([
    'ABOVE_MAX',
    'BELOW_MIN',
    'NO_DATA',
    'ON_TRACK',
    'OUT_OF_STOCK',
  ]);
  const variants = await app.owner.query<{ variant: string }>(
    `select distinct v.variant from vmi_proposal p join vmi_agreement a on a.id = p.agreement_id
     join vmi_agreement_version v on v.agreement_id = a.id and v.version_no = a.current_version_no where p.state = 'OPEN' order by 1`,
  );
  expect(variants.map(({ variant }) => variant)).toEqual(['PLANNED_SHIPMENT', 'REPLENISHMENT_ORDER']);
});

/** What the start looks at, in that environment. */
const runtimeOf = (its: TestApp, isProduction: boolean, demo: boolean): Runtime =>
  ({ config: { isProduction, demo }, database: its.database, clock: its.clock }) as Runtime;

it('is not opened to the world: production refuses to start on it', async () => {
  await expect(prepareDemo(runtimeOf(app, true, false))).rejects.toThrow('passwords are public');
});

it('names its accounts at every start, and nobody where it was not asked for', async () => {
  expect(await prepareDemo(runtimeOf(app, false, true))).toEqual(demoAccountLines());
  expect(await prepareDemo(runtimeOf(app, false, false))).toEqual([]);
});

it('never mixes with what somebody else has entered', async () => {
  const own = await TestApp.start();
  try {
    await anOrganisation(own, 'company', 'Ours');
    expect(await prepareDemo(runtimeOf(own, false, true))).toEqual([]);
    expect(await prepareDemo(runtimeOf(own, true, false))).toEqual([]);
    expect(await own.owner.query('select name from identity_organisation')).toEqual([{ name: 'Ours' }]);
  } finally {
    await own.close();
  }
});

it('has deliveries with proof, one on its way, invoices paid, paid in part and overdue, and a return that was credited', async () => {
  expect(await count(`sales_shipment where state = 'DELIVERED' and received_by <> ''`)).toBe(4);
  expect(await count(`sales_shipment where state = 'IN_TRANSIT'`)).toBe(1);
  expect(await count(`sales_invoice where kind = 'INVOICE' and state = 'PAID'`)).toBe(1);
  expect(await count(`sales_invoice where state = 'PARTLY_PAID' and due_on < current_date`)).toBe(1);
  expect(await count(`sales_return where state = 'RESOLVED' and resolution = 'CREDIT'`)).toBe(1);
  expect(await count(`sales_invoice where kind = 'CREDIT_NOTE'`)).toBe(1);
});
