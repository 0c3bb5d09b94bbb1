import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, isoWeekday } from '../../../server/src/kernel/calendar-date.ts';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { roundToMultiple } from '../../../server/src/kernel/unit.ts';
import { purchaseOrders } from '../../../server/src/modules/purchasing/order/purchase-orders.service.ts';
import { orderQuantity } from '../../../server/src/modules/vmi/run/order-quantity.policy.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSupplierItem, aUnit } from '../../support/factories/catalog.ts';
import { someStock } from '../../support/factories/inventory.ts';
import {
  aCorridor,
  anAgreement,
  aRun,
  theProposal,
  usage,
  type Corridor,
  type LineWish,
  type MadeLine,
} from '../../support/factories/vmi.ts';

let app: TestApp;
let corridor: Corridor;
beforeAll(async () => {
  app = await TestApp.start();
  corridor = await aCorridor(app, 'Alpine Bearings');
});
afterAll(() => app.close());

const today = new Date().toISOString().slice(0, 10);

async function aLine(wish: LineWish, terms: Record<string, unknown> = {}, of = corridor) {
  const { id, lines } = await anAgreement(of, { terms, lines: [wish] });
  const [line] = lines as [MadeLine];
  return { ...line, agreementId: id };
}

/** What a run over this agreement proposes for the line; null when nothing. */

async function proposed(line: MadeLine & { agreementId: string }, of = corridor) {
  await aRun(of, { agreementId: line.agreementId });
  const proposal = await theProposal(of, of.buyer, line.id);
  return proposal ? Number(proposal.quantity.value) : null;
}

const order = (line: MadeLine, requestedOn: string, quantity: number) =>
  app.prepare((work) =>
    purchaseOrders.raise(work, {
      supplierId: corridor.supplier.id,
      siteId: corridor.siteId,
      isConfirmed: true,
      lines: [{ itemId: line.item.id, schedules: [{ requestedOn, quantity: new Decimal(quantity) }] }],
    }),
  );

it('fires when the position is at the reorder point, not only below it', async () => {
  expect(await proposed(await aLine({ onHand: 20 }))).toBe(80);
  expect(await proposed(await aLine({ onHand: 19 }))).toBe(81);
  expect(await proposed(await aLine({ onHand: 21 }))).toBeNull();
});

it.each([
  ['UP', 21],
  ['DOWN_TO_MAX', 18],
  ['NEAREST', 21],
] as const)('orders up to 20 from 0 in multiples of 3, rounded %s, as %d', async (roundingPolicy, quantity) => {
  const wish = { minimum: 0, reorderPoint: 5, maximum: 20, pack: { orderMultiple: new Decimal(3) } };
  expect(await proposed(await aLine(wish, { roundingPolicy }))).toBe(quantity);
});

it('drops no more of a pack than NEAREST tolerates', async () => {
  const wish = { minimum: 0, reorderPoint: 5, maximum: 20, pack: { orderMultiple: new Decimal(3) } };
  const terms = { roundingPolicy: 'NEAREST', roundingTolerance: '0.7' };
  expect(await proposed(await aLine(wish, terms))).toBe(18);
});

it('agrees with the arithmetic of the kernel for any need, pack and policy', async () => {
  const cases = Array.from({ length: 300 }, (_, n) => ({
    place: n,
    needed: ((n * 7919) % 1000) / 7 + 0.1,
    multiple: [1, 3, 12, 0.5, 7][n % 5] ?? 1,
    policy: (['UP', 'DOWN_TO_MAX', 'NEAREST'] as const)[n % 3] ?? 'UP',
    tolerance: [0, 0.3, 0.5, 1][n % 4] ?? 0,
  }));
  const { rows } = await app.prepare((work) =>
    sql<{ ordered: string }>`
      select o.ordered::text from jsonb_to_recordset(${JSON.stringify(cases)}::jsonb)
        as c(needed numeric, multiple numeric, policy text, tolerance numeric, place bigint)
      cross join lateral (select c.needed, 1::bigint as numerator, 1::bigint as denominator, c.multiple as order_multiple,
        0::numeric as minimum_quantity, null::numeric as maximum_quantity, c.policy as rounding_policy, c.tolerance as rounding_tolerance) r
      ${orderQuantity('r')} order by c.place`.execute(work.sql),
  );
  const expected = cases.map(({ needed, multiple, policy, tolerance }) =>
    roundToMultiple(new Decimal(String(needed)), String(multiple), policy, { tolerance: String(tolerance) }),
  );
  expect(rows.map(({ ordered }) => new Decimal(ordered).toString())).toEqual(expected.map(String));
});

it('orders at least the minimum and at most the maximum, in whole multiples', async () => {
  const pack = { orderMultiple: new Decimal(10), minimumQuantity: new Decimal(35) };
  expect(await proposed(await aLine({ onHand: 20, maximum: 25, pack }))).toBe(40);
  const most = { orderMultiple: new Decimal(10), maximumQuantity: new Decimal(35) };
  expect(await proposed(await aLine({ pack: most }))).toBe(30);
});

