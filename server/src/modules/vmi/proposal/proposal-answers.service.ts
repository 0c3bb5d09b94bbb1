import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { together } from '../../../platform/db/together.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { supplyTerms } from '../../catalog/supplier-item/supply-terms.service.ts';
import { commitments } from '../commitment/commitments.service.ts';
import { proposalAccepted, proposalCountered, proposalDeclined } from '../vmi.events.ts';
import { InThePast, NotAllowedNow, NotASubstitute, NothingOffered, ReasonNeeded } from '../vmi.errors.ts';
import { sideOf } from '../vmi.policy.ts';
import { isWithinTolerance, type Delivery } from './answer-tolerance.calc.ts';
import { answerTermsOf } from './answer-terms.service.ts';
import { siteDays } from './delivery-days.service.ts';
import type { AnswerPart, Proposal } from './proposal.entity.ts';
import { checked, lockProposal, lockProposals, termsOf } from './proposal-lock.service.ts';
import { proposalTransitions } from './proposal.state.ts';

export interface Answer {
  readonly proposalId: string;
  readonly expectedVersion: number;
  readonly decision: 'ACCEPT' | 'ACCEPT_WITH_CHANGES' | 'DECLINE';
  readonly quantity: Decimal | null;
  readonly deliverOn: string | null;
  readonly split: readonly Delivery[] | null;
  readonly substituteItemId: string | null;
  readonly reason: string;
}

/** Takes the supplier's answers. What is inside the agreed tolerance applies by itself; the rest waits for the buyer. */
class ProposalAnswers {
  /** @throws NotFound, StaleObject, NotAllowedNow, NothingOffered, InThePast, NotASubstitute, ReasonNeeded */
  async answer(work: Work, answer: Answer): Promise<string> {
    // Both travel together.
    const [proposal, terms] = await together(
      lockProposal(work, answer.proposalId, answer.expectedVersion),
      answerTermsOf(work, answer.proposalId),
    );
    if (terms?.agreementState !== 'ACTIVE') throw new NotAllowedNow({ state: terms?.agreementState ?? proposal.state });
    if (answer.decision === 'DECLINE') return this.decline(work, proposal, answer.reason);
    const parts = offerOf(proposal, answer);
    await this.checkOffer(work, proposal, parts, answer, terms.today);
    const isClose = answer.substituteItemId === null && isWithinTolerance(proposal, parts, terms.tolerance);
    keepAnswer(work, proposal, answer.decision, parts, isClose, answer);
    offer(work, proposal, parts, answer);
    if (isClose) {
      proposal.go('accept', work.clock.now());
      await commitments.make(work, [proposal]);
      work.record(proposalAccepted(proposal, { lineIds: [proposal.lineId] }));
    } else {
      proposal.go('counter', work.clock.now());
      work.record(proposalCountered(proposal, { lineIds: [proposal.lineId] }));
    }
    return proposal.id;
  }

  /** Accepts many as they were proposed; one that cannot be is said to be so and holds up none of the others. */
  async acceptAll(
    work: Work,
    asked: readonly { proposalId: string; expectedVersion: number }[],
  ): Promise<{ accepted: string[]; refused: Map<string, Error> }> {
    const locked = await lockProposals(
      work,
      asked.map(({ proposalId }) => proposalId),
    );
    const terms = await termsOf(
      work,
      [...locked.values()].map(({ agreementId }) => agreementId),
    );
    const today = await siteDays(work, [...locked.values()]);
    const refused = new Map<string, Error>();
    const accepted = asked.flatMap(({ proposalId, expectedVersion }) => {
      try {
        const proposal = checked(locked.get(proposalId), expectedVersion);
        const state = terms.get(proposal.agreementId)?.agreement.state ?? 'TERMINATED';
        if (state !== 'ACTIVE') throw new NotAllowedNow({ state });
        if (proposal.deliverOn < (today.get(proposal.siteId) ?? '')) throw new InThePast();
        proposal.go('accept', work.clock.now());
        return [proposal];
      } catch (error) {
        refused.set(proposalId, error as Error);
        return [];
      }
    });
    await keepAccepts(work, accepted);
    for (const proposal of accepted) {
      offer(work, proposal, [proposal], { reason: '', substituteItemId: null });
      work.record(proposalAccepted(proposal, { lineIds: [proposal.lineId] }));
    }
    await commitments.make(work, accepted);
    return { accepted: accepted.map(({ id }) => id), refused };
  }

