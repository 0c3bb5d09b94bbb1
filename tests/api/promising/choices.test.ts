import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../../server/src/kernel/clock.ts';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { ItemUnit } from '../../../server/src/modules/catalog/item/item-unit.entity.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { aSupplierItem, aUnit, anItem } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import { aKey, aNotice, anOrder, done, refusals } from '../../support/factories/purchasing.ts';
import { aConfirmedOrder, aShop, inStock, type OrderSeen, type Shop } from '../../support/factories/sales.ts';

interface Peg {
  source: string;
  quantity: { value: string };
  expectedOn: string | null;
  isLate: boolean;
}
interface Notice {
  id: string;
  version: number;
  state: string;
  cause: string;
  lateQuantity: { value: string };
  newlyLateQuantity: { value: string };
  expectedOn: string | null;
  choices: string[];
  answer: string | null;
}
interface Line {
  id: string;
  lineNo: number;
  openQuantity: { value: string };
  confirmedOn: string | null;
  estimatedOn: string | null;
  isAtRisk: boolean;
  originKind: string | null;
  lateQuantity: { value: string } | null;
  pegs: Peg[];
  promiseNotice: Notice | null;
}
const NOTICE = `id version state cause lateQuantity { value } newlyLateQuantity { value } expectedOn choices answer`;
const LINES = `lines { id lineNo openQuantity { value } confirmedOn estimatedOn isAtRisk originKind lateQuantity { value }
  pegs { source quantity { value } expectedOn isLate } promiseNotice { ${NOTICE} } }`;

let app: TestApp;
let shop: Shop;
let supplierId: string;
let planner: Actor;
let seller: Actor;
beforeAll(async () => {
  app = await TestApp.start(fixedClock('2026-10-01T09:00:00Z'));
  shop = await aShop(app, {}, { cutoffDays: 0 });
  const supplier = await anOrganisation(app, 'supplier', 'Hidden Works');
  supplierId = supplier.id;
  planner = await anActor(app, shop.company, 'PLANNER');
  seller = await anActor(app, supplier, 'SUPPLIER_ADMIN');
});
afterAll(() => app.close());

/**
 * Stock 30, 50 on 10-10 and 40 on 10-20, an order of 20 and one of 100 that is wanted on 10-12 and promised for it; the
 * second is ordered in boxes of so many.
 */
async function corridor(boxOf = 1) {
  const item = await anItem(app, { isSellable: true, listPrice: new Decimal(10) });
  const unitCode = boxOf === 1 ? item.unitCode : await aUnit(app, 'BOX');
  if (unitCode !== item.unitCode)
    await app.prepare(async ({ em }) => {
      const box = { itemId: item.id, unitCode, numerator: BigInt(boxOf), denominator: 1n };
      em.persist(Object.assign(new ItemUnit(), box));
    });
  await aSupplierItem(app, supplierId, item.id);
  await inStock(app, shop, 30, item.id);
  const company = { ...shop, supplier: { id: supplierId }, buyer: planner, item } as never;
  const asn = async (quantity: number, expectedOn: string) => {
    const { schedules } = await anOrder(app, company, { itemId: item.id, quantity, on: expectedOn, isConfirmed: true });
    return aNotice(app, [[schedules[0] as string, quantity]], { expectedOn, shippedOn: '2026-10-01' });
  };
  const [asn1, asn2] = [await asn(50, '2026-10-10'), await asn(40, '2026-10-20')];
  const ordered = (quantity: number) =>
    aConfirmedOrder(app, { ...shop, item }, quantity, { requestedOn: '2026-10-12' });
  const first = await ordered(20);
  const boxes = [{ itemId: toGlobalId('itm', item.id), quantity: String(100 / boxOf), unit: unitCode }];
  const second = await aConfirmedOrder(app, { ...shop, item }, 100, { requestedOn: '2026-10-12', lines: boxes });
  await app.deliver();
  return { item, asn1, asn2, first, second };
}

async function linesOf(actor: Actor, { id }: OrderSeen): Promise<Line[]> {
  const { salesOrder } = await app.ask<{ salesOrder: { lines: Line[] } }>(
    actor,
    `query($id: ID!) { salesOrder(id: $id) { ${LINES} } }`,
    { id },
  );
  return salesOrder.lines;
}
const lineOf = async (order: OrderSeen): Promise<Line> => (await linesOf(shop.buyer, order))[0] as Line;

async function slip(noticeId: string, expectedOn: string): Promise<void> {
  const [row] = await app.owner.query<{ version: number }>(
    `select version from purchasing_notice where 'asn_' || replace(id::text, '-', '') = $1`,
    [noticeId],
  );
  const input = { id: noticeId, expectedVersion: row?.version, expectedOn, reason: 'Storm', idempotencyKey: aKey() };
  await done(app, seller, 'shipmentNoticeChangeExpected', 'ShipmentNoticeChangeExpectedInput', input, '__typename');
  await app.deliver();
}

