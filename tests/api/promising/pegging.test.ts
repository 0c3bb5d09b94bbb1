import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../../server/src/kernel/clock.ts';
import { repegging } from '../../../server/src/modules/promising/pegging/repegging.service.ts';
import { wholeBook } from '../../../server/src/modules/promising/pegging/whole-book.service.ts';
import { lockSalesOrders } from '../../../server/src/modules/sales/order/order-lock.service.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSupplierItem } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import { someStock } from '../../support/factories/inventory.ts';
import { someDemand } from '../../support/factories/promising.ts';
import { aNotice, anOrder, aTrade, done, type Trade } from '../../support/factories/purchasing.ts';

let app: TestApp;
let trade: Trade;
beforeAll(async () => {
  app = await TestApp.start(fixedClock('2026-10-01T09:00:00Z'));
  trade = await aTrade(app, { isSellable: true });
});
afterAll(() => app.close());

/** The world of the worked example: stock 30, ASN1 50 on 10-10, ASN2 40 on 10-20; SO-1 wants 20, SO-2 wants 100 for 10-12. */
async function corridor() {
  const item = await anItem(app, { isSellable: true });
  await aSupplierItem(app, trade.supplier.id, item.id);
  const customer = await anOrganisation(app, 'customer');
  const key = { itemId: item.id, siteId: trade.siteId };
  await someStock(app, { ...key, ownerId: trade.company.id, quantity: 30 });
  const asn = async (quantity: number, expectedOn: string) => {
    const { schedules } = await anOrder(
      app,
      { ...trade, item },
      { itemId: item.id, quantity, on: expectedOn, isConfirmed: true },
    );
    return aNotice(app, [[schedules[0] as string, quantity]], { expectedOn, shippedOn: '2026-10-01' });
  };
  const [asn1, asn2] = [await asn(50, '2026-10-10'), await asn(40, '2026-10-20')];
  const wants = (quantity: number, submittedAt: string) =>
    someDemand(app, { ...key, customerId: customer.id, quantity, promisedOn: '2026-10-12', submittedAt });
  const [so1, so2] = [await wants(20, '2026-10-01T08:00:00Z'), await wants(100, '2026-10-01T08:05:00Z')];
  await app.prepare((work) => repegging.repeg(work, [key]));
  return { key, customer, asn1, asn2, so1, so2 };
}

const pegsOf = async (lineId: string) =>
  (
    await app.owner.query<{ kind: string; quantity: string; on: string | null }>(
      `select source_kind as kind, trim_scale(quantity)::text as quantity, expected_on::text as on from promising_peg
       where line_id = $1 order by expected_on nulls first`,
      [lineId],
    )
  ).map(({ kind, quantity, on }) => [kind, Number(quantity), on]);
const standingOf = async (lineId: string) =>
  (
    await app.owner.query<{ late: number; unpegged: number }>(
      'select late::int as late, unpegged::int as unpegged from promising_line where id = $1',
      [lineId],
    )
  )[0];
const noticesOf = (lineId: string) =>
  app.owner.query<{ state: string; late: number; newly: number; unpegged: number; cause: string; revision: number }>(
    `select state, late::int as late, newly_late::int as newly, unpegged::int as unpegged, cause, revision
     from promising_promise_notice where line_id = $1 order by opened_at`,
    [lineId],
  );

async function reschedule(noticeId: string, expectedOn: string): Promise<void> {
  const [row] = await app.owner.query<{ version: number }>(
    `select version from purchasing_notice where 'asn_' || replace(id::text, '-', '') = $1`,
    [noticeId],
  );
  const input = {
    id: noticeId,
    expectedVersion: row?.version,
    expectedOn,
    reason: 'Storm',
    idempotencyKey: crypto.randomUUID(),
  };
  await done(
    app,
    trade.seller,
    'shipmentNoticeChangeExpected',
    'ShipmentNoticeChangeExpectedInput',
    input,
    '__typename',
  );
  await app.deliver();
}

