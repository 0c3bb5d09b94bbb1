import { sql, type RawBuilder } from 'kysely';
import { toGlobalId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { planningDayIn } from '../run/planning-day.reads.ts';
import { validBill } from './valid-bill.policy.ts';

const MOST_ROWS = 2000;
const MOST_LEVELS = 30;

export interface StructureQuestion {
  readonly itemId: string;
  readonly siteId: string | null;
  readonly quantity: string;
  /** Null: the day it is at the site now. */
  readonly on: string | null;
  readonly now: Date;
}

interface Amount {
  readonly value: string;
  readonly unit: string;
}
interface Named {
  readonly itemId: string;
  readonly sku: string;
  readonly name: string;
}
export interface StructureRow extends Named {
  readonly level: number;
  readonly per: Amount;
  readonly total: Amount;
  readonly isPhantom: boolean;
  readonly isLast: boolean;
}
export interface StructureTotal extends Named {
  readonly total: Amount;
  readonly isLeaf: boolean;
}
export interface Structure {
  readonly rows: readonly StructureRow[];
  readonly totals: readonly StructureTotal[];
  readonly isCut: boolean;
}

// A bill that loops is refused when it is kept; should one stand there all the same, no item comes twice on one way.

const asked = ({ siteId, on, now }: StructureQuestion): RawBuilder<unknown> => sql`
  asked (site_id, day) as materialized (select ${siteId}::uuid, coalesce(${on}::date, ${planningDayIn(now, siteId)}))`;

/** Down: from an item to what its bills of that day name. */
const below = ({ itemId, quantity }: StructureQuestion): RawBuilder<unknown> => sql`
  step (path, way, item_id, per, total, is_phantom) as (
    select array[]::int[], array[${itemId}::uuid], ${itemId}::uuid, 1::numeric, ${quantity}::numeric, false
    union all
    select s.path || c.position, s.way || c.item_id, c.item_id, c.quantity / b.base_quantity, s.total * c.quantity / b.base_quantity, c.is_phantom
    from step s
    join asked a on true join planning_bill b on b.id = ${sql.raw(validBill('s.item_id', 'a.site_id', 'a.day'))}
    join planning_bill_component c on c.bill_id = b.id and a.day between c.valid_from and c.valid_to
    where cardinality(s.path) < ${MOST_LEVELS} and c.item_id <> all(s.way))`;

/** Up: from an item to the bills of that day that name it. */
const above = ({ itemId, siteId, quantity }: StructureQuestion): RawBuilder<unknown> => sql`
  step (path, way, item_id, per, total, is_phantom) as (
    select array[]::int[], array[${itemId}::uuid], ${itemId}::uuid, 1::numeric, ${quantity}::numeric, false
    union all
    select s.path || (row_number() over (partition by s.path order by b.item_id, c.position))::int, s.way || b.item_id, b.item_id,
           c.quantity / b.base_quantity, s.total * c.quantity / b.base_quantity, c.is_phantom
    from step s join asked a on true join planning_bill_component c on c.item_id = s.item_id and a.day between c.valid_from and c.valid_to
    join planning_bill b on b.id = c.bill_id and a.day between b.valid_from and b.valid_to
      and (b.site_id is null or ${siteId}::uuid is null or b.site_id = ${siteId}::uuid)
    where cardinality(s.path) < ${MOST_LEVELS} and b.item_id <> all(s.way))`;

async function read(work: Work, steps: RawBuilder<unknown>): Promise<Structure> {
  const amount = (value: string, unit: string) =>
    sql.raw(`json_build_object('value', trim_scale(round(${value}, 9))::text, 'unit', ${unit})`);
  const name =
    work.actor.locale === 'zh-CN' ? sql`case when i.name_zh <> '' then i.name_zh else i.name_en end` : sql`i.name_en`;
  const { rows } = await sql<{ rows: StructureRow[]; totals: StructureTotal[]; isCut: boolean }>`
    with recursive ${steps},
    line as materialized (
      select s.*, i.sku, ${name} as name, i.unit_code,
             not exists (select from step t where t.path[1:cardinality(s.path)] = s.path and cardinality(t.path) > cardinality(s.path)) as is_last
      from (select * from step where cardinality(path) > 0 order by path limit ${MOST_ROWS + 1}) s join catalog_item i on i.id = s.item_id)
    select
      (select coalesce(json_agg(json_build_object('level', cardinality(path), 'itemId', item_id, 'sku', sku, 'name', name,
         'per', ${amount('per', 'unit_code')}, 'total', ${amount('total', 'unit_code')}, 'isPhantom', is_phantom, 'isLast', is_last) order by path), '[]')
       from (select * from line order by path limit ${MOST_ROWS}) l) as rows,
      (select coalesce(json_agg(json_build_object('itemId', item_id, 'sku', sku, 'name', name,
         'total', ${amount('total', 'unit_code')}, 'isLeaf', is_leaf) order by sku), '[]')
       from (select item_id, sku, name, unit_code, sum(total) as total, bool_and(is_last) as is_leaf from line group by 1, 2, 3, 4) t) as totals,
      (select count(*) > ${MOST_ROWS} from line) as "isCut"`.execute(work.sql);
  const known = <T extends Named>(row: T): T => ({ ...row, itemId: toGlobalId('itm', row.itemId) });
  const [found] = rows;
  return {
    rows: found?.rows.map(known) ?? [],
    totals: found?.totals.map(known) ?? [],
    isCut: found?.isCut ?? false,
  };
}

/** What an item is made of, over all levels, in one statement. */
export const explosionOf = (work: Work, question: StructureQuestion): Promise<Structure> =>
  read(work, sql`${asked(question)}, ${below(question)}`);
/** Where an item is used, over all levels, in one statement. */
export const usesOf = (work: Work, question: StructureQuestion): Promise<Structure> =>
  read(work, sql`${asked(question)}, ${above(question)}`);
