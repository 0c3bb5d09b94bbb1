import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { unpack, type Layout } from './packed-rows.calc.ts';
import type { ScopeKeys } from './planner-writes.calc.ts';
import { itemByItem } from './scope-join.reads.ts';
import { readPacked, readScope, scopeTable } from './scope.reads.ts';

const LEVELLED = { item: 'uuid', site: 'uuid', level: 'int' } as const satisfies Layout;

/** An item with its level; `key` tells whether two are the same. */
export interface LevelledItem {
  readonly key: string;
  readonly level: number;
  readonly item: Uint8Array;
  readonly site: Uint8Array;
}

async function readLevelled(work: Work, rows: RawBuilder<unknown>): Promise<LevelledItem[]> {
  const { count, item, site, level } = unpack(LEVELLED, await readPacked(work, LEVELLED, rows));
  return Array.from({ length: count }, (_, row) => {
    const [itemKey, siteKey] = [item.subarray(row * 16, row * 16 + 16), site.subarray(row * 16, row * 16 + 16)];
    const key = Buffer.concat([itemKey, siteKey]).toString('latin1');
    return { key, level: level[row]!, item: itemKey, site: siteKey };
  });
}

/** The planned items that marks stand for. */
export const markedItems = (work: Work, marks: string): Promise<LevelledItem[]> =>
  readLevelled(
    work,
    sql`select distinct p.item_id as item, p.site_id as site, p.low_level_code as level
      from jsonb_array_elements(${marks}::jsonb) c
      cross join lateral (select * from planning_item p
        where p.item_id = (c->>0)::uuid and (c->>1 is null or p.site_id = (c->>1)::uuid) offset 0) p
      join catalog_item i on i.id = p.item_id join catalog_site s on s.id = p.site_id
      where i.is_active and s.is_active`,
  );

/** The components `k` of each of some rows, by the bills of their sites. */
export const componentsOfEach = (row: string) => sql`
  cross join lateral (select b.id from planning_bill b
    where b.item_id = ${sql.ref(`${row}.item_id`)} and (b.site_id is null or b.site_id = ${sql.ref(`${row}.site_id`)}) offset 0) b
  cross join lateral (select k.item_id, k.is_phantom from planning_bill_component k where k.bill_id = b.id offset 0) k`;

/** What the given items are made of, phantoms passed through: `(item_id, site_id)`. */
export const componentsAmong = (scope: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  with recursive down (item_id, site_id, is_phantom) as (
    select k.item_id, s.site_id, k.is_phantom from ${scope} s ${componentsOfEach('s')}
    union
    select k.item_id, d.site_id, k.is_phantom
    from (select * from down where is_phantom) d ${componentsOfEach('d')})
  select distinct item_id, site_id from down where not is_phantom`;

export const componentsOf = (work: Work, scope: ScopeKeys): Promise<LevelledItem[]> =>
  readLevelled(
    work,
    sql`select p.item_id as item, p.site_id as site, p.low_level_code as level
    from (${componentsAmong(scopeTable(scope))}) s ${itemByItem('planning_item', 'p')}`,
  );

const billsWith = (row: string, component: RawBuilder<unknown>) => sql`
  cross join lateral (select k.bill_id from planning_bill_component k
    where k.item_id = ${sql.ref(`${row}.item_id`)} and ${component} offset 0) k
  cross join lateral (select b.item_id from planning_bill b
    where b.id = k.bill_id and (b.site_id is null or b.site_id = ${sql.ref(`${row}.site_id`)}) offset 0) b`;

/** What the given items are used in, and the phantoms on the way, without the items themselves: `(item_id, site_id)`. */
export const usersAmong = (scope: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  with recursive up (item_id, site_id) as (
    select b.item_id, s.site_id from ${scope} s ${billsWith('s', sql`true`)}
    union
    select b.item_id, u.site_id from up u ${billsWith('u', sql`k.is_phantom`)})
  select item_id, site_id from up except select s.item_id, s.site_id from ${scope} s`;

export const usersOf = (work: Work, scope: ScopeKeys): Promise<ScopeKeys & { readonly count: number }> =>
  readScope(
    work,
    sql`select p.item_id as item, p.site_id as site
    from (${usersAmong(scopeTable(scope))}) s ${itemByItem('planning_item', 'p')}`,
  );
