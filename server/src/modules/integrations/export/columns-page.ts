import { fileOf, type Column, type Template } from '../csv/template.ts';
import { loaders } from '../load/loaders.ts';

/** Every column of every file that can be taken in, as a page of the documentation. */
export function columnsPage(): string {
  const head = '# Columns of the files that can be taken in\n\nMade from the templates. See [import.md](import.md).\n';
  return [head, ...loaders.map(({ template }) => sectionOf(template))].join('\n');
}

function sectionOf(template: Template): string {
  const columns = Object.entries(template.columns).map(
    ([name, column]) => `- \`${name}\` (${kindOf(column)}): ${column.en}`,
  );
  return `## ${fileOf(template)}\n\n${template.en}.\n\n${columns.join('\n')}\n`;
}

function kindOf({ kind, isRequired, fallback }: Column<unknown>): string {
  if (isRequired) return `${kind}, required`;
  const value = typeof fallback === 'boolean' ? (fallback ? 'yes' : 'no') : (fallback as string | number | null);
  return value === null || value === '' ? kind : `${kind}; empty: ${value}`;
}
