import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { vmiJobs } from '../../../server/src/modules/vmi/vmi.jobs.ts';
import { TestApp } from '../../support/app.ts';
import { anActor } from '../../support/factories/identity.ts';
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

import { answer, asked, codeOf } from '../../support/factories/vmi-answers.ts';

let app: TestApp;
let corridor: Corridor;
beforeAll(async () => {
  app = await TestApp.start();
  corridor = await aCorridor(app, 'Alpine Bearings');
});
afterAll(() => app.close());

const asUuid = (id: string) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

it('is superseded, and kept, when limits change while it is open', async () => {
  const one = await asked(corridor);
  const { vmiLine } = await app.ask<{ vmiLine: { version: number } }>(
    corridor.buyer,
    'query ($id: ID!) { vmiLine(id: $id) { version } }',
    { id: one.id },
  );
  await app.ask(
    corridor.buyer,
    'mutation ($input: VmiLimitsChangeInput!) { vmiLimitsChange(input: $input) { userErrors { code } } }',
    {
      input: {
        lineId: one.id,
        expectedVersion: vmiLine.version,
        limits: { minimum: '10', reorderPoint: '20', maximum: '50' },
      },
    },
  );
  await app.deliver();
  expect((await theProposal(corridor, corridor.planner, one.id))?.state).toBe('SUPERSEDED');
  expect(codeOf(await answer(one, { decision: 'ACCEPT' }))).toBe('STALE_OBJECT');
  await aRun(corridor, { agreementId: one.agreementId });
  expect(await theProposal(corridor, corridor.planner, one.id)).toMatchObject({
    state: 'OPEN',
    quantity: { value: '45' },
  });
});

it('answers many at once, each for itself, in one order per agreement', async () => {
  const { id, lines } = await anAgreement(corridor, { lines: [{ onHand: 5 }, { onHand: 6 }, { onHand: 7 }] });
  await aRun(corridor, { agreementId: id });
  const { vmiProposals } = await app.ask<{ vmiProposals: { nodes: ProposalRow[] } }>(
    corridor.planner,
    'query ($id: ID!) { vmiProposals(first: 10, agreementId: $id) { nodes { id version } } }',
    { id },
  );
  const proposals = vmiProposals.nodes.map((row, index) => ({
    proposalId: row.id,
    expectedVersion: index === 1 ? row.version + 7 : row.version,
  }));
  const { proposalsAnswer } = await app.ask<{
    proposalsAnswer: {
      proposals: { commitments: { order: { number: string } }[] }[];
      results: { proposalId: string; error: { code: string; message: string } | null }[];
    };
  }>(
    corridor.planner,
    'mutation ($input: ProposalsAnswerInput!) { proposalsAnswer(input: $input) { proposals { commitments { order { number } } } results { proposalId error { code message } } userErrors { code } } }',
    { input: { proposals, idempotencyKey: key() } },
  );
  expect(lines).toHaveLength(3);
  expect(proposalsAnswer.results.map(({ error }) => error?.code ?? null)).toEqual([null, 'STALE_OBJECT', null]);
  expect(proposalsAnswer.proposals).toHaveLength(2);
  const numbers = proposalsAnswer.proposals.flatMap(({ commitments }) => commitments.map(({ order }) => order.number));
  expect(new Set(numbers).size).toBe(1);
});

it('waits for the planner before the supplier sees it, where that is agreed', async () => {
  const { id, lines } = await anAgreement(corridor, {
    terms: { isReviewedFirst: true },
    lines: [{ onHand: 5 }],
  });
  const [line] = lines as [MadeLine];
  await aRun(corridor, { agreementId: id });
  expect(await theProposal(corridor, corridor.planner, line.id)).toBeUndefined();
  const computed = await theProposal(corridor, corridor.buyer, line.id);
  expect(computed?.state).toBe('COMPUTED');
  await app.ask(
    corridor.buyer,
    'mutation ($input: ProposalReleaseInput!) { proposalRelease(input: $input) { proposals { id } userErrors { code } } }',
    { input: { proposalIds: [computed?.id] } },
  );
  expect((await theProposal(corridor, corridor.planner, line.id))?.state).toBe('OPEN');
});

