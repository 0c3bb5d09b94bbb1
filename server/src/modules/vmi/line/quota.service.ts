import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { QuotaExceeded } from '../vmi.errors.ts';

/**
 * Refuses when, with this agreement, the suppliers' shares of an item at a site would pass the whole. Only the company
 * can check it, because a supplier does not see the others; a run divides what is needed by the sum in any case.
 * @throws QuotaExceeded
 */
export async function checkQuotas(work: Work, agreementId: string): Promise<void> {
  const { rows } = await sql<{ sku: string }>`
    select i.sku
    from vmi_agreement_line mine
    join vmi_agreement_line l on l.item_id = mine.item_id and l.site_id = mine.site_id and l.owner_id = mine.owner_id
      and (l.id = mine.id or (l.is_live and l.supplier_id <> mine.supplier_id))
    join catalog_item i on i.id = mine.item_id
    where mine.agreement_id = ${agreementId}
    group by i.sku, mine.id having sum(l.quota_share) > 1 order by i.sku limit 1`.execute(work.sql);
  const [exceeded] = rows;
  if (exceeded) throw new QuotaExceeded({ item: exceeded.sku }, ['input', 'quotaShare']);
}
