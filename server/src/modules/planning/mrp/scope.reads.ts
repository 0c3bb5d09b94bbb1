import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { uuidArray } from './binary-array.calc.ts';
import { packing, unpack, type Layout, type Piece } from './packed-rows.calc.ts';
import type { ScopeKeys } from './planner-writes.calc.ts';

/** Rows in one piece of an answer: enough to be quick, few enough that a piece comes in one read and soon is garbage. */
const CHUNK = 512;

/** Reads a table packed, in pieces; `rows` are named as the layout names its columns, and know the scope as `scope`. */
export async function readPacked(
  work: Work,
  layout: Layout,
  rows: RawBuilder<unknown>,
  scope?: ScopeKeys,
): Promise<Piece[]> {
  const { rows: pieces } = await sql<Piece>`
    ${scope ? sql`with scope as materialized ${scopeTable(scope)}` : sql``}
    select ${sql.raw(packing(layout))}
    from (select q.*, row_number() over () / ${sql.raw(String(CHUNK))} as piece from (${rows}) q) r group by r.piece`.execute(
    work.sql,
  );
  return pieces.map((piece) =>
    Object.fromEntries(Object.entries(piece).map(([name, bytes]) => [name, new Uint8Array(bytes)])),
  );
}

const KEYS = { item: 'uuid', site: 'uuid' } as const satisfies Layout;

/** The items of a run as a table `(item_id, site_id, place)`: the keys travel with each statement. */
export function scopeTable({ item, site }: ScopeKeys): RawBuilder<unknown> {
  return sql`(select k.item_id, k.site_id, (k.place - 1)::int as place
    from unnest(${Buffer.from(uuidArray(item).buffer)}::uuid[], ${Buffer.from(uuidArray(site).buffer)}::uuid[])
      with ordinality as k(item_id, site_id, place))`;
}

/** Reads keys of items as a scope. `rows` have `item` and `site`. */
export async function readScope(
  work: Work,
  rows: RawBuilder<unknown>,
): Promise<ScopeKeys & { readonly count: number }> {
  return unpack(KEYS, await readPacked(work, KEYS, rows));
}

/** Every item that has planning data at a site that is in use. */
export const everything = sql`
  select p.item_id as item, p.site_id as site
  from planning_item p join catalog_item i on i.id = p.item_id join catalog_site s on s.id = p.site_id
  where i.is_active and s.is_active`;

/** Two scopes behind each other. */
export function joinScopes(a: ScopeKeys, b: ScopeKeys): ScopeKeys {
  const joined = (left: Uint8Array, right: Uint8Array) => {
    const bytes = new Uint8Array(left.length + right.length);
    bytes.set(left);
    bytes.set(right, left.length);
    return bytes;
  };
  return { item: joined(a.item, b.item), site: joined(a.site, b.site) };
}
