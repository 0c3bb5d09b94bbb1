import { sql } from 'kysely';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { chunksOf, namesOf, recordset } from './upsert.ts';

const ROWS_PER_STATEMENT = 5_000;

/** Writes new rows, thousands per statement. */
export async function insertAll(work: Work, table: string, columns: string, rows: readonly object[]): Promise<void> {
  const names = sql.join(namesOf(columns).map((name) => sql.ref(name)));
  await inOrder(chunksOf(rows, ROWS_PER_STATEMENT), (part) =>
    sql`
    insert into ${sql.table(table)} (${names})
    select ${names} from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as x(${recordset(columns)})`.execute(
      work.sql,
    ),
  );
}
