import { sql } from 'kysely';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { agreementExpired, agreementResumed, agreementSuspended, agreementTerminated } from '../vmi.events.ts';
import { ReasonNeeded, StillConsigned } from '../vmi.errors.ts';
import { openProposals } from '../proposal/open-proposals.service.ts';
import type { Agreement } from './agreement.entity.ts';
import { lockAgreement, waitingVersion } from './agreement-lock.service.ts';

/** Pauses agreements and ends them. */
export class AgreementEnding {
  /** No proposals are made while it lasts; what is promised still comes. @throws NotAllowedNow, ReasonNeeded */
  async suspend(work: Work, id: string, expectedVersion: number, note: string): Promise<string> {
    if (note.trim() === '') throw new ReasonNeeded({}, ['input', 'note']);
    const agreement = await lockAgreement(work, id, expectedVersion);
    agreement.go('suspend');
    await openProposals.supersede(work, { agreementId: id });
    work.record(agreementSuspended(agreement, { number: agreement.number, note }));
    return id;
  }

  /** @throws NotAllowedNow */
  async resume(work: Work, id: string, expectedVersion: number): Promise<string> {
    const agreement = await lockAgreement(work, id, expectedVersion);
    agreement.go('resume');
    work.record(agreementResumed(agreement, { number: agreement.number }));
    return id;
  }

  /** Ends it for good. @throws NotAllowedNow, ReasonNeeded, StillConsigned while the supplier's stock lies here */
  async terminate(work: Work, id: string, expectedVersion: number, note: string): Promise<string> {
    if (note.trim() === '') throw new ReasonNeeded({}, ['input', 'note']);
    const agreement = await lockAgreement(work, id, expectedVersion);
    const left = await this.consignedLeft(work, agreement);
    if (left !== '0') throw new StillConsigned({ quantity: left }, ['input', 'agreementId']);
    agreement.go('terminate');
    agreement.endedReason = note;
    await this.close(work, agreement);
    work.record(agreementTerminated(agreement, { number: agreement.number, note }));
    return id;
  }

  /**
   * Ends the agreements whose last day has passed. Time cannot be refused: consigned stock that is left stays
   * the supplier's, and an alert says so until it is consumed, returned or taken over.
   */
  async expire(work: Work, ids: readonly string[]): Promise<void> {
    await inOrder([...ids].sort(), async (id) => {
      const agreement = await lockAgreement(work, id);
      agreement.go('expire');
      agreement.endedReason = 'expired';
      await this.close(work, agreement);
      const consignedLeft = await this.consignedLeft(work, agreement);
      work.record(agreementExpired(agreement, { number: agreement.number, consignedLeft }));
    });
  }

  private async close(work: Work, agreement: Agreement): Promise<void> {
    const waiting = await waitingVersion(work, agreement.id);
    if (waiting) waiting.state = 'SUPERSEDED';
    await work.em.flush();
    await openProposals.supersede(work, { agreementId: agreement.id });
    await sql`update vmi_agreement_line set is_live = false where agreement_id = ${agreement.id} and is_live`.execute(
      work.sql,
    );
  }

  private async consignedLeft(work: Work, agreement: Agreement): Promise<string> {
    if (agreement.ownerId !== agreement.supplierId) return '0';
    const { rows } = await sql<{ left: string }>`
      select trim_scale(coalesce(sum(b.on_hand), 0))::text as left
      from vmi_agreement_line l
      join inventory_stock_balance b on b.item_id = l.item_id and b.site_id = l.site_id and b.owner_id = l.owner_id
      where l.agreement_id = ${agreement.id}`.execute(work.sql);
    return rows[0]?.left ?? '0';
  }
}

export const agreementEnding = new AgreementEnding();