  private decline(work: Work, proposal: Proposal, reason: string): string {
    if (reason.trim() === '') throw new ReasonNeeded({}, ['input', 'reason']);
    keepAnswer(work, proposal, 'DECLINE', [], true, { reason, substituteItemId: null });
    Object.assign(proposal, { answerReason: reason, answeredAt: work.clock.now() });
    proposal.go('decline', work.clock.now());
    work.record(proposalDeclined(proposal, { lineIds: [proposal.lineId], reason }));
    return proposal.id;
  }

  private async checkOffer(
    work: Work,
    proposal: Proposal,
    parts: readonly Delivery[],
    answer: Answer,
    today: string,
  ): Promise<void> {
    if (!proposalTransitions[proposal.state].accept) throw new NotAllowedNow({ state: proposal.state });
    if (parts.length === 0 || parts.some(({ quantity }) => quantity.lte(0)))
      throw new NothingOffered({}, ['input', 'quantity']);
    if (parts.some(({ deliverOn }) => deliverOn < today)) throw new InThePast({}, ['input', 'deliverOn']);
    if (!answer.substituteItemId) return;
    const { rows } = await sql`
      select from catalog_item i where i.id = ${answer.substituteItemId}`.execute(work.sql);
    if (rows.length === 0) throw new NotFound({}, ['input', 'substituteItemId']);
    const supplied = await supplyTerms.of(work, proposal.supplierId, [answer.substituteItemId]);
    if (answer.substituteItemId === proposal.itemId || !supplied.get(answer.substituteItemId)?.isActive)
      throw new NotASubstitute({}, ['input', 'substituteItemId']);
  }
}

/** What the answer offers: the proposal itself, that with another quantity or day, or the parts of a split. */
function offerOf(proposal: Proposal, answer: Answer): Delivery[] {
  if (answer.decision === 'ACCEPT') return [{ quantity: proposal.quantity, deliverOn: proposal.deliverOn }];
  if (answer.split && answer.split.length > 0) return [...answer.split];
  return [
    {
      quantity: answer.quantity ?? proposal.quantity,
      deliverOn: answer.deliverOn ?? proposal.deliverOn,
    },
  ];
}

const stored = (parts: readonly Delivery[]): AnswerPart[] =>
  parts.map(({ quantity, deliverOn }) => ({ quantity: new Decimal(quantity).toString(), deliverOn }));

type Said = { readonly reason: string; readonly substituteItemId: string | null };

/** Writes the offer onto the proposal. */
export function offer(work: Work, proposal: Proposal, parts: readonly Delivery[], said: Said): void {
  Object.assign(proposal, {
    answerParts: stored(parts),
    answerReason: said.reason,
    substituteItemId: said.substituteItemId,
    answeredAt: work.clock.now(),
  });
}

const KEEP_ANSWER = `
  insert into vmi_proposal_answer (id, supplier_id, proposal_id, proposal_version, answered_by, answered_by_person_id,
    answered_at, decision, parts, substitute_item_id, is_within_tolerance, reason)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11, $12)`;

/** Keeps what was said for ever, with the version of the proposal it was said to. */
export function keepAnswer(
  work: Work,
  proposal: Proposal,
  decision: Answer['decision'] | 'APPROVE' | 'REFUSE',
  parts: readonly Delivery[],
  isClose: boolean,
  { reason, substituteItemId }: Said,
): void {
  const { actor, clock } = work;
  const said = [decision, JSON.stringify(stored(parts)), substituteItemId, isClose, reason];
  const by = [sideOf(actor), actor.personId, clock.now()];
  work.trail(KEEP_ANSWER, [newId(), proposal.supplierId, proposal.id, proposal.version, ...by, ...said]);
}

async function keepAccepts(work: Work, proposals: readonly Proposal[]): Promise<void> {
  await sql`
    insert into vmi_proposal_answer (id, supplier_id, proposal_id, proposal_version, answered_by, answered_by_person_id,
      answered_at, decision, parts)
    select gen_random_uuid(), p.supplier_id, p.id, p.version, ${sideOf(work.actor)}, ${work.actor.personId}, ${work.clock.now()}, 'ACCEPT',
      jsonb_build_array(jsonb_build_object('quantity', trim_scale(p.quantity)::text, 'deliverOn', p.deliver_on))
    from vmi_proposal p where p.id = any(${proposals.map(({ id }) => id)}::uuid[])`.execute(work.sql);
}

export const proposalAnswers = new ProposalAnswers();
