import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/** Lets a supplier see the stock of one item at one site that belongs to one owner. */
export interface StockShare {
  readonly supplierId: string;
  readonly itemId: string;
  readonly siteId: string;
  readonly ownerId: string;
}

/** Decides whose stock a supplier may look at. Agreements open and close it. */
export class StockSharing {
  /** Granting again what is granted changes nothing. */
  async grant(work: Work, shares: readonly StockShare[]): Promise<void> {
    await sql`
      insert into inventory_stock_share (supplier_id, item_id, site_id, owner_id)
      select distinct s."supplierId", s."itemId", s."siteId", s."ownerId" from ${rowsOf(shares)}
      order by 1, 2, 3, 4
      on conflict do nothing`.execute(work.sql);
  }

  /** Revoking what was never granted changes nothing. */
  async revoke(work: Work, shares: readonly StockShare[]): Promise<void> {
    await sql`
      delete from inventory_stock_share h using ${rowsOf(shares)}
      where (h.supplier_id, h.item_id, h.site_id, h.owner_id) = (s."supplierId", s."itemId", s."siteId", s."ownerId")`.execute(
      work.sql,
    );
  }
}

const rowsOf = (shares: readonly StockShare[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(shares)}::jsonb) as s("supplierId" uuid, "itemId" uuid, "siteId" uuid, "ownerId" uuid)`;

export const stockSharing = new StockSharing();
