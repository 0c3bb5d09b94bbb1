import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import type { Key } from './book.reads.ts';

/** Which items at which sites something concerns: only those are pegged anew. */
class TouchedKeys {
  /** The keys of an order to a supplier. */
  ofPurchaseOrder(work: Work, orderId: string): Promise<Key[]> {
    return this.read(
      work,
      sql`select distinct item_id, site_id from purchasing_schedule_line where order_id = ${orderId}`,
    );
  }

  /** The keys of a ship notice. */
  ofNotice(work: Work, noticeId: string): Promise<Key[]> {
    return this.read(
      work,
      sql`select distinct n.item_id, a.site_id from purchasing_notice a join purchasing_notice_line n on n.notice_id = a.id
          where a.id = ${noticeId}`,
    );
  }

  /** What a work order makes. */
  ofWorkOrder(work: Work, workOrderId: string): Promise<Key[]> {
    return this.read(work, sql`select item_id, site_id from planning_work_order where id = ${workOrderId}`);
  }

  /** The keys of a receipt: what came, and what its notice and order still hold. */
  ofReceipt(work: Work, receiptId: string): Promise<Key[]> {
    return this.read(
      work,
      sql`select distinct s.item_id, s.site_id from purchasing_receipt_line l
          join purchasing_schedule_line s on s.id = l.schedule_line_id where l.receipt_id = ${receiptId}`,
    );
  }

  /**
   * The keys of those lines of a customer's order that wait for something else than when they were pegged last; an
   * order whose days alone were estimated anew touches none.
   */
  ofSalesOrder(work: Work, orderId: string): Promise<Key[]> {
    return this.read(
      work,
      sql`select k.item_id, k.site_id
          from (select * from sales_order_line where order_id = ${orderId} and is_demand and open_quantity > 0) l
          full join (select * from promising_line where order_id = ${orderId}) p on p.id = l.id
          cross join lateral (values (l.item_id, l.site_id), (p.item_id, p.site_id)) as k(item_id, site_id)
          where k.item_id is not null
            and (l.item_id, l.site_id, l.confirmed_on, l.open_quantity, least(l.allocated_quantity, l.open_quantity))
              is distinct from (p.item_id, p.site_id, p.promised_on, p.wanted, p.allocated)`,
    );
  }

  /** Those of these items at these sites that somebody sells or waits for. */
  ofItems(work: Work, itemIds: readonly string[], siteIds: readonly string[]): Promise<Key[]> {
    return this.read(
      work,
      sql`select i.id as item_id, s.id as site_id from catalog_item i, catalog_site s
          where i.id = any(${itemIds}::uuid[]) and s.id = any(${siteIds}::uuid[])
            and (i.is_sellable or exists (select from promising_line l where l.item_id = i.id and l.site_id = s.id))`,
    );
  }

  /** Every key with open demand, with pegs, or of an item on sale that is or was available. */
  all(work: Work): Promise<Key[]> {
    return this.read(
      work,
      sql`select item_id, site_id from sales_order_line where is_demand and open_quantity > 0
          union select item_id, site_id from promising_line
          union select item_id, site_id from promising_availability
          union select b.item_id, b.site_id from inventory_stock_balance b join catalog_item i on i.id = b.item_id and i.is_sellable
          union select s.item_id, s.site_id from purchasing_schedule_line s join catalog_item i on i.id = s.item_id and i.is_sellable
            where s.state = 'OPEN'`,
    );
  }

  private async read(work: Work, keys: RawBuilder<unknown>): Promise<Key[]> {
    const { rows } = await sql<Key>`
      select distinct item_id as "itemId", site_id as "siteId" from (${keys}) as k order by 1, 2`.execute(work.sql);
    return rows;
  }
}

export const touchedKeys = new TouchedKeys();