describe('pegging', () => {
  it('serves the second order with stock 10, ASN1 50 and ASN2 40, of which 40 late', async () => {
    const { so1, so2 } = await corridor();
    expect(await pegsOf(so1.lineId)).toEqual([['STOCK', 20, null]]);
    expect(await pegsOf(so2.lineId)).toEqual([
      ['STOCK', 10, null],
      ['NOTICE', 50, '2026-10-10'],
      ['NOTICE', 40, '2026-10-20'],
    ]);
    expect(await standingOf(so2.lineId)).toEqual({ late: 40, unpegged: 0 });
    expect(await noticesOf(so2.lineId)).toEqual([]);
  });

  it('tells the customer once when ASN1 slips to 10-15: 90 late, 50 newly late', async () => {
    const { so1, so2, asn1 } = await corridor();
    await reschedule(asn1.id, '2026-10-15');
    expect(await standingOf(so2.lineId)).toEqual({ late: 90, unpegged: 0 });
    expect(await noticesOf(so2.lineId)).toEqual([
      { state: 'OPEN', late: 90, newly: 50, unpegged: 0, cause: 'SUPPLY_DELAYED', revision: 1 },
    ]);
    expect(await noticesOf(so1.lineId)).toEqual([]);
  });

  it('says beforehand what that slip would do: 40 late become 90, 50 of them newly, worth 250', async () => {
    const { asn1, so2 } = await corridor();
    const planner = await anActor(app, trade.company, 'PLANNER');
    const { slipImpact } = await app.ask<{ slipImpact: Record<string, unknown> }>(
      planner,
      `query($id: ID!) { slipImpact(noticeId: $id, days: 5) { lineCount newlyLateLineCount customerCount newlyLate { value unit }
        revenueAtRisk { amount } lines { lateBefore { value } lateAfter { value } newlyLate { value } } } }`,
      { id: asn1.id },
    );
    expect(slipImpact).toEqual({
      lineCount: 1,
      newlyLateLineCount: 0,
      customerCount: 1,
      newlyLate: [{ value: '50', unit: 'EA' }],
      revenueAtRisk: { amount: '250' },
      lines: [{ lateBefore: { value: '40' }, lateAfter: { value: '90' }, newlyLate: { value: '50' } }],
    });
    expect(await standingOf(so2.lineId)).toEqual({ late: 40, unpegged: 0 });
  });

  it('takes further slips up in the open notice, and ends it when the promise holds again', async () => {
    const { so2, asn1, asn2 } = await corridor();
    await reschedule(asn1.id, '2026-10-15');
    await reschedule(asn2.id, '2026-10-25');
    expect(await noticesOf(so2.lineId)).toMatchObject([{ state: 'OPEN', late: 90, newly: 50, revision: 2 }]);
    await reschedule(asn1.id, '2026-10-11');
    await reschedule(asn2.id, '2026-10-12');
    expect(await noticesOf(so2.lineId)).toMatchObject([{ state: 'ENDED' }]);
    expect(await standingOf(so2.lineId)).toEqual({ late: 0, unpegged: 0 });
  });

  it('names 15 as unpegged to the staff when ASN1 brings 15 less', async () => {
    const { so2, asn1, key } = await corridor();
    await app.owner.query('update purchasing_notice_line set quantity = 35 where notice_id = $1', [asn1.key]);
    await app.owner.query(
      `update purchasing_schedule_line s set state = 'CLOSED' from purchasing_notice_line n where n.schedule_line_id = s.id and n.notice_id = $1`,
      [asn1.key],
    );
    await app.prepare((work) => repegging.repeg(work, [key]));
    expect(await standingOf(so2.lineId)).toEqual({ late: 40, unpegged: 15 });
    expect(await noticesOf(so2.lineId)).toMatchObject([{ late: 40, unpegged: 15, newly: 15, cause: 'SUPPLY_SHORT' }]);
    const short = await app.owner.query<{ payload: { lineIds: string[] } }>(
      `select payload from platform_event where name = 'promising.supply.short' and subject_id = $1`,
      [key.itemId],
    );
    expect(short.map(({ payload }) => payload.lineIds)).toEqual([[so2.lineId]]);
  });

  it('writes nothing when nothing changed, and the same again for the whole book', async () => {
    const { key } = await corridor();
    const rows = () =>
      app.owner.query(
        'select max(xmin::text::bigint) as newest from (select xmin from promising_peg union all select xmin from promising_line union all select xmin from promising_availability) t',
      );
    const before = await rows();
    expect(await app.prepare((work) => repegging.repeg(work, [key]))).toBe(0);
    expect(await wholeBook.repeg(app.database)).toBe(0);
    expect(await rows()).toEqual(before);
  });

  it('pegs a new line beside somebody who holds its order, and does not wait for him', async () => {
    const { so2, key } = await corridor();
    await app.owner.query('delete from promising_line where id = $1', [so2.lineId]);
    const [line] = await app.owner.query<{ order_id: string }>('select order_id from sales_order_line where id = $1', [
      so2.lineId,
    ]);
    await app.prepare(async (work) => {
      await lockSalesOrders(work, [line?.order_id ?? '']);
      expect(await app.prepare((beside) => repegging.repeg(beside, [key]))).toBe(1);
    });
    expect(await standingOf(so2.lineId)).toEqual({ late: 40, unpegged: 0 });
  });

  it('leaves out what is overdue until today: it cannot come in the past', async () => {
    const { so2, asn1 } = await corridor();
    await app.owner.query(`update purchasing_notice set expected_on = '2026-09-20' where id = $1`, [asn1.key]);
    await wholeBook.repeg(app.database);
    expect((await pegsOf(so2.lineId))[1]).toEqual(['NOTICE', 50, '2026-10-01']);
  });
});
