import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixedClock } from '../../../server/src/kernel/clock.ts';
import { isValidSscc } from '../../../server/src/kernel/gs1.ts';
import { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import { flagOverdueNotices } from '../../../server/src/modules/purchasing/notice/overdue-notices.service.ts';
import { TestApp } from '../../support/app.ts';
import { aKey, aNotice, anOrder, aTrade, done, refusals, type Trade } from '../../support/factories/purchasing.ts';

const clock = fixedClock('2026-12-01T08:00:00Z');
let app: TestApp;
let trade: Trade;

beforeAll(async () => {
  app = await TestApp.start(clock);
  trade = await aTrade(app);
});
afterAll(() => app.close());

interface Notice {
  id: string;
  number: string;
  state: string;
  version: number;
  expectedOn: string;
  firstExpectedOn: string | null;
  isOverdue: boolean;
  allowedActions: string[];
  handlingUnits: { sscc: string }[];
  lines: { quantity: { value: string }; handlingUnit: { sscc: string } | null }[];
  changes: { fromExpectedOn: string; toExpectedOn: string; reason: string }[];
}
const NOTICE =
  'id number state version expectedOn firstExpectedOn isOverdue allowedActions handlingUnits { sscc } lines { quantity { value } handlingUnit { sscc } } changes { fromExpectedOn toExpectedOn reason }';
const saveInput = (lines: (readonly [string | undefined, string])[], more: object = {}) => ({
  idempotencyKey: aKey(),
  number: `SHIP-${aKey()}`,
  expectedOn: '2027-01-10',
  lines: lines.map(([scheduleLineId, quantity]) => ({ scheduleLineId, quantity })),
  ...more,
});
const act = async (mutation: string, input: object, actor = trade.seller) =>
  (
    await done<{ notice: Notice }>(
      app,
      actor,
      mutation,
      `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`,
      input,
      `notice { ${NOTICE} }`,
    )
  ).notice;
const refused = (mutation: string, input: object) =>
  refusals(app, trade.seller, mutation, `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`, input);
const step = ({ id, version }: Notice, more: object = {}) => ({
  idempotencyKey: aKey(),
  id,
  expectedVersion: version,
  ...more,
});
const shippable = async (scheduleLine: string | undefined) => {
  const query =
    'query ($id: ID!) { node(id: $id) { ... on ScheduleLine { shippableQuantity { value } inTransitQuantity { value } shippedQuantity { value } } } }';
  const { node } = await app.ask<{ node: Record<string, { value: string }> }>(trade.seller, query, {
    id: scheduleLine,
  });
  return [node['shippableQuantity'], node['inTransitQuantity'], node['shippedQuantity']].map((one) => one?.value);
};

it('announces goods of several orders in one notice, and one order in several notices', async () => {
  const [first, second] = [await anOrder(app, trade), await anOrder(app, trade)];
  const both = await act(
    'shipmentNoticeSave',
    saveInput([
      [first.schedules[0], '60'],
      [second.schedules[0], '100'],
    ]),
  );
  expect(await shippable(first.schedules[0])).toEqual(['100', '0', '0']);
  const submitted = await act('shipmentNoticeSubmit', step(both));
  expect(submitted).toMatchObject({ state: 'SUBMITTED', firstExpectedOn: '2027-01-10' });
  expect(await shippable(first.schedules[0])).toEqual(['40', '60', '60']);
  const rest = await act('shipmentNoticeSave', saveInput([[first.schedules[0], '40']]));
  await act('shipmentNoticeSubmit', step(rest, { shippedOn: '2027-01-08' }));
  expect(await shippable(first.schedules[0])).toEqual(['0', '100', '100']);
});

it('hides a draft notice from staff until it is submitted', async () => {
  const order = await anOrder(app, trade);
  const draft = await act('shipmentNoticeSave', saveInput([[order.schedules[0], '10']]));
  const look = () =>
    app.ask<{ shipmentNotice: object | null }>(trade.buyer, 'query ($id: ID!) { shipmentNotice(id: $id) { id } }', {
      id: draft.id,
    });
  expect(await look()).toEqual({ shipmentNotice: null });
  await act('shipmentNoticeSubmit', step(draft));
  expect(await look()).toEqual({ shipmentNotice: { id: draft.id } });
});

it('refuses a number that the supplier used before', async () => {
  const order = await anOrder(app, trade);
  const input = saveInput([[order.schedules[0], '10']], { number: 'DUP-1' });
  await act('shipmentNoticeSave', input);
  expect(await refused('shipmentNoticeSave', { ...input, idempotencyKey: aKey() })).toEqual([
    'DUPLICATE_NOTICE_NUMBER',
  ]);
});

it('answers the same request the same, with the same notice', async () => {
  const order = await anOrder(app, trade);
  const input = saveInput([[order.schedules[0], '10']]);
  const [first, again] = [await act('shipmentNoticeSave', input), await act('shipmentNoticeSave', input)];
  expect(again.id).toBe(first.id);
});

it('lets two suppliers use the same number', async () => {
  const other = await aTrade(app);
  const [mine, his] = [await anOrder(app, trade), await anOrder(app, other)];
  await act('shipmentNoticeSave', saveInput([[mine.schedules[0], '10']], { number: 'SAME' }));
  await act('shipmentNoticeSave', saveInput([[his.schedules[0], '10']], { number: 'SAME' }), other.seller);
});

it('gives a notice without a number one of ours', async () => {
  const order = await anOrder(app, trade);
  const notice = await act('shipmentNoticeSave', saveInput([[order.schedules[0], '10']], { number: null }));
  expect(notice.number).toMatch(/^SN-\d{6}$/);
});

it('makes an SSCC under the GS1 prefix of the supplier for every package without one', async () => {
  await app.prepare(async ({ em }) => {
    (await em.findOneOrFail(Organisation, trade.supplier.id)).gs1CompanyPrefix = '0614141';
  });
  const order = await anOrder(app, trade);
  const input = saveInput([[order.schedules[0], '10']], { packages: [{ position: 1 }, { position: 2 }] });
  const notice = await act('shipmentNoticeSave', {
    ...input,
    lines: [{ scheduleLineId: order.schedules[0], quantity: '10', package: 2 }],
  });
  const codes = notice.handlingUnits.map(({ sscc }) => sscc);
  expect(new Set(codes).size).toBe(2);
  expect(codes.every((code) => isValidSscc(code) && code.startsWith('00614141'))).toBe(true);
  expect(notice.lines[0]?.handlingUnit?.sscc).toBe(codes[1]);
});

it('refuses an SSCC with a wrong check digit, and one that is on another package', async () => {
  const order = await anOrder(app, trade);
  const packed = (sscc: string) => saveInput([[order.schedules[0], '1']], { packages: [{ position: 1, sscc }] });
  expect(await refused('shipmentNoticeSave', packed('106141411928374658'))).toEqual(['INVALID_SSCC']);
  await act('shipmentNoticeSave', packed('106141411928374657'));
  expect(await refused('shipmentNoticeSave', packed('106141411928374657'))).toEqual(['DUPLICATE_SSCC']);
});

it('cannot make an SSCC for a supplier without a GS1 prefix', async () => {
  const other = await aTrade(app);
  const order = await anOrder(app, other);
  expect(
    await refusals(
      app,
      other.seller,
      'shipmentNoticeSave',
      'ShipmentNoticeSaveInput',
      saveInput([[order.schedules[0], '1']], { packages: [{ position: 1 }] }),
    ),
  ).toEqual(['NO_COMPANY_PREFIX']);
});

it('refuses to announce more than is open with its tolerance', async () => {
  const order = await anOrder(app, trade);
  const notice = await act('shipmentNoticeSave', saveInput([[order.schedules[0], '101']]));
  expect(await refused('shipmentNoticeSubmit', step(notice))).toEqual(['MORE_THAN_OPEN']);
});

it('keeps every change of the expected day with its reason', async () => {
  const order = await anOrder(app, trade);
  const saved = await act('shipmentNoticeSave', saveInput([[order.schedules[0], '10']]));
  const submitted = await act('shipmentNoticeSubmit', step(saved));
  const sent = await act('shipmentNoticeDispatch', step(submitted, { shippedOn: '2027-01-06' }));
  expect(await refused('shipmentNoticeChangeExpected', step(sent, { expectedOn: '2027-01-12', reason: ' ' }))).toEqual([
    'REASON_MISSING',
  ]);
  const moved = await act('shipmentNoticeChangeExpected', step(sent, { expectedOn: '2027-01-12', reason: 'Customs' }));
  expect(moved).toMatchObject({
    state: 'IN_TRANSIT',
    firstExpectedOn: '2027-01-10',
    expectedOn: '2027-01-12',
    changes: [{ fromExpectedOn: '2027-01-10', toExpectedOn: '2027-01-12', reason: 'Customs' }],
  });
});

it('lets the goods of a withdrawn notice be shipped again', async () => {
  const order = await anOrder(app, trade);
  const saved = await act('shipmentNoticeSave', saveInput([[order.schedules[0], '100']]));
  const submitted = await act('shipmentNoticeSubmit', step(saved));
  await act('shipmentNoticeCancel', step(submitted, { reason: 'Truck broke down' }));
  expect(await shippable(order.schedules[0])).toEqual(['100', '0', '0']);
});

it('cannot be withdrawn once the goods are at the gate', async () => {
  const order = await anOrder(app, trade);
  const saved = await act('shipmentNoticeSave', saveInput([[order.schedules[0], '100']]));
  const submitted = await act('shipmentNoticeSubmit', step(saved, { shippedOn: '2027-01-02' }));
  const { id, version } = submitted;
  const arrived = await done<{ notice: Notice }>(
    app,
    trade.warehouse,
    'noticeArrive',
    'NoticeArriveInput',
    { id, expectedVersion: version },
    `notice { ${NOTICE} }`,
  );
  expect(arrived.notice.state).toBe('ARRIVED');
  expect(await refused('shipmentNoticeCancel', step({ ...arrived.notice }))).toEqual(['NOT_IN_THIS_STATE']);
});

it('refuses goods for two sites in one notice', async () => {
  const order = await anOrder(app, trade);
  const elsewhere = await anOrder(app, { ...trade, siteId: (await aTrade(app)).siteId });
  expect(
    await refused(
      'shipmentNoticeSave',
      saveInput([
        [order.schedules[0], '1'],
        [elsewhere.schedules[0], '1'],
      ]),
    ),
  ).toEqual(['SEVERAL_SITES']);
});

it('does not let a supplier ship against the order of another (erpnext#54210)', async () => {
  const foreign = await anOrder(app, await aTrade(app));
  expect(await refused('shipmentNoticeSave', saveInput([[foreign.schedules[0], '1']]))).toEqual(['NOT_FOUND']);
});

it('tells once of a shipment that never arrives, and again when a new day is missed', async () => {
  const order = await anOrder(app, trade);
  const notice = await aNotice(app, [[order.schedules[0] ?? '', 10]], {
    expectedOn: '2026-12-05',
    shippedOn: '2026-12-02',
  });
  const told = () =>
    app.owner.query(`select 1 from platform_event where name = 'purchasing.notice.overdue' and subject_id = $1`, [
      notice.key,
    ]);
  const flag = () => app.prepare(flagOverdueNotices);
  clock.advance(5 * 86_400_000);
  expect(await flag()).toBe(0);
  clock.advance(86_400_000);
  expect([await flag(), await flag()]).toEqual([1, 0]);
  expect(await told()).toHaveLength(1);
  const look = 'query ($id: ID!) { shipmentNotice(id: $id) { version isOverdue } }';
  const late = await app.ask<{ shipmentNotice: Notice }>(trade.buyer, look, { id: notice.id });
  expect(late.shipmentNotice.isOverdue).toBe(true);
  await act('shipmentNoticeChangeExpected', {
    idempotencyKey: aKey(),
    id: notice.id,
    expectedVersion: late.shipmentNotice.version,
    expectedOn: '2026-12-08',
    reason: 'Storm',
  });
  clock.advance(3 * 86_400_000);
  expect(await flag()).toBe(1);
});