const answerInput = (notice: Notice, answer: string, more: object = {}) => ({
  noticeId: notice.id,
  expectedVersion: notice.version,
  answer,
  idempotencyKey: aKey(),
  ...more,
});
async function answer(notice: Notice, choice: string, more: object = {}): Promise<void> {
  const input = answerInput(notice, choice, more);
  await done(app, shop.buyer, 'promiseAnswer', 'PromiseAnswerInput', input, 'notice { id state answer }');
  await app.deliver();
}
const plain = (pegs: readonly Peg[]) =>
  pegs.map(({ source, quantity, expectedOn }) => [source, quantity.value, expectedOn]);

/** The second order is promised for the day everything is there; then the first delivery slips behind it. */
async function slipped(boxOf?: number) {
  const world = await corridor(boxOf);
  await slip(world.asn1.id, '2026-10-25');
  const line = await lineOf(world.second);
  if (!line.promiseNotice) throw new Error('nobody told the customer');
  return { ...world, line, notice: line.promiseNotice };
}

describe('what a customer sees of the supply behind a line', () => {
  it('is promised the day on which the queue serves it, and pegged to stock and deliveries', async () => {
    const { first, second } = await corridor();
    expect(plain((await lineOf(first)).pegs)).toEqual([['STOCK', '20', null]]);
    const line = await lineOf(second);
    expect(plain(line.pegs)).toEqual([
      ['STOCK', '10', null],
      ['NOTICE', '50', '2026-10-10'],
      ['NOTICE', '40', '2026-10-20'],
    ]);
    expect(line).toMatchObject({ confirmedOn: '2026-10-20', estimatedOn: '2026-10-20', promiseNotice: null });
  });

  it('names no supplier, document or other customer; the staff sees the shipment behind it, and the lines behind that', async () => {
    const { asn1, second } = await corridor();
    const { errors } = await app.run(
      shop.buyer,
      `query($id: ID!) { salesOrder(id: $id) { lines { pegs { shipmentNotice { number } } } } }`,
      { id: second.id },
    );
    expect(errors?.[0]?.message).toContain('Cannot query field "shipmentNotice"');
    const stranger = await anActor(app, await anOrganisation(app, 'customer'), 'CUSTOMER_ADMIN');
    const foreign = await app.ask(stranger, `query($id: ID!) { salesOrder(id: $id) { ${LINES} } }`, { id: second.id });
    expect(foreign).toEqual({ salesOrder: null });
    const behind = await app.ask<{
      shipmentNotice: {
        pegs: { quantity: { value: string }; line: { order: { number: string; customer: { name: string } } } }[];
      };
    }>(
      planner,
      'query($id: ID!) { shipmentNotice(id: $id) { pegs { quantity { value } line { order { number customer { name } } } } } }',
      { id: asn1.id },
    );
    expect(behind.shipmentNotice.pegs).toEqual([
      { quantity: { value: '50' }, line: { order: { number: second.number, customer: { name: shop.customer.name } } } },
    ]);
    const supplier = await app.run(seller, 'query($id: ID!) { shipmentNotice(id: $id) { pegs { id } } }', {
      id: asn1.id,
    });
    expect(supplier.errors?.[0]?.message).toContain('Cannot query field "pegs"');
  });
});

describe('what slips', () => {
  it('is answered for the staff in one query: lines, units newly late and revenue', async () => {
    const { asn1, second } = await corridor();
    const ask = (days: number) =>
      app.ask<{ slipImpact: Record<string, unknown> }>(
        planner,
        `query($id: ID!, $days: Int!) { slipImpact(noticeId: $id, days: $days) { customerCount revenueAtRisk { amount }
          lines { newlyLate { value } expectedAfter line { order { number } } } } }`,
        { id: asn1.id, days },
      );
    expect((await ask(10)).slipImpact).toEqual({ customerCount: 0, revenueAtRisk: { amount: '0' }, lines: [] });
    expect((await ask(12)).slipImpact).toEqual({
      customerCount: 1,
      revenueAtRisk: { amount: '500' },
      lines: [{ newlyLate: { value: '50' }, expectedAfter: '2026-10-22', line: { order: { number: second.number } } }],
    });
    const asked = await app.run(shop.buyer, `{ slipImpact(noticeId: "x", days: 1) { days } }`);
    expect(asked.errors?.[0]?.message).toContain('Cannot query field "slipImpact"');
  });
});

