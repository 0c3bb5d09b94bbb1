import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { agreementAccepted, agreementProposed, agreementRefused } from '../vmi.events.ts';
import { NoLines, NotAllowedNow, OwnProposal, ReasonNeeded } from '../vmi.errors.ts';
import { sideOf } from '../vmi.policy.ts';
import { checkQuotas } from '../line/quota.service.ts';
import type { Agreement } from './agreement.entity.ts';
import { applyTerms, type TermsDraft } from './agreement-drafts.service.ts';
import {
  copyOf,
  currentTerms,
  draftVersion,
  lastVersion,
  lockAgreement,
  waitingVersion,
} from './agreement-lock.service.ts';
import type { AgreementVersion } from './agreement-version.entity.ts';

/** Brings agreements into force: one side proposes terms, the other accepts or refuses them. */
export class AgreementSigning {
  /** Shows a draft to the other side. @throws NotAllowedNow, NoLines */
  async propose(work: Work, id: string, expectedVersion: number): Promise<string> {
    const agreement = await lockAgreement(work, id, expectedVersion);
    agreement.go('propose');
    const version = await draftVersion(work, id);
    if (!version) throw new NotAllowedNow({ state: agreement.state });
    this.put(work, version);
    agreement.isShown = true;
    await work.em.flush();
    const { rows } =
      await sql`update vmi_agreement_line set is_shown = true where agreement_id = ${id} returning id`.execute(
        work.sql,
      );
    if (rows.length === 0) throw new NoLines({}, ['input', 'agreementId']);
    if (sideOf(work.actor) === 'COMPANY') await checkQuotas(work, id);
    work.record(agreementProposed(agreement, { number: agreement.number, versionNo: version.versionNo }));
    return id;
  }

  /** Proposes other terms; the present ones hold until the other side accepts. @throws NotAllowedNow */
  async amend(work: Work, id: string, expectedVersion: number, terms: TermsDraft, note: string): Promise<string> {
    const agreement = await lockAgreement(work, id, expectedVersion);
    agreement.go('amend');
    if (await waitingVersion(work, id)) throw new NotAllowedNow({ state: 'PROPOSED' });
    const present = await currentTerms(work, agreement);
    const last = await lastVersion(work, id);
    const version = copyOf(work, present, (last ?? present).versionNo + 1);
    version.decisionNote = note;
    applyTerms(version, terms);
    this.put(work, version);
    work.em.persist(version);
    await work.em.flush();
    work.record(agreementProposed(agreement, { number: agreement.number, versionNo: version.versionNo }));
    return id;
  }

  /** Takes what the other side proposed. @throws OwnProposal, GovernedElsewhere, QuotaExceeded */
  async accept(work: Work, id: string, expectedVersion: number, note: string): Promise<string> {
    const agreement = await lockAgreement(work, id, expectedVersion);
    const version = await this.otherSides(work, agreement);
    agreement.go('accept');
    this.decide(work, version, 'ACCEPTED', note);
    agreement.currentVersionNo = version.versionNo;
    await work.em.flush();
    await this.enforce(work, agreement);
    return id;
  }

  /** Sends it back: a first proposal becomes a draft again, an amendment falls. @throws OwnProposal, ReasonNeeded */
  async refuse(work: Work, id: string, expectedVersion: number, note: string): Promise<string> {
    if (note.trim() === '') throw new ReasonNeeded({}, ['input', 'note']);
    const agreement = await lockAgreement(work, id, expectedVersion);
    const version = await this.otherSides(work, agreement);
    agreement.go('refuse');
    this.decide(work, version, 'REFUSED', note);
    work.record(agreementRefused(agreement, { number: agreement.number, note }));
    return id;
  }

  /** Lines begin to live with their agreement; sharing and figures follow the event. */
  async enforce(work: Work, agreement: Agreement): Promise<void> {
    await sql`update vmi_agreement_line set is_live = true, is_shown = true where agreement_id = ${agreement.id} and not is_live`.execute(
      work.sql,
    );
    if (sideOf(work.actor) === 'COMPANY') await checkQuotas(work, agreement.id);
    work.record(agreementAccepted(agreement, { number: agreement.number, versionNo: agreement.currentVersionNo }));
  }

  private async otherSides(work: Work, agreement: Agreement): Promise<AgreementVersion> {
    const version = await waitingVersion(work, agreement.id);
    if (version?.state !== 'PROPOSED') throw new NotAllowedNow({ state: agreement.state });
    if (version.proposedBy === sideOf(work.actor)) throw new OwnProposal({}, ['input', 'agreementId']);
    return version;
  }

  private put(work: Work, version: AgreementVersion): void {
    Object.assign(version, {
      state: 'PROPOSED' as const,
      proposedByPersonId: work.actor.personId,
      proposedAt: work.clock.now(),
    });
  }

  private decide(work: Work, version: AgreementVersion, state: 'ACCEPTED' | 'REFUSED', note: string): void {
    Object.assign(version, {
      state,
      decidedByPersonId: work.actor.personId,
      decidedAt: work.clock.now(),
      decisionNote: note,
    });
  }
}

export const agreementSigning = new AgreementSigning();
