import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../../server/src/kernel/calendar-date.ts';
import { vmiJobs } from '../../../server/src/modules/vmi/vmi.jobs.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite } from '../../support/factories/catalog.ts';
import { asked, promised } from '../../support/factories/vmi-answers.ts';
import {
  aCorridor,
  actOn,
  anAgreement,
  aRun,
  theProposal,
  usage,
  type Corridor,
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
const asUuid = (id: string) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

async function runJob(name: string): Promise<void> {
  await vmiJobs.find((job) => job.name === `vmi.${name}`)?.run(app.database, {});
  await app.deliver();
}

const stateOf = async (id: string) =>
  (
    await app.ask<{ vmiAgreement: { state: string } }>(
      corridor.buyer,
      'query ($id: ID!) { vmiAgreement(id: $id) { state } }',
      { id },
    )
  ).vmiAgreement.state;

const alertsOf = async (agreementId: string) =>
  (
    await app.owner.query<{ type: string }>(
      'select type from vmi_alert where agreement_id = $1 and ended_at is null order by type',
      [asUuid(agreementId)],
    )
  ).map(({ type }) => type);

const endOn = (id: string, day: string) =>
  app.owner.query('update vmi_agreement set valid_to = $2 where id = $1', [asUuid(id), day]);

it('expires after its last day, not on it, and takes its open proposals along', async () => {
  const one = await asked(corridor);
  await endOn(one.agreementId, today);
  await runJob('deadlines');
  expect(await stateOf(one.agreementId)).toBe('ACTIVE');
  await endOn(one.agreementId, addDays(today, -1));
  await runJob('deadlines');
  expect(await stateOf(one.agreementId)).toBe('EXPIRED');
  expect((await theProposal(corridor, corridor.planner, one.id))?.state).toBe('SUPERSEDED');
  const shares = await app.owner.query('select from inventory_stock_share where item_id = $1', [one.item.id]);
  expect(shares).toHaveLength(0);
});

it('warns that an agreement ends soon, and no longer when its end is moved', async () => {
  const { id } = await anAgreement(corridor, { lines: [{ onHand: 50 }] });
  await endOn(id, addDays(today, 20));
  await runJob('deadlines');
  expect(await alertsOf(id)).toEqual(['AGREEMENT_EXPIRING']);
  await runJob('deadlines');
  await endOn(id, addDays(today, 200));
  await runJob('deadlines');
  expect(await alertsOf(id)).toEqual([]);
});

it("is not terminated while the supplier's own stock lies here", async () => {
  const { id } = await anAgreement(corridor, { isConsignment: true, lines: [{ onHand: 30 }] });
  expect(await actOn(corridor, corridor.buyer, 'agreementTerminate', id, { note: 'over' })).toMatchObject({
    code: 'STILL_CONSIGNED',
  });
  expect(await stateOf(id)).toBe('ACTIVE');
});

it('says so when it has expired with stock still consigned, until that is gone', async () => {
  const { id, lines } = await anAgreement(corridor, { isConsignment: true, lines: [{ onHand: 30 }] });
  await endOn(id, addDays(today, -1));
  await runJob('deadlines');
  expect(await stateOf(id)).toBe('EXPIRED');
  expect(await alertsOf(id)).toEqual(['STOCK_LEFT_CONSIGNED']);
  await app.owner.query('update inventory_stock_balance set on_hand = 0 where item_id = $1', [lines[0]?.item.id]);
  await runJob('deadlines');
  expect(await alertsOf(id)).toEqual([]);
});

it('counts stock by its owner: ours is not in a consigned line, nor the other way round', async () => {
  const item = await anItem(app);
  const { lines } = await anAgreement(corridor, { isConsignment: true, lines: [{ item, onHand: 30 }] });
  await app.owner.query(
    `insert into inventory_stock_balance (id, item_id, site_id, location_id, owner_id, status, on_hand)
     select gen_random_uuid(), item_id, site_id, location_id, $2, status, 500 from inventory_stock_balance where item_id = $1`,
    [item.id, corridor.company.id],
  );
  await runJob('refresh');
  const { vmiLine } = await app.ask<{ vmiLine: { onHand: { value: string } } }>(
    corridor.planner,
    'query ($id: ID!) { vmiLine(id: $id) { onHand { value } } }',
    { id: lines[0]?.id },
  );
  expect(vmiLine.onHand.value).toBe('30');
});

it('says when a shipment does not arrive on its day', async () => {
  const { commitment, ...one } = await promised(corridor);
  await app.owner.query(
    `with a as (insert into purchasing_notice (id, supplier_id, site_id, state, expected_on, shipped_on)
       select gen_random_uuid(), supplier_id, site_id, 'IN_TRANSIT', current_date - 2, current_date - 5 from vmi_commitment where id = $1 returning *)
     insert into purchasing_notice_line (id, supplier_id, notice_id, line_no, schedule_line_id, order_line_id, item_id, unit_code, numerator, denominator, quantity)
     select gen_random_uuid(), a.supplier_id, a.id, 1, s.id, s.order_line_id, s.item_id, s.unit_code, s.numerator, s.denominator, 95
     from a, purchasing_schedule_line s where s.id = (select schedule_line_id from vmi_commitment where id = $1)`,
    [asUuid(commitment.id)],
  );
  await runJob('refresh');
  expect(await alertsOf(one.agreementId)).toContain('NOTICE_OVERDUE');
  const { vmiLine } = await app.ask<{
    vmiLine: { supplies: { kind: string; isPastDue: boolean }[]; projectedStock: { pastDue: string }[] };
  }>(
    corridor.planner,
    'query ($id: ID!) { vmiLine(id: $id) { supplies { kind isPastDue documentNumber documentId } projectedStock { pastDue } } }',
    { id: one.id },
  );
  expect(vmiLine.supplies).toContainEqual(expect.objectContaining({ kind: 'NOTICE', isPastDue: true }));
  expect(vmiLine.projectedStock[0]?.pastDue).toBe('95');
});

it('says when what is here and coming passes the maximum', async () => {
  const { agreementId, item } = await promised(corridor);
  await app.owner.query('update purchasing_schedule_line set confirmed_quantity = 120 where item_id = $1', [item.id]);
  await runJob('refresh');
  expect(await alertsOf(agreementId)).toContain('OVER_COMMITTED');
});

it('computes everything by the clock as it does by events', async () => {
  const own = { ...corridor, siteId: await aSite(app) };
  const item = await anItem(app);
  await usage(app, item.id, own.siteId, 30, 3);
  const { lines } = await anAgreement(own, { lines: [{ item, onHand: 15, pack: { leadTimeDays: 4 } }] });
  await runJob('replenish');
  const read = async () =>
    app.owner.query(
      'select on_hand, position, awaiting_answer, average_usage, days_of_supply, stockout_on, colour from vmi_line_status where id = $1',
      [asUuid((lines[0] as MadeLine).id)],
    );
  const byEvents = await read();
  await app.owner.query('update vmi_line_status set on_hand = 7777, position = 0, colour = $1', ['NO_DATA']);
  await runJob('refresh');
  expect(await read()).toEqual(byEvents);
});

it('writes no line whose figures are what they were', async () => {
  await runJob('refresh');
  const stamp = () => app.owner.query('select id, as_of, xmin::text from vmi_line_status order by id');
  const before = await stamp();
  await runJob('refresh');
  expect(await stamp()).toEqual(before);
});

it('answers a supplier as if the other one did not exist', async () => {
  const item = await anItem(app);
  const own = { ...corridor, siteId: await aSite(app) };
  const { lines } = await anAgreement(own, { lines: [{ item, quotaShare: 0.5, onHand: 5 }] });
  const document =
    'query ($id: ID!) { vmiLine(id: $id) { onHand { value } position { value } openOrder { value } awaitingAnswer { value } supplies { documentNumber } projectedStock { receipts projected } alerts { type } } vmiProposals(first: 9, lineId: $id) { totalCount } }';
  const id = (lines[0] as MadeLine).id;
  const alone = await app.ask(corridor.planner, document, { id });
  const other = await aCorridor(app, 'Hidden Metals', own.siteId);
  const { id: theirs } = await anAgreement(other, { lines: [{ item, quotaShare: 0.5 }] });
  await aRun(other, { agreementId: theirs });
  expect(await app.ask(corridor.planner, document, { id })).toEqual(alone);
});
