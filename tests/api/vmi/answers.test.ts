import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../../server/src/kernel/calendar-date.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSupplierItem } from '../../support/factories/catalog.ts';
import { aCorridor, aRun, gid, key, type Corridor } from '../../support/factories/vmi.ts';

import { answer, asked, codeOf, review } from '../../support/factories/vmi-answers.ts';

let app: TestApp;
let corridor: Corridor;
beforeAll(async () => {
  app = await TestApp.start();
  corridor = await aCorridor(app, 'Alpine Bearings');
});
afterAll(() => app.close());

const today = new Date().toISOString().slice(0, 10);

const asUuid = (id: string) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

it('applies an answer inside the tolerance by itself', async () => {
  const one = await asked(corridor);
  const { proposal } = await answer(one, {
    decision: 'ACCEPT_WITH_CHANGES',
    quantity: '91',
    deliverOn: addDays(one.proposal.deliverOn, 2),
  });
  expect(proposal).toMatchObject({ state: 'ACCEPTED', commitments: [{ quantity: { value: '91' } }] });
});

it('lets an answer outside the tolerance wait for the buyer, who accepts it', async () => {
  const one = await asked(corridor);
  const countered = await answer(one, {
    decision: 'ACCEPT_WITH_CHANGES',
    quantity: '60',
    reason: 'machine down',
  });
  expect(countered.proposal).toMatchObject({ state: 'COUNTERED', commitments: [] });
  const reviewed = await review(one, countered.proposal?.version ?? 0, { decision: 'ACCEPT' });
  expect(reviewed.proposal).toMatchObject({
    state: 'ACCEPTED',
    commitments: [{ quantity: { value: '60' } }],
  });
});

it('opens again when the buyer refuses the counter-proposal, and keeps what was said', async () => {
  const one = await asked(corridor);
  const countered = await answer(one, { decision: 'ACCEPT_WITH_CHANGES', quantity: '60' });
  const version = countered.proposal?.version ?? 0;
  expect(codeOf(await review(one, version, { decision: 'REFUSE' }))).toBe('REASON_NEEDED');
  const refused = await review(one, version, { decision: 'REFUSE', reason: 'we need it all' });
  expect(refused.proposal).toMatchObject({ state: 'OPEN', offer: [] });
  const { vmiProposal } = await app.ask<{ vmiProposal: { answers: object[] } }>(
    corridor.planner,
    'query ($id: ID!) { vmiProposal(id: $id) { answers { decision answeredBy reason isWithinTolerance parts { quantity { value } } } } }',
    { id: one.proposal.id },
  );
  expect(vmiProposal.answers).toMatchObject([
    {
      decision: 'ACCEPT_WITH_CHANGES',
      answeredBy: 'SUPPLIER',
      isWithinTolerance: false,
      parts: [{ quantity: { value: '60' } }],
    },
    { decision: 'REFUSE', answeredBy: 'COMPANY', reason: 'we need it all' },
  ]);
});

it('splits into deliveries, each a promise of its own', async () => {
  const one = await asked(corridor);
  const { deliverOn } = one.proposal;
  const { proposal } = await answer(one, {
    decision: 'ACCEPT_WITH_CHANGES',
    split: [
      { quantity: '50', deliverOn },
      { quantity: '45', deliverOn: addDays(deliverOn, 1) },
    ],
  });
  expect(proposal?.state).toBe('ACCEPTED');
  expect(proposal?.commitments.map(({ quantity }) => quantity.value)).toEqual(['50', '45']);
  expect(new Set(proposal?.commitments.map(({ order }) => order.number)).size).toBe(1);
});

it('takes a substitute only when the buyer agrees, and does not order the item again meanwhile', async () => {
  const one = await asked(corridor);
  const substitute = await anItem(app);
  const offer = { decision: 'ACCEPT_WITH_CHANGES', substituteItemId: gid('itm', substitute.id) };
  expect(codeOf(await answer(one, offer))).toBe('NOT_FOUND');
  await aSupplierItem(app, corridor.supplier.id, substitute.id);
  const countered = await answer(one, offer);
  expect(countered.proposal?.state).toBe('COUNTERED');
  const { proposal } = await review(one, countered.proposal?.version ?? 0, { decision: 'ACCEPT' });
  expect(proposal?.commitments).toHaveLength(1);
  await app.owner.query('update vmi_proposal set bucket_on = bucket_on - 1 where id = $1', [asUuid(one.proposal.id)]);
  expect(await aRun(corridor, { agreementId: one.agreementId })).toMatchObject({ proposalCount: 0 });
});

it('is declined with a reason, and without one refused', async () => {
  const one = await asked(corridor);
  expect(codeOf(await answer(one, { decision: 'DECLINE' }))).toBe('REASON_NEEDED');
  const { proposal } = await answer(one, { decision: 'DECLINE', reason: 'discontinued' });
  expect(proposal).toMatchObject({ state: 'DECLINED', commitments: [] });
});

it('refuses an answer to an old version', async () => {
  const one = await asked(corridor);
  await answer(one, { decision: 'ACCEPT_WITH_CHANGES', quantity: '60' });
  expect(codeOf(await answer(one, { decision: 'ACCEPT' }))).toBe('STALE_OBJECT');
});

it('refuses an answer to what is decided already', async () => {
  const one = await asked(corridor);
  const { proposal } = await answer(one, { decision: 'ACCEPT' });
  const late = { ...one, proposal: { ...one.proposal, version: proposal?.version ?? 0 } };
  expect(codeOf(await answer(late, { decision: 'ACCEPT' }))).toBe('NOT_ALLOWED_NOW');
  expect(codeOf(await answer(late, { decision: 'DECLINE', reason: 'x' }))).toBe('NOT_ALLOWED_NOW');
});

it('answers the same request twice with one promise, and refuses another under its key', async () => {
  const one = await asked(corridor);
  const input = { decision: 'ACCEPT', idempotencyKey: key() };
  const first = await answer(one, input);
  const again = await answer(one, input);
  expect(again.proposal?.commitments).toEqual(first.proposal?.commitments);
  expect(codeOf(await answer(one, { ...input, decision: 'DECLINE', reason: 'x' }))).toBe('IDEMPOTENCY_CONFLICT');
});

it('lets one of two answers at the same time win', async () => {
  const one = await asked(corridor);
  const codes = (await Promise.all([1, 2].map(() => answer(one, { decision: 'ACCEPT' })))).map(codeOf);
  expect(codes.toSorted()).toEqual([null, 'STALE_OBJECT'].toSorted());
});

it('refuses nothing, a day that has passed, and less than nothing', async () => {
  const one = await asked(corridor);
  const change = { decision: 'ACCEPT_WITH_CHANGES' };
  expect(codeOf(await answer(one, { ...change, quantity: '0' }))).toBe('NOTHING_OFFERED');
  expect(codeOf(await answer(one, { ...change, quantity: '-5' }))).toBe('NOTHING_OFFERED');
  expect(codeOf(await answer(one, { ...change, deliverOn: addDays(today, -3) }))).toBe('IN_THE_PAST');
});
