import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { agreementAccepted, agreementProposed } from '../vmi.events.ts';
import { NothingToAgree } from '../vmi.errors.ts';
import { Agreement } from './agreement.entity.ts';
import { applyTerms, type TermsDraft } from './agreement-drafts.service.ts';
import { AgreementVersion } from './agreement-version.entity.ts';

export interface FromTerms {
  readonly siteId: string;
  /** Only these; all suppliers with terms when null. */
  readonly supplierIds: readonly string[] | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly terms: TermsDraft;
  readonly isSignedElsewhere: boolean;
}

/** Makes agreements of the terms that suppliers have in the catalogue: how a company with 460 vendor terms begins. */
class AgreementsFromTerms {
  /**
   * One agreement per supplier for its active terms that no agreement at the site covers yet. Limits of a line:
   * minimum = safety stock; reorder point = that of the item, at least the minimum; maximum = reorder point + the larger
   * of the minimum order and one order multiple. Suppliers of the same item share it in equal parts.
   * @throws NotFound, NothingToAgree
   */
  async propose(work: Work, wish: FromTerms): Promise<{ agreementIds: string[]; lineCount: number }> {
    if (!(await work.em.findOne(Site, wish.siteId))) throw new NotFound({}, ['input', 'siteId']);
    const company = await work.em.findOneOrFail(Organisation, { isCompany: true });
    const supplierIds = await this.suppliers(work, wish);
    if (supplierIds.length === 0) throw new NothingToAgree({}, ['input', 'siteId']);
    const agreements = supplierIds.map((supplierId) => this.agreement(work, wish, supplierId, company.id));
    work.em.persist(agreements);
    await work.em.flush();
    work.em.persist(agreements.map((agreement) => this.version(work, wish, agreement)));
    await work.em.flush();
    const lineCount = await this.lines(work, wish, agreements);
    for (const agreement of agreements) {
      const tell = wish.isSignedElsewhere ? agreementAccepted : agreementProposed;
      work.record(tell(agreement, { number: agreement.number, versionNo: 1 }));
    }
    return { agreementIds: agreements.map(({ id }) => id), lineCount };
  }

  private async suppliers(work: Work, { siteId, supplierIds }: FromTerms): Promise<string[]> {
    const { rows } = await sql<{ supplierId: string }>`
      select distinct t.supplier_id as "supplierId" from catalog_supplier_item t
      where t.is_active and ${uncovered(siteId)}
        and (${supplierIds}::uuid[] is null or t.supplier_id = any(${supplierIds}::uuid[]))
      order by 1`.execute(work.sql);
    return rows.map(({ supplierId }) => supplierId);
  }

  private agreement(work: Work, wish: FromTerms, supplierId: string, ownerId: string): Agreement {
    return Object.assign(new Agreement(), {
      supplierId,
      siteId: wish.siteId,
      ownerId,
      draftedBy: 'COMPANY' as const,
      isShown: true,
      state: wish.isSignedElsewhere ? ('ACTIVE' as const) : ('PROPOSED' as const),
      currentVersionNo: wish.isSignedElsewhere ? 1 : null,
      validFrom: wish.validFrom,
      validTo: wish.validTo,
      createdAt: work.clock.now(),
    });
  }

  private version(work: Work, wish: FromTerms, agreement: Agreement): AgreementVersion {
    const now = work.clock.now();
    const version = Object.assign(new AgreementVersion(), {
      supplierId: agreement.supplierId,
      agreementId: agreement.id,
      versionNo: 1,
      state: wish.isSignedElsewhere ? ('ACCEPTED' as const) : ('PROPOSED' as const),
      proposedBy: 'COMPANY' as const,
      proposedByPersonId: work.actor.personId,
      proposedAt: now,
      createdAt: now,
      ...(wish.isSignedElsewhere ? { decidedAt: now, decisionNote: 'signed elsewhere' } : {}),
    });
    applyTerms(version, wish.terms);
    return version;
  }

  private async lines(work: Work, wish: FromTerms, agreements: readonly Agreement[]): Promise<number> {
    const ids = agreements.map(({ id }) => id);
    const { rows } = await sql<{ id: string }>`
      insert into vmi_agreement_line (id, supplier_id, agreement_id, item_id, site_id, owner_id, limits_mode, minimum,
        reorder_point, maximum, quota_share, is_live, is_shown, created_at)
      select gen_random_uuid(), t.supplier_id, a.id, t.item_id, a.site_id, a.owner_id, 'STATIC', i.safety_stock, n.reorder,
        n.reorder + round(greatest(t.minimum_quantity, t.order_multiple) * t.numerator / t.denominator, 6),
        trunc(1.0 / (n.others + count(*) over (partition by t.item_id)), 6), ${wish.isSignedElsewhere}, true, a.created_at
      from vmi_agreement a
      join catalog_supplier_item t on t.supplier_id = a.supplier_id and t.is_active
      join catalog_item i on i.id = t.item_id
      cross join lateral (select greatest(i.reorder_point, i.safety_stock) as reorder,
        (select count(*) from vmi_agreement_line o where o.is_live and o.item_id = t.item_id and o.site_id = a.site_id and o.owner_id = a.owner_id) as others) n
      where a.id = any(${ids}::uuid[]) and ${uncovered(wish.siteId)}
      order by a.id, t.item_id returning id`.execute(work.sql);
    return rows.length;
  }
}

const uncovered = (siteId: string) => sql`not exists (
  select from vmi_agreement_line l join vmi_agreement g on g.id = l.agreement_id
  where l.supplier_id = t.supplier_id and l.item_id = t.item_id and l.site_id = ${siteId}
    and g.state in ('PROPOSED', 'ACTIVE', 'SUSPENDED'))`;

export const agreementsFromTerms = new AgreementsFromTerms();
