import { sql } from 'kysely';
import Papa from 'papaparse';
import type { Work } from '../db/work.ts';

const COLUMNS = ['severity', 'file', 'line', 'field', 'message'];
const MARK = '\uFEFF';

/** What went wrong in a task, as a file for a spreadsheet; no cell of it is a formula. */
export async function reportCsv(work: Work, taskId: string): Promise<string> {
  const { rows } = await sql<Record<string, string | null>>`
    select severity, file, line::text, field, message from platform_task_issue where task_id = ${taskId} order by id`.execute(
    work.sql,
  );
  const data = rows.map((row) => COLUMNS.map((name) => row[name] ?? ''));
  return `${MARK}${Papa.unparse({ fields: COLUMNS, data }, { newline: '\r\n', escapeFormulae: true })}\r\n`;
}
