import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { stockSharing, type StockShare } from '../../inventory/sharing/stock-sharing.service.ts';

/** Opens our stock figures to the supplier while an agreement is in force, and closes them when it ends. */
class AgreementSharing {
  /** Repeatable; a share that another agreement in force needs too stays open. */
  async follow(work: Work, agreementId: string): Promise<string[]> {
    const { rows } = await sql<StockShare & { id: string; isShared: boolean }>`
      select l.id, l.supplier_id as "supplierId", l.item_id as "itemId", l.site_id as "siteId", l.owner_id as "ownerId",
        exists (select from vmi_agreement_line o where o.is_live and o.supplier_id = l.supplier_id
          and o.item_id = l.item_id and o.site_id = l.site_id and o.owner_id = l.owner_id) as "isShared"
      from vmi_agreement_line l where l.agreement_id = ${agreementId}`.execute(work.sql);
    await stockSharing.grant(
      work,
      rows.filter(({ isShared }) => isShared),
    );
    await stockSharing.revoke(
      work,
      rows.filter(({ isShared }) => !isShared),
    );
    return rows.map(({ id }) => id);
  }
}

export const agreementSharing = new AgreementSharing();
