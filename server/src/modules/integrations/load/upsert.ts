import { sql, type RawBuilder } from 'kysely';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';

/** How many rows were new, changed, or already as the file says. */
export interface Counts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}
export const noRows: Counts = { inserted: 0, updated: 0, unchanged: 0 };

export const addCounts = (a: Counts, b: Counts): Counts => ({
  inserted: a.inserted + b.inserted,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
});

/** A table as an import writes it: columns with their SQL types (`id uuid, code text`) and what makes two rows the same. */
export interface Target {
  readonly table: string;
  readonly columns: string;
  readonly key: readonly string[];
  /** Columns that a later import leaves as they are. */
  readonly keeps?: readonly string[];
  readonly hasVersion?: boolean;
}

const ROWS_PER_STATEMENT = 5_000;

/** The columns of staged rows, for `jsonb_to_recordset(...) as x(...)`. */
export const recordset = (columns: string): RawBuilder<unknown> => sql.raw(columns);
/** The names in `id uuid, code text`. */
export const namesOf = (columns: string): string[] => columns.split(', ').map((column) => column.split(' ')[0] ?? '');

const refs = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));

/** Writes rows by their business key, thousands per statement. A row that is already so is not written at all. */
export async function upsert(work: Work, target: Target, rows: readonly object[]): Promise<Counts> {
  const parts = await inOrder(chunksOf(rows, ROWS_PER_STATEMENT), (part) => upsertPart(work, target, part));
  return parts.reduce(addCounts, noRows);
}

async function upsertPart(work: Work, target: Target, rows: readonly object[]): Promise<Counts> {
  const { table, columns, key, keeps = [], hasVersion = false } = target;
  const names = namesOf(columns);
  const changing = names.filter((name) => name !== 'id' && !key.includes(name) && !keeps.includes(name));
  const old = (name: string) => sql.ref(`${table}.${name}`);
  const next = (name: string) => sql.ref(`excluded.${name}`);
  const sets = changing.map((name) => sql`${sql.ref(name)} = ${next(name)}`);
  if (hasVersion) sets.push(sql`version = ${old('version')} + 1`);
  const resolve =
    changing.length === 0
      ? sql`do nothing`
      : sql`do update set ${sql.join(sets)} where (${sql.join(changing.map(old))}) is distinct from (${sql.join(changing.map(next))})`;
  const { rows: written } = await sql<{ isNew: boolean }>`
    insert into ${sql.table(table)} (${refs(names)})
    select ${refs(names)} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(${recordset(columns)})
    on conflict (${refs(key)}) ${resolve}
    returning (xmax = 0) as "isNew"`.execute(work.sql);
  const inserted = written.filter(({ isNew }) => isNew).length;
  return { inserted, updated: written.length - inserted, unchanged: rows.length - written.length };
}

export function* chunksOf<T>(rows: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}
