import type { Loader } from '../load/loader.ts';
import type { Step } from '../load/run-import.ts';
import type { SourceRow } from './source.ts';

/**
 * Rows of a foreign file in the words of one of our templates: columns that are not given stand at their default. The
 * file and line of the report stay those of the source.
 */
export function stepFrom<S extends { readonly line: number }>(
  loader: Loader,
  file: string,
  source: readonly S[],
  translate: (row: S) => Readonly<Record<string, unknown>>,
): Step {
  const defaults = Object.fromEntries(
    Object.entries(loader.template.columns).map(([name, column]) => [name, column.fallback]),
  );
  const rows = source.map((row) => {
    const values = { ...defaults, ...translate(row) };
    const $document = JSON.stringify(loader.template.document.map((name) => values[name as keyof typeof values]));
    return { ...values, $line: row.line, $document };
  });
  return { loader, file, batch: { rows, blocked: new Set() } };
}

/** A number as our templates carry it: without needless zeros; empty stands for `none`. */
export const numberOf = (row: SourceRow, column: string, none = '0'): string => {
  const text = row.get(column);
  if (text === '') return none;
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};
