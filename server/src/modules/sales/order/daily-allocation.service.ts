import { sql } from 'kysely';
import { inOrder, portionsOf } from '../../../kernel/in-order.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { allocation, horizonOf } from './allocation.service.ts';

const ORDERS_PER_TRANSACTION = 50;

/** Sets stock aside for lines that came within the horizon by the calendar alone: nothing else happened to them. */
class DailyAllocation {
  /** Some orders per transaction, by the day they are due, so that nobody waits long. @returns how many were looked at */
  async allocate(database: Database): Promise<number> {
    const actor = systemActor('sales allocation');
    const orders = await database.transact(actor, (work) => this.waiting(work));
    const portions = portionsOf(orders, ORDERS_PER_TRANSACTION);
    await inOrder(portions, (part) => database.transact(actor, (work) => allocation.allocate(work, part, 'DUE')));
    return orders.length;
  }

  /** Confirmed orders with a line that is due soon, not covered, and of which something is free. */
  private async waiting(work: Work): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select l.order_id as id from sales_order_line l join sales_order o on o.id = l.order_id and o.state = 'CONFIRMED'
      where l.is_demand and coalesce(l.confirmed_on, l.requested_on) <= ${horizonOf(work)}::date and l.open_quantity > l.allocated_quantity
        and exists (select from inventory_stock_balance b where b.item_id = l.item_id and b.site_id = l.site_id
                    and b.status = 'UNRESTRICTED' and b.on_hand > b.reserved)
      group by l.order_id order by min(coalesce(l.confirmed_on, l.requested_on)), l.order_id`.execute(work.sql);
    return rows.map(({ id }) => id);
  }
}

export const dailyAllocation = new DailyAllocation();
