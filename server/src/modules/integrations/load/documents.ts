import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { DocumentContradiction, DocumentInUse, RowRepeated } from '../integrations.errors.ts';
import type { Loading } from './references.ts';

interface DocumentRow {
  readonly $line: number;
  readonly $document: string;
}
type Cell = string | number | boolean | null | undefined;
const cell = (row: object, name: string): string => String((row as Record<string, Cell>)[name] ?? '');

/** The rows of one document as one text, to see whether a file says anything new; the order of the rows does not matter. */
export const textOfRows = (names: readonly string[], rows: readonly object[]): string =>
  JSON.stringify(rows.map((row) => JSON.stringify(names.map((name) => cell(row, name)))).sort());

/** Rows of one document must say the same of the whole: the first that does not is reported, and the document blocked. */
export function refuseContradictions<R extends DocumentRow>(
  { file, issues, blocked }: Loading,
  rows: readonly R[],
  header: readonly (keyof R & string)[],
): void {
  const firsts = new Map<string, R>();
  for (const row of rows) {
    const first = firsts.get(row.$document) ?? row;
    firsts.set(row.$document, first);
    const column = header.find((name) => first[name] !== row[name]);
    if (!column) continue;
    issues.add(file, row.$line, column, new DocumentContradiction({ column, line: first.$line }));
    blocked.add(row.$document);
  }
}

/**
 * Rows that turn out to be about the same thing, once it is known what they name: a site that was left out and the only
 * one, a week and its Monday. Neither is taken, as nobody knows which was meant.
 */
export function refuseRepeats<R extends DocumentRow>(
  { file, issues, blocked }: Loading,
  rows: readonly R[],
  field: string,
  keyOf: (row: R) => readonly (string | number | null)[],
): void {
  const firsts = new Map<string, R>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    const first = firsts.get(key);
    if (!first) firsts.set(key, row);
    if (!first || blocked.has(row.$document)) continue;
    issues.add(file, row.$line, field, new RowRepeated({ line: first.$line }));
    blocked.add(row.$document).add(first.$document);
  }
}

/** The document stands in the system and says something else: an import may not change it. */
export function refuseInUse(
  { file, issues, blocked }: Loading,
  [row]: readonly (DocumentRow & { readonly number: string })[],
): void {
  if (!row) return;
  issues.add(file, row.$line, 'number', new DocumentInUse({ document: row.number }));
  blocked.add(row.$document);
}

/** Numbers of our own kind that came with a file are never given again. */
export async function skipNumbers(
  work: Work,
  sequence: 'purchasing_order_number' | 'vmi_agreement_number' | 'planning_work_order_number' | 'sales_order_number',
  prefix: 'PO-' | 'VMI-' | 'WO-' | 'SO-',
  numbers: readonly string[],
): Promise<void> {
  const taken = numbers.filter((number) => number.startsWith(prefix)).map((number) => number.slice(prefix.length));
  const highest = taken
    .filter((serial) => /^\d{1,9}$/.test(serial))
    .reduce((most, serial) => Math.max(most, Number(serial)), 0);
  await sql`
    select max(nextval(${sequence}::regclass))
    from generate_series(1, greatest(0, ${highest} - (select last_value - (not is_called)::int from ${sql.table(sequence)})))`.execute(
    work.sql,
  );
}
