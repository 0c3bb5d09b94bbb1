import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../../server/src/kernel/calendar-date.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { aUnit } from '../../support/factories/catalog.ts';
import {
  aCorridor,
  anAgreement,
  aRun,
  key,
  theProposal,
  type Corridor,
  type MadeLine,
  type ProposalRow,
} from '../../support/factories/vmi.ts';

import { answer, asked, promised, review, send, tolerant } from '../../support/factories/vmi-answers.ts';

let app: TestApp;
let corridor: Corridor;
beforeAll(async () => {
  app = await TestApp.start();
  corridor = await aCorridor(app, 'Alpine Bearings');
});
afterAll(() => app.close());

const today = new Date().toISOString().slice(0, 10);

const asUuid = (id: string) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const cancel = (actor: Actor, commitment: { id: string; version: number }, reason = 'no room') =>
  commitmentAct(actor, 'commitmentCancel', 'CommitmentCancelInput', commitment, { reason });

const agree = (actor: Actor, commitment: { id: string; version: number }, isAgreed: boolean) =>
  commitmentAct(actor, 'commitmentCancelAnswer', 'CommitmentCancelAnswerInput', commitment, { isAgreed });

async function commitmentAct(
  actor: Actor,
  act: string,
  type: string,
  one: { id: string; version: number },
  more: object,
) {
  const { data } = await app.run<
    Record<string, { commitment: { state: string; version: number } | null; userErrors: { code: string }[] }>
  >(
    actor,
    `mutation ($input: ${type}!) { ${act}(input: $input) { commitment { state version allowedActions cancelRequest { requestedBy reason } } userErrors { code } } }`,
    { input: { commitmentId: one.id, expectedVersion: one.version, idempotencyKey: key(), ...more } },
  );
  await app.deliver();
  return { ...data[act]?.commitment, code: data[act]?.userErrors[0]?.code ?? null };
}

it('becomes a promise with an order that we number when it is accepted', async () => {
  const one = await asked(corridor);
  const { proposal } = await answer(one, { decision: 'ACCEPT' });
  expect(proposal).toMatchObject({
    state: 'ACCEPTED',
    commitments: [
      {
        state: 'COMMITTED',
        quantity: { value: '95' },
        deliverOn: one.proposal.deliverOn,
        order: {
          kind: 'REPLENISHMENT',
          state: 'CONFIRMED',
          number: expect.stringMatching(/^PO-\d{6}$/) as string,
        },
      },
    ],
  });
  const { vmiLine } = await app.ask<{ vmiLine: Record<string, { value: string }> }>(
    corridor.planner,
    'query ($id: ID!) { vmiLine(id: $id) { openOrder { value } awaitingAnswer { value } position { value } } }',
    { id: one.id },
  );
  expect(vmiLine).toEqual({
    openOrder: { value: '95' },
    awaitingAnswer: { value: '0' },
    position: { value: '100' },
  });
  expect(await aRun(corridor, { agreementId: one.agreementId })).toMatchObject({ proposalCount: 0 });
});

it('adds planned shipments to the standing order of the agreement', async () => {
  const one = await asked(corridor, { variant: 'PLANNED_SHIPMENT' });
  const first = await answer(one, { decision: 'ACCEPT' });
  expect(first.proposal?.commitments[0]?.order).toMatchObject({ kind: 'STANDING', state: 'CONFIRMED' });
  const planned = await send(corridor, corridor.planner, 'supplyPropose', 'SupplyProposeInput', {
    lineId: one.id,
    parts: [{ quantity: '40', deliverOn: addDays(today, 9) }],
  });
  expect(planned.proposal?.state).toBe('COUNTERED');
  const { vmiLine } = await app.ask<{ vmiLine: { openProposal: ProposalRow } }>(
    corridor.buyer,
    'query ($id: ID!) { vmiLine(id: $id) { openProposal { id version } } }',
    { id: one.id },
  );
  const second = await review({ ...one, proposal: vmiLine.openProposal }, vmiLine.openProposal.version, {
    decision: 'ACCEPT',
  });
  expect(second.proposal?.commitments[0]?.order.number).toBe(first.proposal?.commitments[0]?.order.number);
});

