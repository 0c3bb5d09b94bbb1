import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../server/src/kernel/calendar-date.ts';
import type { Actor } from '../../server/src/platform/access/actor.ts';
import { TestApp } from '../support/app.ts';
import { anItem } from '../support/factories/catalog.ts';
import { aLocation, someStock } from '../support/factories/inventory.ts';
import { answer, review, type Asked } from '../support/factories/vmi-answers.ts';
import {
  aCorridor,
  actOn,
  aDraft,
  aRun,
  gid,
  key,
  theProposal,
  usage,
  type Corridor,
  type MadeAgreement,
} from '../support/factories/vmi.ts';

/**
 * Alpine Bearings keeps our stock of one bearing between 40 and 200: the two agree, stock falls, the supplier is asked,
 * offers less, is taken at his word, ships, and the alert ends. Each chapter goes on where the one before ended.
 */
let app: TestApp;
let corridor: Corridor;
let agreement: MadeAgreement;
let itemId: string;
let lineId: string;
let one: Asked;
let scheduleLineId: string;
let noticeId: string;
let noticeLineId: string;

beforeAll(async () => {
  app = await TestApp.start();
  corridor = await aCorridor(app, 'Alpine Bearings');
});
afterAll(() => app.close());

const today = new Date().toISOString().slice(0, 10);

interface Line {
  colour: string;
  daysOfSupply: string | null;
  onHand: { value: string };
  openOrder: { value: string };
  inTransit: { value: string };
  awaitingAnswer: { value: string };
  position: { value: string };
  alerts: { type: string }[];
  projectedStock: { receipts: string; projected: string; colour: string }[];
}
const document =
  'query ($id: ID!) { vmiLine(id: $id) { colour daysOfSupply onHand { value } openOrder { value } inTransit { value } awaitingAnswer { value } position { value } alerts { type } projectedStock(unit: DAY, buckets: 12) { receipts projected colour } } }';

/** What both sides see: the same, or the test fails. */
async function theLine(): Promise<Line> {
  const ours = await app.ask<{ vmiLine: Line }>(corridor.buyer, document, { id: lineId });
  const theirs = await app.ask<{ vmiLine: Line }>(corridor.planner, document, { id: lineId });
  expect(theirs).toEqual(ours);
  return ours.vmiLine;
}
const figures = ({ onHand, openOrder, inTransit, awaitingAnswer, position }: Line) =>
  [onHand, openOrder, inTransit, awaitingAnswer, position].map(({ value }) => Number(value));

