import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestApp } from '../../support/app.ts';
import { aNotice, anOrder, aTrade, done, aKey, type Trade } from '../../support/factories/purchasing.ts';
import { post, type AReceipt } from '../../support/stories/receiving.ts';

let app: TestApp;
let trade: Trade;
let stranger: Trade;
const known: Record<string, string> = {};

beforeAll(async () => {
  app = await TestApp.start();
  trade = await aTrade(app);
  stranger = await aTrade(app);
  const order = await anOrder(app, trade, {
    isConfirmed: true,
    schedules: [
      ['2020-01-10', 60],
      ['2027-02-10', 40],
    ],
  });
  await anOrder(app, stranger);
  const notice = await aNotice(app, [[order.schedules[0] ?? '', 60]]);
  const receipt: AReceipt = await post(app, trade, {
    noticeId: notice.id,
    lines: [{ noticeLineId: notice.lines[0], receivedQuantity: '50', rejectedQuantity: '5', rejectReason: 'Wet' }],
  });
  const { supplierReturn } = await done<{ supplierReturn: { id: string } }>(
    app,
    trade.warehouse,
    'supplierReturnPost',
    'SupplierReturnPostInput',
    { idempotencyKey: aKey(), reason: 'Wet', lines: [{ receiptLineId: receipt.lines[0]?.id }] },
    'supplierReturn { id }',
  );
  Object.assign(known, {
    purchaseOrder: order.id,
    shipmentNotice: notice.id,
    receipt: receipt.id,
    discrepancy: receipt.discrepancies[0]?.id,
    supplierReturn: supplierReturn.id,
  });
});
afterAll(() => app.close());

const line =
  'item { sku name } requestedQuantity { value unit } openQuantity { value unit } firstConfirmedOn confirmedOn isOverdue';
const lists: readonly [name: string, selection: string][] = [
  [
    'purchaseOrders',
    `number state supplier { name } site { code } total { amount currency } nextDueOn isOverdue allowedActions lines { item { sku } schedules { ${line} } } versions { version } answers { state lines { promisedOn } } notices { number lines { quantity { value } } } receipts { number }`,
  ],
  ['openScheduleLines', `orderNumber ${line} shippableQuantity { value unit } supplier { name } site { code }`],
  [
    'shipmentNotices',
    `number state isOverdue supplier { name } lines { item { sku } quantity { value unit } scheduleLine { orderNumber } } handlingUnits { sscc } changes { reason } allowedActions`,
  ],
  [
    'receipts',
    `number state supplier { name } notice { number } lines { item { sku } acceptedQuantity { value } inspections { reason } } discrepancies { kind } allowedActions`,
  ],
  ['discrepancies', `kind state receiptNumber item { sku } expectedQuantity { value unit } actualQuantity { value }`],
  ['supplierReturns', `number expectedCredit { amount } lines { item { sku } quantity { value unit } }`],
];

it.each(lists)('reads %s with everything below in one statement, for staff and supplier', async (name, selection) => {
  const document = `{ ${name}(first: 10) { nodes { id ${selection} } totalCount pageInfo { hasNextPage } } }`;
  for (const actor of [trade.buyer, trade.seller]) {
    let answer: Record<string, { nodes: object[] }> = {};
    const statements = await app.statements(async () => (answer = await app.ask(actor, document)));
    expect(statements).toHaveLength(1);
    expect(answer[name]?.nodes.length).toBeGreaterThan(0);
  }
});

it.each(lists)('shows nothing of %s that belongs to another supplier', async (name) => {
  const document = `{ ${name}(first: 10) { nodes { supplier { id } } totalCount } }`;
  if (name === 'purchaseOrders' || name === 'openScheduleLines') {
    const answer = await app.ask<Record<string, { totalCount: number }>>(stranger.seller, document);
    expect(answer[name]?.totalCount).toBe(1);
    return;
  }
  expect(await app.ask(stranger.seller, document)).toEqual({ [name]: { nodes: [], totalCount: 0 } });
});

it.each(['purchaseOrder', 'shipmentNotice', 'receipt', 'discrepancy', 'supplierReturn'])(
  'answers a foreign %s and an unknown one alike',
  async (name) => {
    const document = `query ($id: ID!) { ${name}(id: $id) { id } node(id: $id) { id } }`;
    const id = known[name] ?? '';
    const own = await app.ask<Record<string, { id: string }>>(trade.seller, document, { id });
    expect(own[name]?.id).toBe(id);
    const foreign = await app.ask(stranger.seller, document, { id });
    const unknown = await app.ask(stranger.seller, document, {
      id: `${id.slice(0, 4)}0198c5c60000700080000000000000ff`,
    });
    expect(foreign).toEqual({ [name]: null, node: null });
    expect(unknown).toEqual(foreign);
  },
);

it('finds orders by state, answer, supplier, lateness and number', async () => {
  const found = async (filter: string) =>
    (
      await app.ask<{ purchaseOrders: { nodes: { id: string; number: string }[] } }>(
        trade.buyer,
        `{ purchaseOrders(first: 10, ${filter}) { nodes { id number } } }`,
      )
    ).purchaseOrders.nodes;
  const [late] = await found('isOverdue: true');
  expect(late?.id).toBe(known['purchaseOrder']);
  expect(await found(`search: "${late?.number}"`)).toHaveLength(1);
  expect(await found('state: [CONFIRMED], answerState: [ACCEPTED]')).toHaveLength(1);
  expect(await found('state: [DRAFT, CLOSED]')).toHaveLength(0);
  expect(await found(`supplierId: "org_${stranger.supplier.id.replaceAll('-', '')}"`)).toHaveLength(1);
  expect(await found('supplierId: "org_made_up"')).toHaveLength(0);
});

it('lists what a supplier can ship by the day it is due, without what is announced', async () => {
  const document =
    '{ openScheduleLines(first: 10, isShippable: true) { nodes { dueOn shippableQuantity { value } } } }';
  expect(await app.ask(trade.seller, document)).toEqual({
    openScheduleLines: {
      nodes: [
        { dueOn: '2020-01-10', shippableQuantity: { value: '5' } },
        { dueOn: '2027-02-10', shippableQuantity: { value: '40' } },
      ],
    },
  });
});
