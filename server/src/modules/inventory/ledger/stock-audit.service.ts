import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/** A balance that is not the sum of its moves. */
export interface Mismatch {
  readonly sku: string;
  readonly location: string;
  readonly owner: string;
  readonly status: string;
  readonly lot: string;
  readonly ledger: string;
  readonly balance: string;
}

// What every move brought to a physical place, minus what it took away, against what the balance says.
const compared = sql`
  (select key.*, coalesce(sum(change), 0) as ledger, max(on_hand) as balance from (
     select item_id, to_location_id as location_id, to_owner_id as owner_id, to_status as status, lot, quantity as change, null::numeric as on_hand from inventory_stock_move
     union all select item_id, from_location_id, from_owner_id, from_status, lot, -quantity, null from inventory_stock_move
     union all select item_id, location_id, owner_id, status, lot, null, on_hand from inventory_stock_balance) entry
   cross join lateral (select entry.item_id, entry.location_id, entry.owner_id, entry.status, entry.lot) key
   join catalog_location l on l.id = entry.location_id and l.kind in ('STORAGE', 'RECEIVING', 'QUARANTINE')
   group by 1, 2, 3, 4, 5) as c
  join catalog_item i on i.id = c.item_id join catalog_location l on l.id = c.location_id join identity_organisation o on o.id = c.owner_id`;

/** Holds the balances against the ledger they are a running total of. */
export class StockAudit {
  /** Every balance that differs from its moves; none is what it should say. */
  async differences(work: Work): Promise<Mismatch[]> {
    const { rows } = await sql<Mismatch>`
      select i.sku, l.code as location, o.name as owner, c.status, c.lot, trim_scale(c.ledger)::text as ledger,
             coalesce(trim_scale(c.balance)::text, 'none') as balance
      from ${compared} where c.ledger <> coalesce(c.balance, 0) order by i.sku, l.code, o.name, c.status, c.lot`.execute(
      work.sql,
    );
    return rows;
  }

  /** Sets every balance to the sum of its moves while nothing else moves; tells what differed. */
  async rebuild(work: Work): Promise<Mismatch[]> {
    await sql`lock table inventory_stock_balance in share row exclusive mode`.execute(work.sql);
    const differences = await this.differences(work);
    if (differences.length === 0) return differences;
    const now = work.clock.now();
    await sql`
      insert into inventory_stock_balance as b (id, item_id, site_id, location_id, owner_id, status, lot, on_hand, aged_since, updated_at)
      select gen_random_uuid(), c.item_id, l.site_id, c.location_id, c.owner_id, c.status, c.lot, c.ledger, ${now}, ${now}
      from ${compared} where c.ledger <> coalesce(c.balance, 0)
      on conflict (item_id, location_id, owner_id, status, lot) do update set on_hand = excluded.on_hand, updated_at = excluded.updated_at`.execute(
      work.sql,
    );
    return differences;
  }
}

export const stockAudit = new StockAudit();
