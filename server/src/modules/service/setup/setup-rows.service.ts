import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { NamesRefused, OrderIncomplete, SetupFull } from '../service.errors.ts';

type IdTable = 'service_queue' | 'service_category' | 'service_canned_reply';
type PlacedTable = 'service_queue' | 'service_category' | 'service_status';

/** A page shows them, and orders them, in one go. */
const MOST_PLACED = 100;
const LONGEST_NAME = 100;

/** Which row is changed, as it was read; without an id a new one is made. */
export interface RowRead {
  readonly id: string | null;
  readonly expectedVersion: number | null;
}

export interface Names {
  readonly code: string;
  readonly nameEn: string;
  readonly nameZh: string;
}

export const isCode = (code: string): boolean => /^[A-Z][A-Z0-9_]{1,40}$/.test(code);

/** @throws NamesRefused */
export function demandNames({ code, nameEn, nameZh }: Names): void {
  if (!isCode(code)) throw new NamesRefused({}, ['input', 'code']);
  if (nameEn.trim() === '' || nameEn.length > LONGEST_NAME) throw new NamesRefused({}, ['input', 'nameEn']);
  if (nameZh.length > LONGEST_NAME) throw new NamesRefused({}, ['input', 'nameZh']);
}

/** Adds a row of the set-up, or changes the one that was read. Answers its id. @throws NotFound, StaleObject */
export async function saveRow(
  work: Work,
  table: IdTable,
  { id, expectedVersion }: RowRead,
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  if (id === null) {
    const made = { id: newId(), ...values };
    const columns = sql.join(Object.keys(made).map((name) => sql.ref(name)));
    await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(made))})`.execute(work.sql);
    return made.id;
  }
  const { rows } = await sql<{ version: number }>`
    select version from ${sql.table(table)} where id = ${id} for update`.execute(work.sql);
  const [kept] = rows;
  if (!kept) throw new NotFound({}, ['input', 'id']);
  if (kept.version !== expectedVersion)
    throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion: kept.version });
  const changes = sql.join(Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`));
  await sql`update ${sql.table(table)} set ${changes}, version = version + 1 where id = ${id}`.execute(work.sql);
  return id;
}

/** The place after the last row. @throws SetupFull */
export async function lastPlace(work: Work, table: PlacedTable): Promise<number> {
  const { rows } = await sql<{ many: number; next: number }>`
    select count(*)::int as many, coalesce(max(place), 0) + 1 as next from ${sql.table(table)}`.execute(work.sql);
  const { many, next } = rows[0] ?? { many: 0, next: 1 };
  if (many >= MOST_PLACED) throw new SetupFull({ most: MOST_PLACED }, ['input', 'code']);
  return next;
}

/** Puts all rows into this order. @throws OrderIncomplete where one is missing, or was added meanwhile. */
export async function putInOrder(
  work: Work,
  table: PlacedTable,
  key: 'id' | 'code',
  keys: readonly string[],
): Promise<void> {
  const [rows, name] = [sql.table(table), sql.ref(key)];
  const kept = await sql<{ key: string }>`select ${name} as key from ${rows} order by ${name} for update`.execute(
    work.sql,
  );
  const known = kept.rows.map((row) => row.key);
  const isWhole = [...keys].toSorted().join() === known.toSorted().join();
  if (!isWhole) throw new OrderIncomplete({}, ['input', `${key}s`]);
  await sql`
    update ${rows} s set place = n.place from unnest(${[...keys]}::text[]) with ordinality n(key, place)
    where s.${name}::text = n.key and s.place <> n.place`.execute(work.sql);
}
