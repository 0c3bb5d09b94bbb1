import { CellInvalid, CellMissing, CellOutOfRange, CellTooLong, RowRepeated } from '../integrations.errors.ts';
import type { DomainError } from '../../../kernel/domain-error.ts';
import { isUnreadable } from './cell.calc.ts';
import { readable } from './escape.calc.ts';
import type { Issues } from './issue.ts';
import { readCsv, type RawRow } from './read-csv.ts';
import { fileOf, type Column, type Columns, type RowOf, type Template } from './template.ts';

/** A row of a template, read and checked cell by cell. */
export type Typed<C extends Columns> = RowOf<C> & { readonly $line: number; readonly $document: string };

/** Rows ready to be loaded, and the documents that must not be because one of their rows is broken. */
export interface Batch<C extends Columns> {
  readonly rows: readonly Typed<C>[];
  readonly blocked: Set<string>;
}

/** Reads a file by its template. Every bad cell is reported; its whole document stays out. */
export function typedRows<C extends Columns>(template: Template<C>, text: string, issues: Issues): Batch<C> {
  const file = fileOf(template as unknown as Template);
  const rows: Typed<C>[] = [];
  const blocked = new Set<string>();
  const seen = new Map<string, number>();
  const entries = Object.entries(template.columns);
  const names = {
    required: entries.filter(([, column]) => column.isRequired).map(([name]) => name),
    optional: entries.filter(([, column]) => !column.isRequired).map(([name]) => name),
  };
  readCsv(file, text, names, issues, (raw) => {
    const before = issues.errors;
    const row = rowOf(template, raw, (field, error) => issues.add(file, raw.line, field, error));
    const key = JSON.stringify(template.key.map((name) => row[name]));
    const earlier = seen.get(key);
    if (earlier !== undefined) issues.add(file, raw.line, template.key.join('+'), new RowRepeated({ line: earlier }));
    else seen.set(key, raw.line);
    if (raw.isBroken || issues.errors > before) blocked.add(row.$document);
    rows.push(row);
  });
  return { rows, blocked };
}

/** The rows of documents that nothing is wrong with. */
export const goodRows = <C extends Columns>({ rows, blocked }: Batch<C>): Typed<C>[] =>
  rows.filter(({ $document }) => !blocked.has($document));

function rowOf<C extends Columns>(
  template: Template<C>,
  raw: RawRow,
  report: (field: string, error: DomainError) => void,
): Typed<C> {
  const values: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(template.columns))
    values[name] = cellOf(name, column, readable(raw.cells[name] ?? ''), report);
  const $document = JSON.stringify(template.document.map((name) => values[name]));
  return { ...values, $line: raw.line, $document } as Typed<C>;
}

function cellOf(
  name: string,
  column: Column<unknown>,
  cell: string,
  report: (field: string, error: DomainError) => void,
): unknown {
  if (cell === '') {
    if (column.isRequired) report(name, new CellMissing({ column: name }));
    return column.fallback;
  }
  if (cell.length > column.maxLength) {
    report(name, new CellTooLong({ column: name, limit: column.maxLength }));
    return column.fallback;
  }
  const value = column.read(cell);
  if (isUnreadable(value)) {
    report(name, new CellInvalid({ value: cell.slice(0, 60), wanted_en: value.en, wanted_zh: value.zh }));
    return column.fallback;
  }
  const range = rangeMissed(column, Number(value));
  if (range) report(name, new CellOutOfRange({ value: cell, range }));
  return value;
}

function rangeMissed({ minimum, limit }: Column<unknown>, value: number): string | null {
  if (minimum !== null && value < minimum) return `>= ${minimum}`;
  return limit !== null && value >= limit ? `< ${limit}` : null;
}
