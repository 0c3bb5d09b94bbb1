import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { validBill } from '../bill/valid-bill.policy.ts';

/** What work orders need, taken from the bills that hold on their first day. */
class WorkOrderComponents {
  /**
   * Writes what the orders need of each part: quantity x per / (1 - scrap); where some are lost of what is counted in
   * pieces, whole ones; the parts of a phantom in its place. The orders must not have components yet.
   */
  async require(work: Work, workOrderIds: readonly string[]): Promise<void> {
    if (workOrderIds.length === 0) return;
    await sql`
      with recursive bill as (
        select w.id, w.site_id, w.start_on, w.quantity, ${sql.raw(validBill('w.item_id', 'w.site_id', 'w.start_on'))} as bill_id
        from planning_work_order w where w.id = any(${workOrderIds}::uuid[])),
      kept as (
        update planning_work_order w set bill_id = bill.bill_id from bill where bill.id = w.id and w.bill_id is null),
      need (id, site_id, start_on, path, item_id, is_phantom, is_lossy, required) as (
        select n.id, n.site_id, n.start_on, array[c.position], c.item_id, c.is_phantom, c.scrap > 0,
               n.quantity * c.quantity / (b.base_quantity * (1 - c.scrap))
        from bill n join planning_bill b on b.id = n.bill_id join planning_bill_component c on c.bill_id = b.id
        where n.start_on between c.valid_from and c.valid_to
        union all
        select n.id, n.site_id, n.start_on, n.path || c.position, c.item_id, c.is_phantom, n.is_lossy or c.scrap > 0,
               n.required * c.quantity / (b.base_quantity * (1 - c.scrap))
        from need n join planning_bill b on b.id = ${sql.raw(validBill('n.item_id', 'n.site_id', 'n.start_on'))}
        join planning_bill_component c on c.bill_id = b.id
        where n.is_phantom and n.start_on between c.valid_from and c.valid_to)
      insert into planning_work_order_component (id, work_order_id, position, item_id, required_quantity)
      select gen_random_uuid(), n.id, row_number() over (partition by n.id order by n.path), n.item_id,
             case when n.is_lossy and i.unit_code = 'EA' then ceil(round(n.required, 9)) else round(n.required, 6) end
      from need n join catalog_item i on i.id = n.item_id where not n.is_phantom
      order by n.id, n.path`.execute(work.sql);
  }
}

export const workOrderComponents = new WorkOrderComponents();
