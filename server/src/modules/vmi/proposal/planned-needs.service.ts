import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { supplyTerms } from '../../catalog/supplier-item/supply-terms.service.ts';
import type { ManagedItem, ManagedNeed, ManagedSupply } from '../../planning/plan/managed-supply.port.ts';
import { NotSupplied } from '../../purchasing/purchasing.errors.ts';
import { AgreementLine } from '../line/agreement-line.entity.ts';
import { agreementLines } from '../line/agreement-lines.service.ts';
import { proposalsOpened } from '../vmi.events.ts';
import { NotAllowedNow } from '../vmi.errors.ts';
import { siteTodayOf } from './delivery-days.service.ts';
import { Proposal } from './proposal.entity.ts';
import { termsOf } from './proposal-lock.service.ts';
import { PENDING_STATES } from './proposal.state.ts';

/** What planning needs of items that suppliers keep, put to them as proposals under their agreements. */
class PlannedNeeds implements ManagedSupply {
  async items(work: Work, itemIds: readonly string[]): Promise<readonly ManagedItem[]> {
    const { rows } = await sql<ManagedItem>`
      select distinct on (l.item_id, l.site_id) l.item_id as "itemId", l.site_id as "siteId", l.supplier_id as "supplierId"
      from vmi_agreement_line l join vmi_agreement a on a.id = l.agreement_id and a.state = 'ACTIVE'
      where l.is_live and l.item_id = any(${[...itemIds]}::uuid[]) order by l.item_id, l.site_id, l.quota_share desc, l.id`.execute(
      work.sql,
    );
    return rows;
  }

  /** @throws NotFound without an agreement line in force, NotAllowedNow while another proposal is open on it */
  async propose(work: Work, need: ManagedNeed): Promise<string> {
    const { itemId, siteId, supplierId } = need;
    const known = await work.em.findOne(AgreementLine, { itemId, siteId, supplierId, isLive: true });
    if (!known) throw new NotFound({}, ['input']);
    const line = await agreementLines.lock(work, known.id);
    const pending = await work.em.findOne(Proposal, {
      lineId: line.id,
      state: { $in: PENDING_STATES },
    });
    if (pending) throw new NotAllowedNow({ state: pending.state });
    const terms = (await termsOf(work, [line.agreementId])).get(line.agreementId);
    if (terms?.agreement.state !== 'ACTIVE') throw new NotAllowedNow({ state: terms?.agreement.state ?? 'DRAFT' });
    const term = (await supplyTerms.of(work, supplierId, [itemId])).get(itemId);
    if (!term?.isActive) throw new NotSupplied({ item: itemId }, ['input']);
    const now = work.clock.now();
    const today = await siteTodayOf(work, siteId);
    const proposal = Object.assign(new Proposal(), {
      supplierId,
      agreementId: line.agreementId,
      agreementVersionNo: terms.version.versionNo,
      lineId: line.id,
      itemId,
      siteId,
      origin: 'PLAN' as const,
      bucketOn: today,
      limitsRevision: line.limitsRevision,
      state: 'OPEN' as const,
      quantity: need.quantity,
      deliverOn: need.dueOn < today ? today : need.dueOn,
      orderUnitCode: term.orderUnitCode,
      numerator: term.numerator,
      denominator: term.denominator,
      inputs: { origin: 'PLAN', needed: need.quantity.toFixed(), today },
      answerDueAt: new Date(now.getTime() + terms.version.answerWithinHours * 3_600_000),
      computedAt: now,
      openedAt: now,
    });
    work.em.persist(proposal);
    await work.em.flush();
    work.record(proposalsOpened({ id: proposal.id, supplierId }, { count: 1 }));
    return proposal.id;
  }
}

export const plannedNeeds = new PlannedNeeds();
