import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { BillLoops } from '../planning.errors.ts';
import { planningDay } from '../run/planning-day.reads.ts';

/** Keeps the structure that all bills make together: without loops, and with low-level codes that are true. */
class Structures {
  /** @throws BillLoops, with the path that closes the loop, when one of the items is a part of itself */
  async refuseLoops(work: Work, itemIds: readonly string[], path: readonly string[] = []): Promise<void> {
    await work.em.flush();
    const { rows } = await sql<{ item: string }>`
      with recursive below (root, item) as (
        select b.item_id, c.item_id from planning_bill b join planning_bill_component c on c.bill_id = b.id
        where b.item_id = any(${itemIds}::uuid[])
        union
        select t.root, c.item_id from below t join planning_bill b on b.item_id = t.item join planning_bill_component c on c.bill_id = b.id)
      select root as item from below where root = item order by 1 limit 1`.execute(work.sql);
    const [looping] = rows;
    if (looping) throw new BillLoops({ path: await this.loopOf(work, looping.item) }, path);
  }

  /** What has a bill is made, not bought. */
  async makeThem(work: Work, itemIds: readonly string[]): Promise<void> {
    await sql`
      update catalog_item set supply = 'MAKE', version = version + 1
      where id = any(${itemIds}::uuid[]) and supply <> 'MAKE'`.execute(work.sql);
  }

  /** Writes anew how deep each planned item stands, by the components that are valid today. */
  async codeLevels(work: Work): Promise<void> {
    const today = await planningDay(work, null);
    await sql`
      with recursive edge as materialized (
        select distinct b.item_id as parent, c.item_id as child
        from planning_bill b join planning_bill_component c on c.bill_id = b.id
        where ${today}::date between b.valid_from and b.valid_to and ${today}::date between c.valid_from and c.valid_to),
      level (item, code) as (
        select parent, 0 from edge
        union
        select e.child, l.code + 1 from level l join edge e on e.parent = l.item),
      deepest as (select item, max(code) as code from level group by item)
      update planning_item p set low_level_code = coalesce(d.code, 0)
      from planning_item q left join deepest d on d.item = q.item_id
      where p.id = q.id and p.low_level_code <> coalesce(d.code, 0)`.execute(work.sql);
  }

  /** The loop through an item, in the numbers people know. */
  private async loopOf(work: Work, itemId: string): Promise<string> {
    const { rows } = await sql<{ path: string }>`
      with recursive way (item, path) as (
        select ${itemId}::uuid, array[${itemId}::uuid]
        union all
        select c.item_id, w.path || c.item_id from way w
        join planning_bill b on b.item_id = w.item join planning_bill_component c on c.bill_id = b.id
        where (w.item <> ${itemId} or cardinality(w.path) = 1) and (c.item_id = ${itemId} or not c.item_id = any(w.path))
          and cardinality(w.path) < 50)
      select (select string_agg(i.sku, ' > ' order by p.place) from unnest(w.path) with ordinality p(id, place)
              join catalog_item i on i.id = p.id) as path
      from way w where w.item = ${itemId} and cardinality(w.path) > 1 order by cardinality(w.path) limit 1`.execute(
      work.sql,
    );
    return rows[0]?.path ?? '';
  }
}

export const structures = new Structures();
