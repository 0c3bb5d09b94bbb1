import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { supplyTerms } from '../../catalog/supplier-item/supply-terms.service.ts';
import { commitments } from '../commitment/commitments.service.ts';
import { agreementLines } from '../line/agreement-lines.service.ts';
import type { AgreementLine } from '../line/agreement-line.entity.ts';
import { proposalAccepted, proposalCountered } from '../vmi.events.ts';
import { InThePast, NotAllowedNow, NothingOffered } from '../vmi.errors.ts';
import { NotSupplied } from '../../purchasing/purchasing.errors.ts';
import type { Delivery } from './answer-tolerance.calc.ts';
import { siteTodayOf } from './delivery-days.service.ts';
import { keepAnswer, offer } from './proposal-answers.service.ts';
import { Proposal } from './proposal.entity.ts';
import { termsOf } from './proposal-lock.service.ts';

interface Standing {
  maximum: string | null;
  position: string;
  onHand: string;
}

/** What a supplier means to deliver without being asked: managing the stock is his to do. */
class SupplyProposals {
  /**
   * Up to the maximum it is a promise at once; above it, or without data, it waits for the buyer.
   * @throws NotFound, NotAllowedNow, NothingOffered, InThePast
   */
  async propose(work: Work, lineId: string, parts: readonly Delivery[], reason: string): Promise<string> {
    const line = await agreementLines.lock(work, lineId);
    const terms = (await termsOf(work, [line.agreementId])).get(line.agreementId);
    if (!line.isLive || terms?.agreement.state !== 'ACTIVE')
      throw new NotAllowedNow({ state: terms?.agreement.state ?? 'DRAFT' });
    const first = await this.checkParts(work, line, parts);
    const standing = await this.standing(work, line);
    const total = Decimal.sum(...parts.map(({ quantity }) => quantity));
    const { versionNo, answerWithinHours } = terms.version;
    const from = { ...standing, versionNo, answerWithinHours };
    const proposal = await this.write(work, line, total, first.deliverOn, from);
    const fits = standing.maximum !== null && total.plus(standing.position).lte(standing.maximum);
    await this.settle(work, proposal, parts, reason, fits);
    return proposal.id;
  }

  private async settle(
    work: Work,
    proposal: Proposal,
    parts: readonly Delivery[],
    reason: string,
    fits: boolean,
  ): Promise<void> {
    const said = { reason, substituteItemId: null };
    offer(work, proposal, parts, said);
    proposal.go(fits ? 'accept' : 'counter', work.clock.now());
    await work.em.flush();
    keepAnswer(work, proposal, 'ACCEPT', parts, fits, said);
    if (fits) await commitments.make(work, [proposal]);
    const tell = fits ? proposalAccepted : proposalCountered;
    work.record(tell(proposal, { lineIds: [proposal.lineId] }));
  }

  private async checkParts(work: Work, line: AgreementLine, parts: readonly Delivery[]): Promise<Delivery> {
    const [first] = parts;
    if (!first || parts.some(({ quantity }) => quantity.lte(0))) throw new NothingOffered({}, ['input', 'parts']);
    const today = await siteTodayOf(work, line.siteId);
    if (parts.some(({ deliverOn }) => deliverOn < today)) throw new InThePast({}, ['input', 'parts']);
    return first;
  }

  private async standing(work: Work, line: AgreementLine): Promise<Standing> {
    const { rows } = await sql<Standing>`
      select s.maximum::text, s.position::text, s.on_hand::text as "onHand" from vmi_line_status s where s.id = ${line.id}`.execute(
      work.sql,
    );
    return rows[0] ?? { maximum: null, position: '0', onHand: '0' };
  }

  private async write(
    work: Work,
    line: AgreementLine,
    quantity: Decimal,
    deliverOn: string,
    from: Standing & { versionNo: number; answerWithinHours: number },
  ): Promise<Proposal> {
    const term = (await supplyTerms.of(work, line.supplierId, [line.itemId])).get(line.itemId);
    if (!term?.isActive) throw new NotSupplied({ item: line.itemId }, ['input', 'lineId']);
    const now = work.clock.now();
    const proposal = Object.assign(new Proposal(), {
      supplierId: line.supplierId,
      agreementId: line.agreementId,
      agreementVersionNo: from.versionNo,
      lineId: line.id,
      itemId: line.itemId,
      siteId: line.siteId,
      origin: 'SUPPLIER' as const,
      bucketOn: await siteTodayOf(work, line.siteId),
      limitsRevision: line.limitsRevision,
      state: 'OPEN' as const,
      quantity: new Decimal(quantity),
      deliverOn,
      orderUnitCode: term.orderUnitCode,
      numerator: term.numerator,
      denominator: term.denominator,
      inputs: { origin: 'SUPPLIER', position: from.position, maximum: from.maximum, onHand: from.onHand },
      answerDueAt: new Date(now.getTime() + from.answerWithinHours * 3_600_000),
      computedAt: now,
      openedAt: now,
    });
    work.em.persist(proposal);
    return proposal;
  }
}

export const supplyProposals = new SupplyProposals();
