import { LockMode } from '@mikro-orm/core';
import { together } from '../../../platform/db/together.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { Agreement } from '../agreement/agreement.entity.ts';
import { AgreementVersion } from '../agreement/agreement-version.entity.ts';
import { Proposal } from './proposal.entity.ts';

/** The proposals, locked in id order, as this actor may know of them. */
export async function lockProposals(work: Work, ids: readonly string[]): Promise<Map<string, Proposal>> {
  const { audience, organisationId } = work.actor;
  const found = await work.em.find(
    Proposal,
    {
      id: { $in: [...ids] },
      ...(audience === 'SUPPLIER' ? { supplierId: organisationId ?? '', state: { $ne: 'COMPUTED' as const } } : {}),
    },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return new Map(found.map((proposal) => [proposal.id, proposal]));
}

/** One of them, as it was read. @throws NotFound, StaleObject for an answer to an old version */
export async function lockProposal(work: Work, id: string, expectedVersion: number): Promise<Proposal> {
  return checked((await lockProposals(work, [id])).get(id), expectedVersion);
}

/** @throws NotFound, StaleObject */
export function checked(proposal: Proposal | undefined, expectedVersion: number): Proposal {
  if (!proposal) throw new NotFound({}, ['input', 'proposalId']);
  if (proposal.version !== expectedVersion) throw new StaleObject({}, ['input', 'expectedVersion']);
  return proposal;
}

export interface Terms {
  readonly agreement: Agreement;
  readonly version: AgreementVersion;
}

/** The agreements of proposals with the terms in force, by agreement id. */
export async function termsOf(work: Work, agreementIds: readonly string[]): Promise<Map<string, Terms>> {
  const ids = [...new Set(agreementIds)];
  const [agreements, versions] = await together(
    work.em.find(Agreement, { id: { $in: ids } }),
    work.em.find(AgreementVersion, { agreementId: { $in: ids }, state: 'ACCEPTED' }),
  );
  return new Map(
    agreements.flatMap((agreement) => {
      const version = versions.find(
        ({ agreementId, versionNo }) => agreementId === agreement.id && versionNo === agreement.currentVersionNo,
      );
      return version ? [[agreement.id, { agreement, version }] as const] : [];
    }),
  );
}
