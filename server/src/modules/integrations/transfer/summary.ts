import type { Locale } from '../../../kernel/locale.ts';
import type { TaskIssue } from '../../../platform/tasks/task.service.ts';
import type { Issue } from '../csv/issue.ts';
import type { ImportResult } from '../load/import-csv.ts';

/** The issues of an import as a report keeps them, in the reader's language. */
export const reportOf = (issues: readonly Issue[], locale: Locale): TaskIssue[] =>
  issues.map(({ error, ...place }) => ({ ...place, message: error.messageIn(locale) }));

/** What came of an import, for a person at a terminal. */
export function summaryOf({ files, issues }: ImportResult): string {
  const lines = Object.entries(files).map(
    ([file, { rows, inserted, updated, unchanged, refused }]) =>
      `${file}: ${rows} rows, ${inserted} new, ${updated} changed, ${unchanged} as they were, ${refused} refused`,
  );
  const places = issues.all.map(({ file, line, field, error, severity }) => {
    const place = [file, line, field].filter((part) => part !== null).join(':');
    return `${severity} ${place} ${error.message}`;
  });
  return [...lines, ...places, ''].join('\n');
}
