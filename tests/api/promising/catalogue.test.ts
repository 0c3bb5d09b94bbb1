import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/kernel/id.ts';
import { repegging } from '../../../server/src/modules/promising/pegging/repegging.service.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anItem } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import { someStock } from '../../support/factories/inventory.ts';
import { someDemand } from '../../support/factories/promising.ts';
import { anOrder, aTrade, type Trade } from '../../support/factories/purchasing.ts';

interface Entry {
  sku: string;
  price: {
    unitPrice: { amount: string; currency: string };
    netPrice: { amount: string };
    discount: string;
    promotion: string | null;
    tiers: { fromQuantity: string; unitPrice: { amount: string } }[];
  } | null;
  availability: {
    detail: string;
    isAvailable: boolean;
    nextOn: string | null;
    steps: { on: string | null; quantity: { value: string } | null; isAtLeast: boolean }[];
  } | null;
}
const ENTRY = `sku price { unitPrice { amount currency } netPrice { amount } discount promotion tiers { fromQuantity unitPrice { amount } } }
  availability { detail isAvailable nextOn asOf steps { on quantity { value unit } isAtLeast } }`;

let app: TestApp;
let trade: Trade;
let buyer: Actor;
let customerId: string;
beforeAll(async () => {
  app = await TestApp.start();
  trade = await aTrade(app, { sku: 'A-1', nameEn: 'Zulu', isSellable: true, listPrice: '10' as never });
  const customer = await anOrganisation(app, 'customer');
  customerId = customer.id;
  buyer = await anActor(app, customer, 'CUSTOMER_BUYER');
});
afterAll(() => app.close());

const catalogue = async (actor: Actor, args = ''): Promise<Entry[]> =>
  (await app.ask<{ catalogue: { nodes: Entry[] } }>(actor, `{ catalogue(first: 50${args}) { nodes { ${ENTRY} } } }`))
    .catalogue.nodes;
const entryOf = async (actor: Actor, sku: string) => (await catalogue(actor)).find((entry) => entry.sku === sku);

async function aList(wish: {
  customerId?: string;
  isDefault?: boolean;
  prices: [itemId: string, from: number, price: string][];
}) {
  const listId = newId();
  await app.prepare(async (work) => {
    await sql`insert into sales_price_list (id, code, name, currency, customer_id, is_default)
      values (${listId}, ${listId}, 'List', 'USD', ${wish.customerId ?? null}, ${wish.isDefault ?? false})`.execute(
      work.sql,
    );
    for (const [itemId, from, price] of wish.prices)
      await sql`insert into sales_price (id, price_list_id, item_id, unit_code, from_quantity, unit_price)
        values (${newId()}, ${listId}, ${itemId}, 'EA', ${from}, ${price})`.execute(work.sql);
  });
}

