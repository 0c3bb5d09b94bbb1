import Papa from 'papaparse';
import { harmless } from './escape.calc.ts';
import type { Template } from './template.ts';

// Spreadsheets take a text without the mark for the local code page, and Chinese comes out as noise.
const MARK = '\uFEFF';

/** A file of this template: rows as the database gives them, in the order of the columns, CRLF as RFC 4180 asks. */
export function writeCsv(
  { columns }: Pick<Template, 'columns'>,
  rows: readonly Readonly<Record<string, unknown>>[],
): string {
  const names = Object.keys(columns);
  const data = rows.map((row) => names.map((name) => cell(row[name], columns[name]?.isText ?? true)));
  return `${MARK}${Papa.unparse({ fields: names, data }, { newline: '\r\n' })}\r\n`;
}

function cell(value: unknown, isText: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return isText ? harmless(text) : text;
}

/** An empty file of this template, with a remark per column above its header. */
export function writeEmptyTemplate(template: Pick<Template, 'en' | 'zh' | 'columns'>): string {
  const remarks = [
    `# ${template.en} / ${template.zh}`,
    ...Object.entries(template.columns).map(
      ([name, { kind, isRequired, en, zh }]) => `# ${name} (${kind}${isRequired ? ', required' : ''}): ${en} / ${zh}`,
    ),
  ].map((remark) => Papa.unparse([[remark]]));
  return `${MARK}${remarks.join('\r\n')}\r\n${Object.keys(template.columns).join(',')}\r\n`;
}
