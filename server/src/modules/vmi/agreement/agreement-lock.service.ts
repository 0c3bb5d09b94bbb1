import { LockMode, wrap } from '@mikro-orm/core';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { newId } from '../../../kernel/id.ts';
import { sideOf } from '../vmi.policy.ts';
import { Agreement } from './agreement.entity.ts';
import { AgreementVersion } from './agreement-version.entity.ts';

/** The agreement, locked, as this actor may know of it. @throws NotFound, StaleObject */
export async function lockAgreement(work: Work, id: string, expectedVersion?: number): Promise<Agreement> {
  const { audience, organisationId } = work.actor;
  const agreement = await work.em.findOne(
    Agreement,
    audience === 'SUPPLIER' ? { id, supplierId: organisationId ?? '' } : { id },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const isHidden = agreement?.isShown === false && agreement.draftedBy !== sideOf(work.actor);
  if (!agreement || (isHidden && audience !== 'SYSTEM')) throw new NotFound({}, ['input', 'agreementId']);
  if (expectedVersion !== undefined && agreement.version !== expectedVersion)
    throw new StaleObject({}, ['input', 'expectedVersion']);
  return agreement;
}

/** The terms that are drafted or wait for the other side. */
export const waitingVersion = (work: Work, agreementId: string): Promise<AgreementVersion | null> =>
  work.em.findOne(AgreementVersion, { agreementId, state: { $in: ['DRAFT', 'PROPOSED'] } });

/** The terms that are being drafted: where the last ones were refused, a copy of them. Null when others wait. */
export async function draftVersion(work: Work, agreementId: string): Promise<AgreementVersion | null> {
  const waiting = await waitingVersion(work, agreementId);
  if (waiting) return waiting.state === 'DRAFT' ? waiting : null;
  const last = await lastVersion(work, agreementId);
  if (!last) return null;
  const copy = copyOf(work, last, last.versionNo + 1);
  work.em.persist(copy);
  return copy;
}

/** The same terms as a new draft of this actor's side. */
export const copyOf = (work: Work, version: AgreementVersion, versionNo: number): AgreementVersion =>
  Object.assign(new AgreementVersion(), {
    ...wrap(version).toPOJO(),
    id: newId(),
    state: 'DRAFT',
    versionNo,
    roundingTolerance: version.roundingTolerance,
    quantityTolerance: version.quantityTolerance,
    proposedBy: sideOf(work.actor),
    proposedByPersonId: null,
    proposedAt: null,
    decidedByPersonId: null,
    decidedAt: null,
    decisionNote: '',
    createdAt: work.clock.now(),
  });

export async function lastVersion(work: Work, agreementId: string): Promise<AgreementVersion | null> {
  const [last] = await work.em.find(AgreementVersion, { agreementId }, { orderBy: { versionNo: 'desc' }, limit: 1 });
  return last ?? null;
}

/** The terms in force. @throws NotFound before the first acceptance */
export async function currentTerms(work: Work, agreement: Agreement): Promise<AgreementVersion> {
  const version = await work.em.findOne(AgreementVersion, {
    agreementId: agreement.id,
    versionNo: agreement.currentVersionNo ?? 0,
  });
  if (!version) throw new NotFound({}, ['input', 'agreementId']);
  return version;
}
