import type { DomainError } from '../../../kernel/domain-error.ts';
import type { IssueSeverity } from '../../../platform/tasks/task.service.ts';

/** What is wrong at one place of a file; the sentence is made in the reader's language when it is written down. */
export interface Issue {
  readonly file: string;
  readonly line: number | null;
  readonly field: string | null;
  readonly error: DomainError;
  readonly severity: IssueSeverity;
}

/** The issues of an import, with a limit: a wholly wrong file must not fill the report with a million sentences. */
export class Issues {
  private static readonly most = 10_000;
  readonly all: Issue[] = [];
  errors = 0;

  add(
    file: string,
    line: number | null,
    field: string | null,
    error: DomainError,
    severity: IssueSeverity = 'ERROR',
  ): void {
    if (severity === 'ERROR') this.errors++;
    if (this.all.length < Issues.most) this.all.push({ file, line, field, error, severity });
  }
}
