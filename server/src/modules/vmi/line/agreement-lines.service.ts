import { LockMode } from '@mikro-orm/core';
import { todayIn } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { supplyTerms } from '../../catalog/supplier-item/supply-terms.service.ts';
import type { Agreement } from '../agreement/agreement.entity.ts';
import { currentTerms, lockAgreement } from '../agreement/agreement-lock.service.ts';
import { lineSnoozed, linesChanged } from '../vmi.events.ts';
import { InThePast, LimitsNotYours, NotAllowedNow, ShareOutOfRange } from '../vmi.errors.ts';
import { NotSupplied } from '../../purchasing/purchasing.errors.ts';
import { sideOf } from '../vmi.policy.ts';
import { AgreementLine, type Limits } from './agreement-line.entity.ts';
import { changeLimits } from './limit-history.service.ts';
import { checkQuotas } from './quota.service.ts';

/** A line as somebody wants it; what is null stays as it is. */
export interface LineDraft {
  readonly itemId: string;
  readonly limits: Limits | null;
  readonly quotaShare: Decimal | null;
}

export interface LineSave {
  readonly agreementId: string;
  readonly lineId: string | null;
  readonly expectedVersion: number | null;
  readonly itemId: string | null;
  readonly limits: Limits | null;
  readonly quotaShare: Decimal | null;
  readonly reason: string;
}

/** Keeps the lines of agreements: freely in a draft, afterwards by the side that owns the limits. */
class AgreementLines {
  /** @throws NotSupplied, LineTwice, LimitsOutOfOrder, ShareOutOfRange */
  async add(work: Work, agreement: Agreement, drafts: readonly LineDraft[]): Promise<AgreementLine[]> {
    const itemIds = drafts.map(({ itemId }) => itemId);
    const terms = await supplyTerms.of(work, agreement.supplierId, itemIds);
    return drafts.map((draft, index) => {
      if (!terms.get(draft.itemId)?.isActive)
        throw new NotSupplied({ item: draft.itemId }, ['input', 'lines', String(index), 'itemId']);
      const line = Object.assign(new AgreementLine(), {
        supplierId: agreement.supplierId,
        agreementId: agreement.id,
        itemId: draft.itemId,
        siteId: agreement.siteId,
        ownerId: agreement.ownerId,
        isLive: agreement.isLive,
        isShown: agreement.isShown || sideOf(work.actor) === 'SUPPLIER',
        createdAt: work.clock.now(),
      });
      if (draft.limits) line.setLimits(draft.limits);
      if (draft.quotaShare) line.quotaShare = checkedShare(draft.quotaShare);
      work.em.persist(line);
      return line;
    });
  }

  /** Adds an item, or changes limits and share of a line. @throws NotFound, StaleObject, LimitsNotYours, QuotaExceeded */
  async save(work: Work, save: LineSave): Promise<string> {
    const agreement = await lockAgreement(work, save.agreementId);
    await this.demandRight(work, agreement);
    const line = save.lineId
      ? await this.lock(work, save.lineId, save.expectedVersion ?? undefined, agreement.id)
      : await this.addOne(work, agreement, save);
    if (save.lineId && save.limits) await changeLimits(work, line, save.limits, save.reason);
    if (save.quotaShare) line.quotaShare = checkedShare(save.quotaShare);
    await work.em.flush();
    if (agreement.isLive && sideOf(work.actor) === 'COMPANY') await checkQuotas(work, agreement.id);
    work.record(linesChanged(agreement, { lineIds: [line.id] }));
    return line.id;
  }

  /** Changes the limits of a line in force. @throws NotFound, StaleObject, LimitsNotYours, LimitsOutOfOrder */
  async changeLimits(
    work: Work,
    lineId: string,
    expectedVersion: number,
    limits: Limits,
    reason: string,
  ): Promise<string> {
    const line = await this.lock(work, lineId, expectedVersion);
    const agreement = await lockAgreement(work, line.agreementId);
    if (!agreement.isLive) throw new NotAllowedNow({ state: agreement.state });
    await this.demandRight(work, agreement);
    await changeLimits(work, line, limits, reason);
    await work.em.flush();
    return line.id;
  }

  /** Replenishment leaves the line alone until that day; null wakes it up. @throws NotFound, InThePast */
  async snooze(work: Work, lineId: string, until: string | null, reason: string): Promise<string> {
    const line = await this.lock(work, lineId);
    const site = await work.em.findOneOrFail(Site, line.siteId);
    if (until !== null && until < todayIn(site.timeZone, work.clock)) throw new InThePast({}, ['input', 'until']);
    line.snoozedUntil = until;
    line.snoozeReason = until === null ? '' : reason;
    work.record(lineSnoozed(line, { until }));
    return line.id;
  }

  /** The line, locked, as this actor may know of it. @throws NotFound, StaleObject */
  async lock(work: Work, id: string, expectedVersion?: number, agreementId?: string): Promise<AgreementLine> {
    const { audience, organisationId } = work.actor;
    const line = await work.em.findOne(
      AgreementLine,
      {
        id,
        ...(agreementId ? { agreementId } : {}),
        ...(audience === 'SUPPLIER' ? { supplierId: organisationId ?? '', isShown: true } : {}),
      },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!line) throw new NotFound({}, ['input', 'lineId']);
    if (expectedVersion !== undefined && line.version !== expectedVersion)
      throw new StaleObject({}, ['input', 'expectedVersion']);
    return line;
  }

  private async addOne(work: Work, agreement: Agreement, save: LineSave): Promise<AgreementLine> {
    if (!save.itemId) throw new NotFound({}, ['input', 'itemId']);
    const [line] = await this.add(work, agreement, [{ ...save, itemId: save.itemId }]);
    if (!line) throw new NotFound({}, ['input', 'itemId']);
    return line;
  }

  // A proposal that waits for the other side is not rewritten under its eyes.
  private async demandRight(work: Work, agreement: Agreement): Promise<void> {
    if (agreement.state === 'DRAFT') return;
    if (!agreement.isLive) throw new NotAllowedNow({ state: agreement.state });
    const { limitsOwner } = await currentTerms(work, agreement);
    if (limitsOwner !== sideOf(work.actor)) throw new LimitsNotYours({}, ['input', 'limits']);
  }
}

function checkedShare(share: Decimal): Decimal {
  if (share.lte(0) || share.gt(1)) throw new ShareOutOfRange({}, ['input', 'quotaShare']);
  return new Decimal(share);
}

export const agreementLines = new AgreementLines();