it('converts to the order unit exactly: a third three times is one pack, not two', async () => {
  await aUnit(app, 'BX');
  const pack = { orderUnitCode: 'BX', numerator: 1n, denominator: 3n };
  const line = await aLine({ minimum: 0, reorderPoint: 0, maximum: 1, pack });
  expect(await proposed(line)).toBe(1);
  const dozen = { orderUnitCode: 'BX', numerator: 12n };
  expect(await proposed(await aLine({ pack: dozen }))).toBe(108);
});

it('needs the safety stock once per item: 250 and 1000 wanted with 100 to keep is 1350', async () => {
  const { siteId, company } = corridor;
  const line = await aLine({ minimum: 100, reorderPoint: 100, maximum: 1350, onHand: 1000 });
  await someStock(app, { itemId: line.item.id, siteId, ownerId: company.id, quantity: 250, lot: 'B' });
  // Both lots are promised away: what is to be kept is counted once for the item, not once per row.
  await app.owner.query('update inventory_stock_balance set reserved = on_hand where item_id = $1', [line.item.id]);
  expect(await proposed(line)).toBe(1350);
});

it('counts only supply that arrives within the lead time', async () => {
  const near = await aLine({ onHand: 10, pack: { leadTimeDays: 5 } });
  await order(near, addDays(today, 3), 90);
  expect(await proposed(near)).toBeNull();
  const far = await aLine({ onHand: 10, pack: { leadTimeDays: 5 } });
  await order(far, addDays(today, 60), 90);
  expect(await proposed(far)).toBe(90);
});

it('does not order twice what was postponed', async () => {
  const line = await aLine({ onHand: 10, pack: { leadTimeDays: 5 } });
  const { orderId } = await order(line, addDays(today, 3), 90);
  await app.owner.query('update purchasing_schedule_line set confirmed_on = $2 where order_id = $1', [
    orderId,
    addDays(today, 60),
  ]);
  expect(await proposed(line)).toBeNull();
});

it("takes the lead time of the line's own supplier", async () => {
  const other = await aCorridor(app, 'Slow Steel', corridor.siteId);
  const item = await anItem(app);
  await aSupplierItem(app, other.supplier.id, item.id, { leadTimeDays: 40, isPreferred: true });
  const line = await aLine({ item, pack: { leadTimeDays: 1 } });
  await proposed(line);
  const proposal = await theProposal(corridor, corridor.planner, line.id);
  expect(proposal && proposal.deliverOn < addDays(today, 6)).toBe(true);
});

it('delivers on working days, weekends left out of the lead time', async () => {
  const line = await aLine({ pack: { leadTimeDays: 5 } });
  await proposed(line);
  const proposal = await theProposal(corridor, corridor.planner, line.id);
  // Five working days are one week on the calendar, whatever day it is; from a weekend, to the Friday after it.
  const expected = isoWeekday(today) > 5 ? addDays(today, 12 - isoWeekday(today)) : addDays(today, 7);
  expect(proposal?.deliverOn).toBe(expected);
});

it('splits what is needed between two suppliers by their quota, without ordering it twice', async () => {
  const other = await aCorridor(app, 'Second Source', corridor.siteId);
  const item = await anItem(app);
  const first = await aLine({ item, quotaShare: 0.6, reorderPoint: 70 });
  const second = await aLine({ item, quotaShare: 0.4, reorderPoint: 70 }, {}, other);
  await aRun(corridor);
  const quantities = [
    await theProposal(corridor, corridor.planner, first.id),
    await theProposal(other, other.planner, second.id),
  ].map((proposal) => proposal?.quantity.value);
  expect(quantities).toEqual(['60', '40']);
  // The other side's part fills the position for us, and is not told to the supplier.
  const document = 'query ($id: ID!) { vmiLine(id: $id) { position { value } } }';
  expect(await app.ask(corridor.buyer, document, { id: first.id })).toEqual({
    vmiLine: { position: { value: '100' } },
  });
  expect(await app.ask(corridor.planner, document, { id: first.id })).toEqual({
    vmiLine: { position: { value: '60' } },
  });
});

it('refuses shares that together pass the whole', async () => {
  const other = await aCorridor(app, 'Third Source', corridor.siteId);
  const item = await anItem(app);
  await aLine({ item, quotaShare: 0.7 });
  await expect(aLine({ item, quotaShare: 0.4 }, {}, other)).rejects.toThrow('QUOTA_EXCEEDED');
});

it('computes over days of supply with the usage of its window', async () => {
  const item = await anItem(app);
  await usage(app, item.id, corridor.siteId, 30, 5);
  const line = await aLine({
    item,
    mode: 'DAYS_OF_SUPPLY',
    minimum: 2,
    reorderPoint: 4,
    maximum: 12,
    onHand: 20,
  });
  expect(await proposed(line)).toBe(40);
});
