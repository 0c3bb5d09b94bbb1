import { overall, type Row } from '../measure/compare.ts';

const places = (value: number | null, digits: number): string => (value === null ? '–' : value.toFixed(digits));

const COLUMNS: readonly (readonly [string, (row: Row) => string])[] = [
  ['operation', (row) => row.operation],
  ['contender', (row) => row.contender],
  ['req/s', (row) => places(row.requestsPerSecond, 0)],
  ['spread', (row) => `±${places(row.spread * 50, 0)} %`],
  ['CPU ms', (row) => places(row.cpuMsPerRequest, 3)],
  ['server', (row) => places(row.serverCpuMsPerRequest, 3)],
  ['Postgres', (row) => places(row.databaseCpuMsPerRequest, 3)],
  ['p50 ms', (row) => places(row.p50Ms, 1)],
  ['p99 ms', (row) => places(row.p99Ms, 1)],
  ['/ L req/s', (row) => places(row.ratioToLimit, 2)],
  ['/ L CPU', (row) => places(row.cpuRatioToLimit, 2)],
  ['/ P', (row) => places(row.ratioToPeer, 2)],
];

/** The rows as a table in Markdown, padded so that it also reads well in a terminal. */
export function table(rows: readonly Row[]): string {
  const cells = [COLUMNS.map(([title]) => title), ...rows.map((row) => COLUMNS.map(([, text]) => text(row)))];
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map(
    (line) =>
      `| ${line.map((text, column) => (column < 2 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0))).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width, column) => (column < 2 ? '-'.repeat(width) : `${'-'.repeat(Math.max(1, width - 1))}:`)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** Our figures over all operations of a kind. */
export function summary(title: string, rows: readonly Row[]): string {
  const ours = rows.filter(({ contender }) => contender === 'corridor');
  const control = rows.filter(({ contender }) => contender === 'control');
  return `${title}: CPU ${places(
    overall(ours, (row) => row.cpuRatioToLimit),
    2,
  )} of L, req/s ${places(
    overall(ours, (row) => row.ratioToLimit),
    2,
  )} of L, ${places(
    overall(ours, (row) => row.ratioToPeer),
    2,
  )} x P (geometric means); L against itself ${places(
    overall(control, (row) => row.ratioToLimit),
    2,
  )}`;
}
