import { afterAll, beforeAll, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { salesActions } from '../../../server/src/modules/sales/sales.actions.policy.ts';
import { TestApp } from '../../support/app.ts';
import { anItem } from '../../support/factories/catalog.ts';
import { anActor } from '../../support/factories/identity.ts';
import { aDraft, aKey, aShop, onOrder, refusals, step, submit, type Shop } from '../../support/factories/sales.ts';

let app: TestApp;
let shop: Shop;

beforeAll(async () => {
  app = await TestApp.start();
  shop = await aShop(app);
});
afterAll(() => app.close());

const item = () => toGlobalId('itm', shop.item.id);

it('a contract with tiers and a promotion: every line says why it costs what it costs', async () => {
  const save = (mutation: string, type: string, shows: string, input: object) =>
    app.ask<Record<string, Record<string, { id: string }>>>(
      shop.seller,
      `mutation($input: ${type}!) { ${mutation}(input: $input) { ${shows} userErrors { code message } } }`,
      { input },
    );
  const { priceListSave } = await save('priceListSave', 'PriceListSaveInput', 'priceList { id }', {
    code: 'C-1',
    name: 'Contract 1',
    currency: 'USD',
    customerId: toGlobalId('org', shop.customer.id),
  });
  const priceListId = priceListSave?.['priceList']?.id;
  for (const [fromQuantity, unitPrice] of [
    ['1', '9'],
    ['10', '8'],
  ])
    await save('priceSet', 'PriceSetInput', 'priceList { id }', {
      priceListId,
      itemId: item(),
      unit: 'EA',
      fromQuantity,
      unitPrice,
    });
  await save('promotionSave', 'PromotionSaveInput', 'promotion { id }', {
    code: 'SPRING',
    nameEn: 'Spring sale',
    nameZh: '春季促销',
    discount: '0.1',
    appliesToContracts: true,
    validFrom: '2020-01-01',
  });
  const small = await aDraft(app, shop, shop.buyer, 9);
  const large = await aDraft(app, shop, shop.buyer, 10);
  expect([small.total.amount, large.total.amount]).toEqual(['72.9', '72']);
  expect(large.lines[0]).toMatchObject({
    unitPrice: { amount: '8' },
    discount: '0.1',
    whyThisPrice: { source: 'CONTRACT', listName: 'Contract 1', fromQuantity: '10', promotionName: 'Spring sale' },
  });
  await save('priceSet', 'PriceSetInput', 'priceList { id }', {
    priceListId,
    itemId: item(),
    unit: 'EA',
    fromQuantity: '10',
    unitPrice: '7',
  });
  expect(await refusals(app, shop.buyer, 'orderSubmit', 'OrderStepInput', step(large))).toEqual(['PRICES_CHANGED']);
  const again = await onOrder(app, shop.buyer, 'orderReprice', step(large), 'OrderStepInput');
  expect(again.total.amount).toBe('63');

  const asked = { customerId: toGlobalId('org', shop.customer.id), itemId: item(), quantity: '10' };
  const check = async (variables: Record<string, unknown>) =>
    (
      await app.ask<{ priceCheck: object | null }>(
        shop.seller,
        `query($customerId: ID!, $itemId: ID!, $quantity: Decimal!, $unit: String, $on: Date) {
           priceCheck(customerId: $customerId, itemId: $itemId, quantity: $quantity, unit: $unit, on: $on) {
             amount { amount } unitPrice { amount currency } discount
             whyThisPrice { source listName fromQuantity promotionName pricedOn } } }`,
        variables,
      )
    ).priceCheck;
  const inline = `{ priceCheck(customerId: "${asked.customerId}", itemId: "${asked.itemId}", quantity: 10) { amount { amount } } }`;
  expect(await app.ask(shop.seller, inline)).toMatchObject({ priceCheck: { amount: { amount: '63.00' } } });
  expect(await check(asked)).toMatchObject({
    amount: { amount: '63.00' },
    unitPrice: { amount: '7', currency: 'USD' },
    discount: '0.1',
    whyThisPrice: { source: 'CONTRACT', listName: 'Contract 1', fromQuantity: '10', promotionName: 'Spring sale' },
  });
  // Before the promotion began.
  expect(await check({ ...asked, on: '2019-12-31' })).toMatchObject({
    amount: { amount: '70.00' },
    whyThisPrice: { promotionName: null, pricedOn: '2019-12-31' },
  });
  expect(await check({ ...asked, unit: 'NO-SUCH' })).toBeNull();
  expect(await check({ ...asked, customerId: toGlobalId('org', shop.company.id) })).toBeNull();
});

it('an end or a customer that was set is cleared by null, and stays when nothing is said of it', async () => {
  const save = async (mutation: string, input: object) => {
    const noun = mutation === 'priceListSave' ? 'priceList' : 'promotion';
    const shows = `${noun} { id version validFrom validTo customer { id } }`;
    const answer = await app.ask<Record<string, Record<string, { id: string; version: number }>>>(
      shop.seller,
      `mutation($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ${shows} userErrors { code message } } }`,
      { input },
    );
    return answer[mutation]?.[noun];
  };
  const customer = { id: toGlobalId('org', shop.customer.id) };
  const said = {
    priceListSave: { code: 'ENDS', name: 'Ends', currency: 'USD' },
    promotionSave: { code: 'ENDS', nameEn: 'Ends', discount: '0.1' },
  };
  const from = { validFrom: '2026-01-01' };
  for (const [mutation, base] of Object.entries(said)) {
    const given = { ...base, ...from, customerId: customer.id, validTo: '2026-12-31' };
    const made = await save(mutation, given);
    expect(made).toMatchObject({ ...from, validTo: '2026-12-31', customer });
    const known = { ...base, ...from, id: made?.id };
    const untouched = await save(mutation, { ...known, expectedVersion: made?.version });
    expect(untouched).toMatchObject({ validTo: '2026-12-31', customer });
    const cleared = { ...known, expectedVersion: untouched?.version, validTo: null, customerId: null };
    expect(await save(mutation, cleared)).toMatchObject({ ...from, validTo: null, customer: null });
  }
});

it('a rate is set from a day on and frozen when an order is submitted; territories divide customers', async () => {
  const set = (rate: string) =>
    app.ask<{ exchangeRateSet: { exchangeRate: { rate: string } } }>(
      shop.finance,
      `mutation($input: ExchangeRateSetInput!) { exchangeRateSet(input: $input) { exchangeRate { rate } userErrors { code } } }`,
      { input: { currency: 'NOK', validFrom: '2026-01-01', rate } },
    );
  const abroad = await aShop(app, {}, { currency: 'NOK' });
  await set('0.1');
  const order = await submit(app, abroad.buyer, await aDraft(app, abroad, abroad.buyer, 5));
  await set('0.2');
  const frozen = `query($id: ID!) { salesOrder(id: $id) { exchangeRate } exchangeRates(first: 5, currency: "NOK") { edges { node { rate } } } }`;
  expect(await app.ask(abroad.seller, frozen, { id: order.id })).toEqual({
    salesOrder: { exchangeRate: '0.1' },
    exchangeRates: { edges: [{ node: { rate: '0.2' } }] },
  });
  const refused = { currency: 'NOK', validFrom: '2026-01-01', rate: '0' };
  expect(await refusals(app, shop.finance, 'exchangeRateSet', 'ExchangeRateSetInput', refused)).toEqual([
    'RATE_NOT_POSITIVE',
  ]);
  expect(await refusals(app, shop.seller, 'exchangeRateSet', 'ExchangeRateSetInput', refused)).toEqual(['FORBIDDEN']);
  const north = { code: 'NORTH', name: 'North', country: 'no' };
  const { territorySave } = await app.ask<{ territorySave: { territory: { id: string; country: string } } }>(
    shop.seller,
    `mutation($input: TerritorySaveInput!) { territorySave(input: $input) { territory { id country } userErrors { code } } }`,
    { input: north },
  );
  expect(territorySave.territory.country).toBe('NO');
  expect(await refusals(app, shop.seller, 'territorySave', 'TerritorySaveInput', north)).toEqual(['CODE_USED']);
});

it('a quick order of 200 rows with three bad ones names each and does nothing; without them it is one draft', async () => {
  const other = await anItem(app, { isSellable: true, listPrice: new Decimal(2) });
  const rows = Array.from({ length: 200 }, (_, index) => `${index % 2 ? other.sku : shop.item.sku}\t1`);
  const bad = [...rows];
  bad[4] = 'NO-SUCH-SKU\t1';
  bad[77] = `${other.sku}\tmany`;
  bad[199] = shop.item.sku;
  const drafts = async () =>
    (await app.owner.query<{ count: number }>('select count(*)::int as count from sales_order'))[0]?.count;
  const before = await drafts();
  const { quickOrderDraft } = await app
    .run<{ quickOrderDraft: { order: null; userErrors: object[] } }>(
      shop.buyer,
      `mutation($input: QuickOrderDraftInput!) { quickOrderDraft(input: $input) { order { id } userErrors { code ... on QuickOrderRefused { problems { row reason } } } } }`,
      { input: { idempotencyKey: aKey(), text: bad.join('\n') } },
    )
    .then(({ data }) => data);
  expect(quickOrderDraft).toEqual({
    order: null,
    userErrors: [
      {
        code: 'QUICK_ORDER_REFUSED',
        problems: [
          { row: 5, reason: 'UNKNOWN_ITEM' },
          { row: 78, reason: 'BAD_QUANTITY' },
          { row: 200, reason: 'UNREADABLE' },
        ],
      },
    ],
  });
  expect(await drafts()).toBe(before);
  const made = await onOrder(app, shop.buyer, 'quickOrderDraft', { idempotencyKey: aKey(), text: rows.join('\n') });
  expect(made.lines).toHaveLength(200);
});

it('prices, terms and confirmations are the staff of sales, and readers do nothing at all', async () => {
  const viewer = await anActor(app, shop.company, 'VIEWER');
  const reader = await anActor(app, shop.customer, 'CUSTOMER_VIEWER');
  const draft = await aDraft(app, shop, shop.buyer, 1);
  expect(await refusals(app, viewer, 'orderConfirm', 'OrderStepInput', step(draft))).toEqual(['FORBIDDEN']);
  expect(await refusals(app, reader, 'orderSubmit', 'OrderStepInput', step(draft))).toEqual(['FORBIDDEN']);
  expect(
    await refusals(app, shop.warehouse, 'invoiceIssue', 'InvoiceIssueInput', {
      idempotencyKey: aKey(),
      orderId: draft.id,
    }),
  ).toEqual(['FORBIDDEN']);
  const [hidden] = await refusals(app, shop.buyer, 'orderConfirm', 'OrderStepInput', step(draft));
  expect(hidden).toMatch(/Cannot query field/);
  expect(Object.entries(salesActions).filter(([, roles]) => roles.length === 0)).toEqual([]);
});
