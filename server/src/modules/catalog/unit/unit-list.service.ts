import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { UnknownUnit } from '../catalog.errors.ts';

/** Refuses codes that are no units. @throws UnknownUnit naming the first of them. */
export async function checkUnits(
  work: Work,
  codes: readonly string[],
  path: readonly string[] = ['input', 'unit'],
): Promise<void> {
  const { rows } = await sql<{ code: string }>`
    select code from unnest(${codes}::text[]) code where code not in (select u.code from catalog_unit u) limit 1`.execute(
    work.sql,
  );
  const [unknown] = rows;
  if (unknown) throw new UnknownUnit({ unit: unknown.code }, path);
}
