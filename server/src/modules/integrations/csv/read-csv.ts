import Papa from 'papaparse';
import { ColumnMissing, ColumnUnknown, RowMalformed } from '../integrations.errors.ts';
import type { Issues } from './issue.ts';

/** A row of a file as it was written, by column name. */
export interface RawRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly isBroken: boolean;
}

export interface ColumnNames {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Whether further columns are expected and silently passed over. */
  readonly ignoresOthers?: boolean;
}

/**
 * Reads a CSV text row by row: comma, semicolon or tab; any line ends; quoted line breaks; lines above the header that
 * begin with `#` are remarks. False when the header lacks a required column: then no row is read.
 */
export function readCsv(
  file: string,
  text: string,
  names: ColumnNames,
  issues: Issues,
  each: (row: RawRow) => void,
): boolean {
  let header: (string | null)[] | null = null;
  let isUsable = true;
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text, names),
    step: ({ data, errors }, parser) => {
      const start = line;
      line += 1 + lineBreaks(data);
      if (data.length === 1 && data[0]?.trim() === '') return;
      if (!header) {
        if (data[0]?.startsWith('#')) return;
        header = headerOf(file, start, data, names, issues);
        isUsable = names.required.every((name) => header?.includes(name));
        if (!isUsable) parser.abort();
        return;
      }
      const problem = problemOf(data, header, errors);
      if (problem) issues.add(file, start, null, new RowMalformed({ reason: problem }));
      each({ line: start, cells: cellsOf(header, data), isBroken: problem !== null });
    },
  });
  if (!header) headerOf(file, 1, [], names, issues);
  return header !== null && isUsable;
}

/** The separator under which the header names most of our columns: what stands in the cells below does not count. */
function delimiterOf(text: string, { required, optional }: ColumnNames): string {
  const known = new Set([...required, ...optional].map((name) => name.toLowerCase()));
  const header = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '' && !/^"?#/.test(line)) ?? '';
  const recognised = (delimiter: string): number =>
    (Papa.parse<string[]>(header, { delimiter }).data[0] ?? []).filter((cell) => known.has(cell.trim().toLowerCase()))
      .length;
  return [',', ';', '\t'].reduce((best, delimiter) => (recognised(delimiter) > recognised(best) ? delimiter : best));
}

const lineBreaks = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => count + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

function headerOf(
  file: string,
  line: number,
  cells: readonly string[],
  names: ColumnNames,
  issues: Issues,
): (string | null)[] {
  const known = new Map([...names.required, ...names.optional].map((name) => [name.toLowerCase(), name]));
  const header = cells.map((cell) => known.get(cell.trim().toLowerCase()) ?? null);
  for (const name of names.required)
    if (!header.includes(name)) issues.add(file, line, name, new ColumnMissing({ column: name }));
  if (!names.ignoresOthers)
    cells.forEach((cell, index) => {
      if (header[index] === null && cell.trim() !== '')
        issues.add(file, line, cell.trim(), new ColumnUnknown({ column: cell.trim() }), 'WARNING');
    });
  return header;
}

function problemOf(
  data: readonly string[],
  header: readonly unknown[],
  errors: readonly Papa.ParseError[],
): string | null {
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) return broken.message;
  const extra = data.slice(header.length).some((cell) => cell.trim() !== '');
  return extra ? `${data.length} > ${header.length}` : null;
}

const cellsOf = (header: readonly (string | null)[], data: readonly string[]): Record<string, string> =>
  Object.fromEntries(header.flatMap((name, index) => (name === null ? [] : [[name, data[index] ?? '']])));