describe('the catalogue', () => {
  it('shows what is on sale, and nothing else', async () => {
    await anItem(app, { sku: 'HIDDEN', isSellable: false });
    await anItem(app, { sku: 'OLD', isSellable: true, isActive: false });
    expect((await catalogue(buyer)).map(({ sku }) => sku)).toEqual(['A-1']);
    const { errors } = await app.run(trade.seller, `{ catalogue(first: 1) { nodes { sku } } }`);
    expect(errors?.[0]?.message).toContain('Cannot query field "catalogue"');
  });

  it("goes by contract, then default list, then the item's own price; promotions on top", async () => {
    const [contract, listed, plain] = [
      await anItem(app, { sku: 'B-1', nameEn: 'Alpha', isSellable: true, listPrice: '99' as never }),
      await anItem(app, { sku: 'B-2', nameEn: 'Bravo', isSellable: true, listPrice: '99' as never }),
      await anItem(app, { sku: 'B-3', nameEn: 'Charlie', isSellable: true, listPrice: '7.5' as never }),
    ];
    await aList({
      isDefault: true,
      prices: [
        [contract.id, 0, '20'],
        [listed.id, 0, '30'],
        [listed.id, 10, '28'],
      ],
    });
    await aList({ customerId, prices: [[contract.id, 0, '15']] });
    await app.prepare((work) =>
      sql`insert into sales_promotion (id, code, name_en, name_zh, discount, valid_from)
        values (${newId()}, 'SALE', 'Sale', '促销', 0.1, '2020-01-01')`.execute(work.sql),
    );
    const shown = Object.fromEntries((await catalogue(buyer)).map(({ sku, price }) => [sku, price]));
    expect(shown['B-1']).toMatchObject({ unitPrice: { amount: '15' }, netPrice: { amount: '15' }, promotion: null });
    expect(shown['B-2']).toMatchObject({ unitPrice: { amount: '30' }, netPrice: { amount: '27' }, promotion: 'Sale' });
    expect(shown['B-2']?.tiers.map(({ fromQuantity, unitPrice }) => [fromQuantity, unitPrice.amount])).toEqual([
      ['0', '30'],
      ['10', '28'],
    ]);
    expect(shown['B-3']).toMatchObject({ netPrice: { amount: '6.75' } });
    const stranger = await anActor(app, await anOrganisation(app, 'customer'), 'CUSTOMER_BUYER');
    expect((await entryOf(stranger, 'B-1'))?.price?.unitPrice.amount).toBe('20');
    expect(plain.sku).toBe('B-3');
  });

  it('sorts by name, number and own price, page by page, and finds', async () => {
    const skus = async (args: string) => (await catalogue(buyer, args)).map(({ sku }) => sku);
    expect(await skus(', sort: NAME')).toEqual(['B-1', 'B-2', 'B-3', 'A-1']);
    expect(await skus(', sort: SKU')).toEqual(['A-1', 'B-1', 'B-2', 'B-3']);
    expect(await skus(', sort: PRICE')).toEqual(['B-3', 'A-1', 'B-1', 'B-2']);
    expect(await skus(', search: "brav"')).toEqual(['B-2']);
    const page = await app.ask<{ catalogue: { nodes: Entry[]; pageInfo: { endCursor: string } } }>(
      buyer,
      '{ catalogue(first: 3, sort: PRICE) { nodes { sku } pageInfo { endCursor } } }',
    );
    expect(await skus(`, sort: PRICE, after: "${page.catalogue.pageInfo.endCursor}"`)).toEqual(['B-2']);
  });

  it('shows the price that an order is then given', async () => {
    const entries = await catalogue(buyer);
    const text = entries.map(({ sku }) => `${sku} 1`).join('\n');
    const { quickOrderCheck } = await app.ask<{
      quickOrderCheck: { lines: { sku: string; unitPrice: { amount: string }; amount: { amount: string } }[] };
    }>(
      buyer,
      'query($text: String!) { quickOrderCheck(text: $text) { lines { sku unitPrice { amount } amount { amount } } } }',
      {
        text,
      },
    );
    const plain = (value: string | undefined) => Number(value).toFixed(2);
    expect(
      quickOrderCheck.lines.map(({ sku, unitPrice, amount }) => [sku, plain(unitPrice.amount), plain(amount.amount)]),
    ).toEqual(entries.map(({ sku, price }) => [sku, plain(price?.unitPrice.amount), plain(price?.netPrice.amount)]));
  });

  it('answers in one statement, whatever is asked', async () => {
    const statements = await app.statements(() => catalogue(buyer, ', sort: PRICE'));
    expect(statements).toHaveLength(1);
  });

  it('says from which day on how many can be promised, as exactly as it is shared', async () => {
    const key = { itemId: trade.item.id, siteId: trade.siteId };
    await someStock(app, { ...key, ownerId: trade.company.id, quantity: 30 });
    await anOrder(app, trade, { itemId: trade.item.id, quantity: 120, on: '2036-01-10', isConfirmed: true });
    await someDemand(app, { ...key, customerId, quantity: 12, promisedOn: '2036-01-01' });
    await app.prepare((work) => repegging.repeg(work, [key]));
    const share = (detail: string) =>
      app.owner.query('update catalog_sharing_policy set availability = $2 where organisation_id = $1', [
        customerId,
        detail,
      ]);
    const shown = async (detail: string) => {
      await share(detail);
      const { steps, ...rest } = (await entryOf(buyer, 'A-1'))?.availability ?? { steps: [] };
      return { ...rest, steps: steps.map(({ on, quantity, isAtLeast }) => [on, quantity?.value ?? null, isAtLeast]) };
    };
    const common = { isAvailable: true, nextOn: '2036-01-10' };
    expect(await shown('EXACT')).toMatchObject({
      ...common,
      steps: [
        [null, '18', false],
        ['2036-01-10', '138', false],
      ],
    });
    expect(await shown('BUCKETED')).toMatchObject({
      ...common,
      steps: [
        [null, '10', true],
        ['2036-01-10', '100', true],
      ],
    });
    expect(await shown('DATES_ONLY')).toMatchObject({
      ...common,
      steps: [
        [null, null, false],
        ['2036-01-10', null, false],
      ],
    });
  });
});
