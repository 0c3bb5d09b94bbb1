import { Decimal } from '../../../kernel/decimal.ts';

/** A row somebody pasted: what, how much, and in which unit where it says so. */
export interface WantedRow {
  /** Counted from 1, blank rows included, as the person sees it. */
  readonly row: number;
  readonly text: string;
  readonly sku: string;
  readonly quantity: Decimal;
  readonly unit: string | null;
}

/** A row that cannot be read as item and quantity. */
export interface UnreadableRow {
  readonly row: number;
  readonly text: string;
  readonly reason: 'UNREADABLE' | 'BAD_QUANTITY';
}

const NUMBER = /^\d{1,12}(\.\d{1,6})?$/;
const HEADER = /^(sku|item|article|物料|物料编号|编号)$/i;
const LONGEST = 120;

/**
 * Reads rows of `sku quantity [unit]`, parted by tabs, commas, semicolons or spaces; blank rows and a header are left
 * out. Every other row is either wanted or unreadable: none is dropped.
 */
export function readRows(pasted: string): { wanted: WantedRow[]; unreadable: UnreadableRow[] } {
  const rows = pasted.split(/\r\n|\r|\n/).flatMap((line, index) => readRow(line, index) ?? []);
  return {
    wanted: rows.filter((row): row is WantedRow => 'sku' in row),
    unreadable: rows.filter((row): row is UnreadableRow => 'reason' in row),
  };
}

function readRow(line: string, index: number): WantedRow | UnreadableRow | null {
  const text = line.trim().slice(0, LONGEST);
  const cells = cellsOf(text);
  const [sku = '', amount = '', unit = null] = cells;
  if (text === '' || (index === 0 && HEADER.test(sku))) return null;
  const row = index + 1;
  if (!isTwoOrThree(cells)) return { row, text, reason: 'UNREADABLE' };
  if (!isAmount(amount)) return { row, text, reason: 'BAD_QUANTITY' };
  return { row, text, sku, quantity: new Decimal(amount), unit };
}

const isTwoOrThree = ([first, ...rest]: readonly string[]): boolean =>
  Boolean(first) && (rest.length === 1 || rest.length === 2);
const isAmount = (cell: string): boolean => NUMBER.test(cell) && !new Decimal(cell).isZero();

function cellsOf(text: string): string[] {
  const separator = /[\t,;]/.test(text) ? /\s*[\t,;]\s*/ : /\s+/;
  return text
    .split(separator)
    .map((cell) => cell.replaceAll(/^"|"$/g, '').trim())
    .filter((cell, index, all) => cell !== '' || index < all.length - 1);
}
