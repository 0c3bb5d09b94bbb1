import type { Actor } from '../../../server/src/platform/access/actor.ts';
import {
  anAgreement,
  aRun,
  key,
  theProposal,
  type Corridor,
  type LineWish,
  type MadeLine,
  type ProposalRow,
} from './vmi.ts';

export const tolerant = { quantityTolerance: '0.05', dateToleranceDays: 2 };

export interface Asked extends MadeLine {
  readonly corridor: Corridor;
  readonly proposal: ProposalRow;
  readonly agreementId: string;
}

/** A line of 5 with a proposal of 95 that waits for the supplier. */
export async function asked(
  corridor: Corridor,
  terms: Record<string, unknown> = tolerant,
  wish: LineWish = {},
): Promise<Asked> {
  const { id, lines } = await anAgreement(corridor, {
    terms,
    lines: [{ onHand: 5, pack: { leadTimeDays: 5 }, ...wish }],
  });
  await aRun(corridor, { agreementId: id });
  const [line] = lines as [MadeLine];
  const proposal = await theProposal(corridor, corridor.buyer, line.id);
  if (!proposal) throw new Error('nothing was proposed');
  return { ...line, corridor, proposal, agreementId: id };
}

export interface Promised {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly deliverOn: string;
  readonly quantity: { value: string };
  readonly order: { number: string; kind: string; state: string };
}

export interface ProposalPayload {
  readonly proposal: {
    readonly state: string;
    readonly version: number;
    readonly offer: { quantity: { value: string }; deliverOn: string }[];
    readonly commitments: Promised[];
  } | null;
  readonly userErrors: { code: string; path: string[] }[];
}

const shown =
  'proposal { state version offer { quantity { value } deliverOn } commitments { id state version deliverOn quantity { value } order { number kind state } } } userErrors { code path }';

/** Sends an act on a proposal and delivers what it caused. */
export async function send(
  { app }: Corridor,
  actor: Actor,
  act: string,
  type: string,
  input: object,
): Promise<ProposalPayload> {
  const { data, errors } = await app.run<Record<string, ProposalPayload>>(
    actor,
    `mutation ($input: ${type}!) { ${act}(input: $input) { ${shown} } }`,
    { input: { idempotencyKey: key(), ...input } },
  );
  if (errors?.length) throw errors[0]?.originalError ?? new Error(errors[0]?.message);
  await app.deliver();
  return data[act] as ProposalPayload;
}

export const answer = (one: Asked, input: object, actor = one.corridor.planner): Promise<ProposalPayload> =>
  send(one.corridor, actor, 'proposalAnswer', 'ProposalAnswerInput', {
    proposalId: one.proposal.id,
    expectedVersion: one.proposal.version,
    ...input,
  });

export const review = (one: Asked, version: number, input: object): Promise<ProposalPayload> =>
  send(one.corridor, one.corridor.buyer, 'proposalReview', 'ProposalReviewInput', {
    proposalId: one.proposal.id,
    expectedVersion: version,
    ...input,
  });

export const codeOf = (payload: ProposalPayload): string | null => payload.userErrors[0]?.code ?? null;

/** A line with what the supplier has promised for it. */
export async function promised(corridor: Corridor, terms = tolerant): Promise<Asked & { commitment: Promised }> {
  const one = await asked(corridor, terms);
  const { proposal } = await answer(one, { decision: 'ACCEPT' });
  const [commitment] = proposal?.commitments ?? [];
  if (!commitment) throw new Error('nothing was promised');
  return { ...one, commitment };
}
