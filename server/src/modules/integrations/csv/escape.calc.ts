// A spreadsheet takes a cell that begins like this for a formula, and runs it.
const FORMULA = /^'*[=+\-@\t\r\n]/;
const ESCAPED = /^'+[=+\-@\t\r\n]/;

/** A text as it may stand in a file that people open in a spreadsheet: never a formula. `readable` undoes it. */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text behind a cell that `harmless` wrote, without blanks around it. */
export function readable(cell: string): string {
  const text = cell.trim();
  return ESCAPED.test(text) ? text.slice(1).trimStart() : text;
}