it('says when an answer is overdue, and gives up when its day has passed', async () => {
  const one = await asked(corridor);
  const job = vmiJobs.find(({ name }) => name === 'vmi.deadlines');
  await app.owner.query("update vmi_proposal set answer_due_at = now() - interval '1 hour' where id = $1", [
    asUuid(one.proposal.id),
  ]);
  await job?.run(app.database, {});
  const alerts = () =>
    app.ask<{ vmiAlerts: { nodes: { type: string }[] } }>(
      corridor.planner,
      'query ($id: ID!) { vmiAlerts(first: 10, lineId: $id, type: [ANSWER_OVERDUE]) { nodes { type } } }',
      { id: one.id },
    );
  expect((await alerts()).vmiAlerts.nodes).toHaveLength(1);
  await app.owner.query('update vmi_proposal set deliver_on = current_date - 2 where id = $1', [
    asUuid(one.proposal.id),
  ]);
  await job?.run(app.database, {});
  await app.deliver();
  expect((await theProposal(corridor, corridor.planner, one.id))?.state).toBe('EXPIRED');
  expect((await alerts()).vmiAlerts.nodes).toHaveLength(0);
});

it('lets a supplier answer neither a foreign proposal nor an unknown one, and tells them not apart', async () => {
  const other = await aCorridor(app, 'Nosy Metals');
  const one = await asked(corridor);
  const foreign = await answer(one, { decision: 'ACCEPT' }, other.planner);
  const unknown = await answer(
    { ...one, proposal: { ...one.proposal, id: 'vpr_0198c5c60000700080000000000000ff' } },
    { decision: 'ACCEPT' },
    other.planner,
  );
  expect(foreign).toEqual(unknown);
  expect(codeOf(foreign)).toBe('NOT_FOUND');
});

it('refuses every act to roles that may not do it', async () => {
  const one = await asked(corridor);
  const acts: [Actor, string, string, object][] = [
    [
      await anActor(app, corridor.supplier, 'SUPPLIER_SHIPPING'),
      'proposalAnswer',
      'ProposalAnswerInput',
      { proposalId: one.proposal.id, expectedVersion: 1, decision: 'ACCEPT' },
    ],
    [
      await anActor(app, corridor.supplier, 'SUPPLIER_VIEWER'),
      'supplyPropose',
      'SupplyProposeInput',
      { lineId: one.id, parts: [] },
    ],
    [
      await anActor(app, corridor.company, 'WAREHOUSE'),
      'proposalReview',
      'ProposalReviewInput',
      { proposalId: one.proposal.id, expectedVersion: 1, decision: 'ACCEPT' },
    ],
  ];
  for (const [actor, act, type, input] of acts) {
    const { errors } = await app.run(
      actor,
      `mutation ($input: ${type}!) { ${act}(input: $input) { userErrors { code } } }`,
      { input: { idempotencyKey: key(), ...input } },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  }
});

it('lists proposals in one statement', async () => {
  await asked(corridor);
  const document =
    '{ vmiProposals(first: 50, sort: ANSWER_DUE, state: [OPEN]) { nodes { number state quantity { value unit } orderQuantity { value unit } explanation { label } line { colour onHand { value } } item { sku } answers { decision } commitments { state } allowedActions } totalCount } }';
  let data!: { vmiProposals: { nodes: { allowedActions: string[] }[] } };
  const statements = await app.statements(async () => (data = await app.ask(corridor.planner, document)));
  expect(statements).toHaveLength(1);
  expect(data.vmiProposals.nodes[0]?.allowedActions).toEqual(['vmi.proposal.answer']);
});
