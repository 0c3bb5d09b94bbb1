import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { agreementLines, type LineDraft } from '../line/agreement-lines.service.ts';
import { NotAllowedNow } from '../vmi.errors.ts';
import { sideOf } from '../vmi.policy.ts';
import { Agreement } from './agreement.entity.ts';
import { draftVersion, lockAgreement } from './agreement-lock.service.ts';
import { AgreementVersion } from './agreement-version.entity.ts';

/** Terms as somebody wants them; what is null or left out stays as it is. */
export type TermsDraft = {
  readonly [
    Term in
      | 'variant'
      | 'limitsOwner'
      | 'roundingPolicy'
      | 'roundingTolerance'
      | 'quantityTolerance'
      | 'dateToleranceDays'
      | 'answerWithinHours'
      | 'usageWindowDays'
      | 'horizonDays'
      | 'maxFeedAgeHours'
      | 'isReviewedFirst'
      | 'ageingDays'
      | 'sharesDemand'
      | 'belowMinimumBearer'
      | 'aboveMaximumBearer'
      | 'liabilityNote'
  ]?: AgreementVersion[Term] | null;
};

export interface AgreementDraft {
  readonly supplierId: string;
  readonly siteId: string;
  readonly isConsignment: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly terms: TermsDraft;
  readonly lines: readonly LineDraft[];
}

/** Writes agreements before they are proposed: each side on its own paper, which the other does not see. */
class AgreementDrafts {
  /** @throws NotFound, ValidityReversed, TermsOutOfRange, NotSupplied, LineTwice, LimitsOutOfOrder */
  async open(work: Work, draft: AgreementDraft): Promise<string> {
    const supplier = await work.em.findOne(Organisation, { id: draft.supplierId, isSupplier: true });
    if (!supplier) throw new NotFound({}, ['input', 'supplierId']);
    if (!(await work.em.findOne(Site, draft.siteId))) throw new NotFound({}, ['input', 'siteId']);
    const side = sideOf(work.actor);
    const agreement = Object.assign(new Agreement(), {
      supplierId: supplier.id,
      siteId: draft.siteId,
      ownerId: draft.isConsignment ? supplier.id : (await work.em.findOneOrFail(Organisation, { isCompany: true })).id,
      draftedBy: side,
      validFrom: draft.validFrom,
      validTo: draft.validTo,
      createdAt: work.clock.now(),
    });
    const version = Object.assign(new AgreementVersion(), {
      supplierId: supplier.id,
      agreementId: agreement.id,
      versionNo: 1,
      isConsignment: draft.isConsignment,
      proposedBy: side,
      createdAt: work.clock.now(),
    });
    applyTerms(version, draft.terms);
    work.em.persist(agreement);
    await work.em.flush();
    work.em.persist(version);
    await agreementLines.add(work, agreement, draft.lines);
    await work.em.flush();
    return agreement.id;
  }

  /** Changes the terms of a draft. @throws NotFound, StaleObject, NotAllowedNow */
  async saveTerms(
    work: Work,
    agreementId: string,
    expectedVersion: number,
    { validFrom, validTo, terms }: Partial<Pick<AgreementDraft, 'validFrom' | 'validTo'>> & { terms: TermsDraft },
  ): Promise<string> {
    const agreement = await lockAgreement(work, agreementId, expectedVersion);
    agreement.go('edit');
    const version = await draftVersion(work, agreementId);
    if (!version) throw new NotAllowedNow({ state: agreement.state });
    if (validFrom) agreement.validFrom = validFrom;
    if (validTo !== undefined) agreement.validTo = validTo;
    applyTerms(version, terms);
    await work.em.flush();
    return agreement.id;
  }
}

/** Writes what is given over what is there. */
export function applyTerms(version: AgreementVersion, terms: TermsDraft): void {
  const given = Object.entries(terms).filter(([, term]) => term !== null && term !== undefined);
  Object.assign(version, Object.fromEntries(given));
}

export const agreementDrafts = new AgreementDrafts();
