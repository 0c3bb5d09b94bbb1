import { inOrder } from '../../../kernel/in-order.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { commitments } from '../commitment/commitments.service.ts';
import { proposalAccepted, proposalRefused, proposalReleased } from '../vmi.events.ts';
import { NotAllowedNow, ReasonNeeded } from '../vmi.errors.ts';
import { keepAnswer } from './proposal-answers.service.ts';
import { lockProposal, lockProposals, termsOf } from './proposal-lock.service.ts';

const HOUR = 3_600_000;

/** The buyer's word: releasing what was computed, and deciding on counter-proposals. */
class ProposalReviews {
  /** Accepts the supplier's offer, or opens the proposal again. @throws NotFound, StaleObject, NotAllowedNow */
  async review(
    work: Work,
    id: string,
    expectedVersion: number,
    decision: 'ACCEPT' | 'REFUSE',
    reason: string,
  ): Promise<string> {
    if (decision === 'REFUSE' && reason.trim() === '') throw new ReasonNeeded({}, ['input', 'reason']);
    const proposal = await lockProposal(work, id, expectedVersion);
    const parts = (proposal.answerParts ?? []).map((part) => ({
      ...part,
      quantity: new Decimal(part.quantity),
    }));
    const said = { reason, substituteItemId: proposal.substituteItemId };
    const act = decision === 'ACCEPT' ? 'approve' : proposal.origin === 'SUPPLIER' ? 'decline' : 'refuse';
    proposal.go(act, work.clock.now());
    keepAnswer(work, proposal, decision === 'ACCEPT' ? 'APPROVE' : 'REFUSE', parts, false, said);
    if (decision === 'ACCEPT') {
      await commitments.make(work, [proposal]);
      work.record(proposalAccepted(proposal, { lineIds: [proposal.lineId] }));
    } else {
      await this.askAgain(work, proposal);
      work.record(proposalRefused(proposal, { lineIds: [proposal.lineId], reason }));
    }
    return proposal.id;
  }

  /** Shows computed proposals to their suppliers; the time to answer begins. @throws NotFound, NotAllowedNow */
  async release(work: Work, ids: readonly string[]): Promise<string[]> {
    const locked = await lockProposals(work, ids);
    const terms = await termsOf(
      work,
      [...locked.values()].map(({ agreementId }) => agreementId),
    );
    return inOrder(ids, (id) => {
      const proposal = locked.get(id);
      const version = proposal && terms.get(proposal.agreementId)?.version;
      if (!proposal || !version) throw new NotFound({}, ['input', 'proposalIds']);
      proposal.go('release', work.clock.now());
      proposal.answerDueAt = dueFrom(work, version.answerWithinHours);
      work.record(proposalReleased(proposal, { lineIds: [proposal.lineId] }));
      return Promise.resolve(proposal.id);
    });
  }

  private async askAgain(work: Work, proposal: Parameters<typeof keepAnswer>[1]): Promise<void> {
    const terms = (await termsOf(work, [proposal.agreementId])).get(proposal.agreementId);
    if (!terms) throw new NotAllowedNow({ state: proposal.state });
    if (proposal.state === 'OPEN')
      Object.assign(proposal, {
        answerParts: null,
        substituteItemId: null,
        answerDueAt: dueFrom(work, terms.version.answerWithinHours),
      });
  }
}

const dueFrom = (work: Work, hours: number): Date => new Date(work.clock.now().getTime() + hours * HOUR);

export const proposalReviews = new ProposalReviews();
