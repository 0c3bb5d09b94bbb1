import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId, toGlobalId } from '../../../server/src/kernel/id.ts';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { bills } from '../../../server/src/modules/planning/bill/bills.service.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import { someStock } from '../../support/factories/inventory.ts';

interface Order {
  id: string;
  state: string;
  version: number;
  openQuantity: { value: string };
  components: {
    id: string;
    item: { sku: string };
    requiredQuantity: { value: string };
    issuedQuantity: { value: string };
  }[];
  reports: { kind: string; reason: string; quantity: { value: string } }[];
}
interface Told {
  told: { workOrder: Order | null; userErrors: { code: string; path: string[] }[] };
}

let app: TestApp;
let planner: Actor;
let hand: Actor;
let siteId: string;
let companyId: string;
const made = { wheel: '', rim: '', spoke: '' };

beforeAll(async () => {
  app = await TestApp.start();
  const company = await anOrganisation(app, 'company');
  companyId = company.id;
  planner = await anActor(app, company, 'PLANNER');
  hand = await anActor(app, company, 'WAREHOUSE');
  siteId = await aSite(app);
  for (const name of ['wheel', 'rim', 'spoke'] as const)
    made[name] = (await anItem(app, { sku: name.toUpperCase() })).id;
  const part = (itemId: string, quantity: number, scrap = '0') => ({
    itemId,
    quantity: new Decimal(quantity),
    scrap: new Decimal(scrap),
    isPhantom: false,
  });
  await app.prepare((work) =>
    bills.save(work, {
      id: null,
      itemId: made.wheel,
      siteId: null,
      revision: '1',
      alternate: 1,
      note: '',
      components: [part(made.rim, 1), part(made.spoke, 32, '0.02')],
    }),
  );
});
afterAll(() => app.close());

const ORDER =
  '{ workOrder { id state version openQuantity { value } components { id item { sku } requiredQuantity { value } issuedQuantity { value } } reports { kind reason quantity { value } } } userErrors { code path } }';
const run = async (act: string, type: string, input: object, actor = planner) => {
  const { data, errors } = await app.run<Told>(
    actor,
    `mutation ($input: ${type}!) { told: ${act}(input: $input) ${ORDER} }`,
    { input: { idempotencyKey: newId(), ...input } },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data.told;
};
const opened = async (quantity = '10'): Promise<Order> => {
  const place = { itemId: toGlobalId('itm', made.wheel), siteId: toGlobalId('sit', siteId) };
  const { workOrder } = await run('workOrderOpen', 'WorkOrderOpenInput', {
    ...place,
    quantity,
    startOn: '2026-12-01',
    dueOn: '2026-12-03',
  });
  return workOrder as Order;
};
const on = ({ id, version }: Order) => ({ workOrderId: id, expectedVersion: version });
const released = async (quantity = '10') =>
  (await run('workOrderRelease', 'WorkOrderActInput', on(await opened(quantity)))).workOrder as Order;
const onHand = async (itemId: string) =>
  (
    await app.owner.query<{ n: number }>(
      'select coalesce(sum(on_hand), 0)::int as n from inventory_stock_balance where item_id = $1',
      [itemId],
    )
  )[0]?.n;

it('takes what an order needs from the bill, with whole pieces for what is lost', async () => {
  const order = await released();
  expect(order.state).toBe('RELEASED');
  expect(order.components.map(({ item, requiredQuantity }) => [item.sku, requiredQuantity.value])).toEqual([
    ['RIM', '10'],
    ['SPOKE', '327'],
  ]);
});

it('issues, scraps and receives through the ledger until the order is complete', async () => {
  await someStock(app, { itemId: made.rim, siteId, ownerId: companyId, quantity: 50 });
  await someStock(app, { itemId: made.spoke, siteId, ownerId: companyId, quantity: 1000 });
  let order = await released();
  order = (await run('workOrderIssue', 'WorkOrderIssueInput', on(order), hand)).workOrder as Order;
  expect(order).toMatchObject({ state: 'STARTED', openQuantity: { value: '10' } });
  expect([await onHand(made.rim), await onHand(made.spoke)]).toEqual([40, 673]);
  order = (await run('workOrderScrap', 'WorkOrderReportInput', { ...on(order), quantity: '2', reason: 'Bent' }, hand))
    .workOrder as Order;
  order = (await run('workOrderReceive', 'WorkOrderReportInput', { ...on(order), quantity: '5' }, hand))
    .workOrder as Order;
  expect(order).toMatchObject({ state: 'STARTED', openQuantity: { value: '3' } });
  const tooMuch = await run('workOrderReceive', 'WorkOrderReportInput', { ...on(order), quantity: '4' }, hand);
  expect(tooMuch).toMatchObject({ workOrder: null, userErrors: [{ code: 'TOO_MUCH_REPORTED' }] });
  order = (await run('workOrderReceive', 'WorkOrderReportInput', { ...on(order), quantity: '3' }, hand))
    .workOrder as Order;
  expect(order).toMatchObject({ state: 'COMPLETED', openQuantity: { value: '0' } });
  expect(order.reports.map(({ kind, quantity }) => `${kind} ${quantity.value}`).sort()).toEqual([
    'ISSUE 10',
    'ISSUE 327',
    'RECEIPT 3',
    'RECEIPT 5',
    'SCRAP 2',
  ]);
  expect(await onHand(made.wheel)).toBe(8);
});

it('refuses to issue what is not there, and leaves the stock as it was', async () => {
  const order = await released('100');
  const before = await onHand(made.rim);
  expect(await run('workOrderIssue', 'WorkOrderIssueInput', on(order), hand)).toMatchObject({
    workOrder: null,
    userErrors: [{ code: 'INSUFFICIENT_STOCK' }],
  });
  expect(await onHand(made.rim)).toBe(before);
});

it('cancels only what was not begun, with a reason, and needs nothing for it any more', async () => {
  const order = await released();
  const cancel = (reason: string) => run('workOrderCancel', 'WorkOrderActInput', { ...on(order), reason });
  expect(await cancel(' ')).toMatchObject({ userErrors: [{ code: 'REASON_NEEDED' }] });
  expect(await cancel('Not needed')).toMatchObject({ workOrder: { state: 'CANCELLED', openQuantity: { value: '0' } } });
  const [open] = await app.owner.query<{ n: number }>(
    `select count(*)::int as n from planning_work_order_component c join planning_work_order w on w.id = c.work_order_id
     where w.state = 'CANCELLED' and c.open_quantity > 0`,
  );
  expect(open?.n).toBe(0);
  const scrap = { ...on(order), quantity: '1', reason: 'x', expectedVersion: order.version + 1 };
  expect(await run('workOrderScrap', 'WorkOrderReportInput', scrap)).toMatchObject({
    userErrors: [{ code: 'NOT_POSSIBLE_NOW' }],
  });
});

it('lets the warehouse report, and planners alone release', async () => {
  const order = await opened();
  await expect(run('workOrderRelease', 'WorkOrderActInput', on(order), hand)).rejects.toThrow(
    /permission|allowed|may not|not permitted/i,
  );
});
