import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/**
 * Gives an item that nobody asks for planning data with the usual settings, so that its record can be read: at the site
 * named, else where it is in stock, else at the only site there is.
 */
export async function planUnasked(work: Work, sku: string, siteCode: string | null): Promise<void> {
  await sql`
    insert into planning_item (id, item_id, site_id, safety_stock)
    select gen_random_uuid(), i.id, s.id, i.safety_stock from catalog_item i cross join catalog_site s
    where i.sku = ${sku} and s.is_active and not exists (select from planning_item p where p.item_id = i.id and (${siteCode}::text is null or p.site_id = s.id))
      and case when ${siteCode}::text is not null then s.code = ${siteCode}
        else (select count(*) from catalog_site o where o.is_active) = 1
          or exists (select from inventory_stock_balance b where b.item_id = i.id and b.site_id = s.id and b.on_hand <> 0) end
    on conflict do nothing`.execute(work.sql);
}