it('keeps the ratio of the pack it was computed with, although the pack changes meanwhile', async () => {
  await aUnit(app, 'BX');
  const one = await asked(corridor, tolerant, { pack: { orderUnitCode: 'BX', numerator: 5n } });
  await app.owner.query('update catalog_supplier_item set numerator = 20 where item_id = $1', [one.item.id]);
  await answer(one, { decision: 'ACCEPT' });
  const [schedule] = await app.owner.query<{ quantity: string; numerator: string }>(
    'select trim_scale(requested_quantity)::text as quantity, numerator::text from purchasing_schedule_line where item_id = $1',
    [one.item.id],
  );
  expect(schedule).toEqual({ quantity: '19', numerator: '5' });
});

it('lets the supplier promise up to the maximum without being asked, and more only with the buyer', async () => {
  const { id, lines } = await anAgreement(corridor, { lines: [{ onHand: 60 }] });
  const [line] = lines as [MadeLine];
  const propose = (quantity: string) =>
    send(corridor, corridor.planner, 'supplyPropose', 'SupplyProposeInput', {
      lineId: line.id,
      parts: [{ quantity, deliverOn: addDays(today, 1) }],
    });
  expect((await propose('41')).proposal).toMatchObject({ state: 'COUNTERED', commitments: [] });
  const waiting = await theProposal(corridor, corridor.buyer, line.id);
  const one = { ...line, corridor, agreementId: id, proposal: waiting as ProposalRow };
  expect((await review(one, one.proposal.version, { decision: 'REFUSE', reason: 'full' })).proposal).toMatchObject({
    state: 'DECLINED',
  });
  expect((await propose('40')).proposal).toMatchObject({
    state: 'ACCEPTED',
    commitments: [{ state: 'COMMITTED' }],
  });
});

it('takes a promise back only when both sides agree', async () => {
  const { commitment, ...one } = await promised(corridor);
  const requested = await cancel(corridor.buyer, commitment);
  expect(requested).toMatchObject({ state: 'COMMITTED', cancelRequest: { requestedBy: 'COMPANY' } });
  const now = { id: commitment.id, version: requested.version ?? 0 };
  expect(await agree(corridor.buyer, now, true)).toMatchObject({ code: 'OWN_PROPOSAL' });
  const kept = await agree(corridor.planner, now, false);
  expect(kept).toMatchObject({ state: 'COMMITTED', cancelRequest: null });
  const again = await cancel(corridor.planner, { id: commitment.id, version: kept.version ?? 0 });
  const cancelled = await agree(corridor.buyer, { id: commitment.id, version: again.version ?? 0 }, true);
  expect(cancelled).toMatchObject({ state: 'CANCELLED', code: null });
  const { vmiLine } = await app.ask<{ vmiLine: { position: { value: string } } }>(
    corridor.buyer,
    'query ($id: ID!) { vmiLine(id: $id) { position { value } } }',
    { id: one.id },
  );
  expect(vmiLine.position.value).toBe('5');
});

it('does not take back what is on its way', async () => {
  const { commitment } = await promised(corridor);
  const requested = await cancel(corridor.buyer, commitment);
  await app.owner.query(
    'update purchasing_schedule_line s set shipped_quantity = 1, in_transit_quantity = 1 from vmi_commitment c where c.schedule_line_id = s.id and c.id = $1',
    [asUuid(commitment.id)],
  );
  const late = { id: commitment.id, version: requested.version ?? 0 };
  expect(await agree(corridor.planner, late, true)).toMatchObject({ code: 'ALREADY_SHIPPED' });
});

it('cannot be stored as cancelled with something shipped', async () => {
  const { commitment } = await promised(corridor);
  await expect(
    app.owner.query("update vmi_commitment set state = 'CANCELLED', shipped_quantity = 1 where id = $1", [
      asUuid(commitment.id),
    ]),
  ).rejects.toThrow('vmi_commitment_cancelled_is_not_shipped');
});