describe('a changed promise', () => {
  it('is told once, with what is late, why, and the choices', async () => {
    const { line, notice } = await slipped();
    expect(notice).toMatchObject({
      state: 'OPEN',
      cause: 'SUPPLY_DELAYED',
      lateQuantity: { value: '50' },
      newlyLateQuantity: { value: '50' },
      expectedOn: '2026-10-25',
      choices: ['WAIT', 'SPLIT', 'SUBSTITUTE', 'CANCEL'],
    });
    expect(line).toMatchObject({ confirmedOn: '2026-10-20', estimatedOn: '2026-10-25', isAtRisk: true });
    const risks = await app.owner.query(
      `select 1 from platform_event where name = 'promising.promise.changed' and 'sol_' || replace(payload->>'lineId', '-', '') = $1`,
      [line.id],
    );
    expect(risks).toHaveLength(1);
  });

  it('waiting makes the new day the promise', async () => {
    const { second, notice } = await slipped();
    await answer(notice, 'WAIT');
    expect(await lineOf(second)).toMatchObject({
      confirmedOn: '2026-10-25',
      isAtRisk: false,
      lateQuantity: { value: '0' },
      promiseNotice: null,
    });
  });

  it('splitting sends what is on time on its day and promises the rest for its own', async () => {
    const { second, notice } = await slipped();
    await answer(notice, 'SPLIT');
    const [onTime, rest] = await linesOf(shop.buyer, second);
    expect(onTime).toMatchObject({ openQuantity: { value: '50' }, confirmedOn: '2026-10-20', isAtRisk: false });
    expect(rest).toMatchObject({
      openQuantity: { value: '50' },
      confirmedOn: '2026-10-25',
      originKind: 'SPLIT',
      isAtRisk: false,
    });
    expect(plain(onTime?.pegs ?? [])).toEqual([
      ['STOCK', '10', null],
      ['NOTICE', '40', '2026-10-20'],
    ]);
    expect(plain(rest?.pegs ?? [])).toEqual([['NOTICE', '50', '2026-10-25']]);
    expect([onTime?.promiseNotice, rest?.promiseNotice]).toEqual([null, null]);
  });

  it('cancelling takes back what is late and leaves the rest as it is', async () => {
    const { second, notice } = await slipped();
    await answer(notice, 'CANCEL');
    expect(await lineOf(second)).toMatchObject({ openQuantity: { value: '50' }, isAtRisk: false, promiseNotice: null });
  });

  it('cancels what is late of a line that was ordered in another unit', async () => {
    const { second, notice } = await slipped(10);
    await answer(notice, 'CANCEL');
    expect(await lineOf(second)).toMatchObject({ openQuantity: { value: '5' }, isAtRisk: false, promiseNotice: null });
  });

  it('takes another item of the same kind that is there in time, and no other', async () => {
    const { second, line, notice } = await slipped();
    const other = await anItem(app, { isSellable: true, listPrice: new Decimal(12) });
    const few = await anItem(app, { isSellable: true, listPrice: new Decimal(12) });
    await inStock(app, shop, 60, other.id);
    await inStock(app, shop, 5, few.id);
    await app.deliver();
    const offered = await app.ask<{ catalogue: { nodes: { sku: string }[] } }>(
      shop.buyer,
      'query($line: ID) { catalogue(first: 50, insteadOfLine: $line) { nodes { sku } } }',
      { line: line.id },
    );
    expect(offered.catalogue.nodes.map(({ sku }) => sku)).toContain(other.sku);
    expect(offered.catalogue.nodes.map(({ sku }) => sku)).not.toContain(few.sku);
    const tooFew = answerInput(notice, 'SUBSTITUTE', { substituteItemId: toGlobalId('itm', few.id) });
    expect(await refusals(app, shop.buyer, 'promiseAnswer', 'PromiseAnswerInput', tooFew)).toEqual(['NO_SUBSTITUTE']);
    await answer(notice, 'SUBSTITUTE', { substituteItemId: toGlobalId('itm', other.id) });
    const [kept, instead] = await linesOf(shop.buyer, second);
    expect([kept?.openQuantity.value, instead?.openQuantity.value, instead?.originKind]).toEqual([
      '50',
      '50',
      'SUBSTITUTE',
    ]);
    expect(plain(instead?.pegs ?? [])).toEqual([['STOCK', '50', null]]);
  });

  it('refuses an answer to an old version, a second answer, a stranger and somebody who only looks', async () => {
    const { notice } = await slipped();
    const say = (actor: Actor, input: object) => refusals(app, actor, 'promiseAnswer', 'PromiseAnswerInput', input);
    const viewer = await anActor(app, shop.customer, 'CUSTOMER_VIEWER');
    const stranger = await anActor(app, await anOrganisation(app, 'customer'), 'CUSTOMER_ADMIN');
    expect(await say(shop.buyer, { ...answerInput(notice, 'WAIT'), expectedVersion: 99 })).toEqual(['STALE_OBJECT']);
    expect(await say(viewer, answerInput(notice, 'WAIT'))).toEqual(['FORBIDDEN']);
    expect(await say(stranger, answerInput(notice, 'WAIT'))).toEqual(['NOT_FOUND']);
    await answer(notice, 'WAIT');
    expect(await say(shop.buyer, { ...answerInput(notice, 'CANCEL'), expectedVersion: notice.version + 2 })).toEqual([
      'PROMISE_NOTICE_NOT_OPEN',
    ]);
  });
});