async function act<T>(actor: Actor, name: string, type: string, show: string, input: object): Promise<T> {
  const data = await app.ask<Record<string, T>>(
    actor,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${show} userErrors { code message path } } }`,
    { input: { idempotencyKey: key(), ...input } },
  );
  await app.deliver();
  return data[name] as T;
}

it('begins with an agreement that we propose and the supplier accepts', async () => {
  const item = await anItem(app, { nameEn: 'Deep groove bearing 6204' });
  itemId = item.id;
  await usage(app, itemId, corridor.siteId, 30, 20);
  agreement = await aDraft(corridor, {
    terms: { quantityTolerance: '0.05', dateToleranceDays: 1, usageWindowDays: 30 },
    lines: [{ item, minimum: 40, reorderPoint: 80, maximum: 200, onHand: 145, pack: { leadTimeDays: 3 } }],
  });
  lineId = agreement.lines[0]?.id ?? '';
  expect(await actOn(corridor, corridor.buyer, 'agreementPropose', agreement.id)).toMatchObject({
    code: null,
  });
  expect(await actOn(corridor, corridor.planner, 'agreementAccept', agreement.id)).toMatchObject({
    state: 'ACTIVE',
  });
  await app.deliver();
  const line = await theLine();
  expect(line).toMatchObject({ colour: 'ON_TRACK', daysOfSupply: '7.25' });
  expect(figures(line)).toEqual([145, 0, 0, 0, 145]);
});

it('leaves stock alone while it is above the reorder point', async () => {
  expect(await aRun(corridor)).toMatchObject({ lineCount: 1, proposalCount: 0, run: null });
});

it('turns red when stock falls below the minimum', async () => {
  await act(corridor.buyer, 'stockIssue', 'StockIssueInput', '', {
    itemId: gid('itm', itemId),
    quantity: '110',
    locationId: gid('loc', await aLocation(app, corridor.siteId)),
    to: 'PRODUCTION',
  });
  const line = await theLine();
  expect(line.colour).toBe('BELOW_MIN');
  expect(line.alerts.map(({ type }) => type).toSorted()).toEqual(['BELOW_MIN', 'PROJECTED_STOCKOUT']);
});

it('asks the supplier, once, and says why', async () => {
  expect(await aRun(corridor)).toMatchObject({ proposalCount: 1 });
  expect(await aRun(corridor)).toMatchObject({ proposalCount: 0 });
  const proposal = await theProposal(corridor, corridor.planner, lineId);
  expect(proposal).toMatchObject({ state: 'OPEN', quantity: { value: '165', unit: 'EA' } });
  one = { ...agreement.lines[0], corridor, agreementId: agreement.id, proposal } as Asked;
  expect(figures(await theLine())).toEqual([35, 0, 0, 165, 200]);
});

it('lets the supplier offer less and later, and the buyer take it', async () => {
  const countered = await answer(one, {
    decision: 'ACCEPT_WITH_CHANGES',
    split: [
      { quantity: '100', deliverOn: one.proposal.deliverOn },
      { quantity: '40', deliverOn: addDays(one.proposal.deliverOn, 6) },
    ],
    reason: 'one machine is down',
  });
  expect(countered.proposal).toMatchObject({ state: 'COUNTERED', commitments: [] });
  const reviewed = await review(one, countered.proposal?.version ?? 0, { decision: 'ACCEPT' });
  expect(reviewed.proposal?.commitments.map(({ quantity }) => quantity.value)).toEqual(['100', '40']);
  const line = await theLine();
  expect(figures(line).slice(0, 4)).toEqual([35, 140, 0, 0]);
  expect(line.projectedStock.map(({ receipts }) => Number(receipts)).filter((receipt) => receipt > 0)).toEqual([
    100, 40,
  ]);
});

it('shows the order to the supplier, who announces the first delivery', async () => {
  const { vmiCommitments } = await app.ask<{ vmiCommitments: { nodes: { scheduleLine: { id: string } }[] } }>(
    corridor.planner,
    'query ($id: ID!) { vmiCommitments(first: 5, lineId: $id) { nodes { scheduleLine { id } order { number state } } } }',
    { id: lineId },
  );
  scheduleLineId = vmiCommitments.nodes[0]?.scheduleLine.id ?? '';
  const show = 'notice { id version lines { id } }';
  type Saved = { notice: { id: string; version: number; lines: { id: string }[] } };
  const saved = await act<Saved>(corridor.planner, 'shipmentNoticeSave', 'ShipmentNoticeSaveInput', show, {
    number: 'AB-1001',
    expectedOn: one.proposal.deliverOn,
    lines: [{ scheduleLineId, quantity: '100' }],
  });
  noticeId = saved.notice.id;
  noticeLineId = saved.notice.lines[0]?.id ?? '';
  await act(corridor.planner, 'shipmentNoticeSubmit', 'ShipmentNoticeSubmitInput', 'notice { state }', {
    id: noticeId,
    expectedVersion: saved.notice.version,
    shippedOn: today,
  });
  expect(figures(await theLine()).slice(0, 4)).toEqual([35, 40, 100, 0]);
  expect(await states()).toEqual(['SHIPPED', 'COMMITTED']);
});

const states = async () =>
  (
    await app.ask<{ vmiCommitments: { nodes: { state: string }[] } }>(
      corridor.buyer,
      'query ($id: ID!) { vmiCommitments(first: 5, lineId: $id) { nodes { state } } }',
      { id: lineId },
    )
  ).vmiCommitments.nodes.map(({ state }) => state);

it('rises when the goods are received and put away, and the alerts end', async () => {
  await act(corridor.buyer, 'receiptPost', 'ReceiptPostInput', 'receipt { id }', {
    noticeId,
    isComplete: true,
    toLocationId: gid('loc', await aLocation(app, corridor.siteId)),
    lines: [{ noticeLineId, receivedQuantity: '100' }],
  });
  const line = await theLine();
  expect(line.colour).toBe('ON_TRACK');
  expect(figures(line).slice(0, 4)).toEqual([135, 40, 0, 0]);
  expect(line.alerts.map(({ type }) => type)).not.toContain('BELOW_MIN');
  const ended = await app.ask<{ vmiAlerts: { nodes: { type: string; endedAt: string | null }[] } }>(
    corridor.planner,
    'query ($id: ID!) { vmiAlerts(first: 9, lineId: $id, isOpen: null, type: [BELOW_MIN]) { nodes { type endedAt } } }',
    { id: lineId },
  );
  expect(ended.vmiAlerts.nodes).toEqual([{ type: 'BELOW_MIN', endedAt: expect.any(String) as string }]);
});

it('turns when too much arrives', async () => {
  const { siteId, company } = corridor;
  await someStock(app, { itemId, siteId, ownerId: company.id, quantity: 80 });
  await app.deliver();
  expect((await theLine()).colour).toBe('ABOVE_MAX');
});

it('told the other supplier nothing of all this', async () => {
  const other = await aCorridor(app, 'Baltic Steel', corridor.siteId);
  const seen = await app.ask(
    other.planner,
    '{ vmiLines(first: 9) { totalCount } vmiAlerts(first: 9, isOpen: null) { totalCount } vmiProposals(first: 9) { totalCount } vmiCommitments(first: 9) { totalCount } vmiAgreements(first: 9) { totalCount } }',
  );
  expect(Object.values(seen as Record<string, { totalCount: number }>).map(({ totalCount }) => totalCount)).toEqual([
    0, 0, 0, 0, 0,
  ]);
});
