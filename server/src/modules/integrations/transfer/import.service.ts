import { MOST_FILE_MEGABYTES } from '../csv/decode.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { fileStore } from '../../../platform/files/file-store.ts';
import { isZip, uploadsOf, type Upload } from '../../../platform/files/upload.service.ts';
import { unzip } from '../../../platform/files/zip.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { addJob } from '../../../platform/jobs/worker.ts';
import { enterTask, TaskProgress } from '../../../platform/tasks/task.service.ts';
import { importAdventureWorks } from '../adventureworks/import-adventureworks.ts';
import { NothingToImport } from '../integrations.errors.ts';
import { importCsv, type ImportResult, type SourceFile } from '../load/import-csv.ts';
import type { Follow } from '../load/run-import.ts';
import { reportOf } from './summary.ts';
import { systemClock } from '../../../kernel/clock.ts';

export const IMPORT_JOB = 'integrations_import';
const MOST_BYTES = MOST_FILE_MEGABYTES * 4 * 1_048_576;

export type ImportKind = 'CSV' | 'ADVENTUREWORKS';

/** What an import was asked for, as its task keeps it. */
interface ImportInput {
  readonly kind: ImportKind;
  readonly uploads: readonly Upload[];
  readonly shiftToToday: boolean;
  readonly locale: Locale;
}

/** Asks for an import of files that this person has handed in. @throws NotFound, NothingToImport */
export async function startImport(
  work: Work,
  { kind, uploadIds, shiftToToday }: { kind: ImportKind; uploadIds: readonly string[]; shiftToToday: boolean },
): Promise<string> {
  const uploads = await uploadsOf(work, uploadIds);
  if (uploads.length === 0) throw new NothingToImport({ known: '*.csv, *.zip' }, ['input', 'uploadIds']);
  const input: ImportInput = { kind, uploads, shiftToToday, locale: work.actor.locale };
  const taskId = await enterTask(work, {
    kind: 'IMPORT',
    title: uploads
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 200),
    input,
  });
  await addJob(work, IMPORT_JOB, { taskId }, `import ${taskId}`);
  return taskId;
}

/** Runs an import that was asked for; run again, it takes in the same files and changes nothing that is already so. */
export async function runImportTask(database: Database, { taskId }: Record<string, unknown>): Promise<void> {
  const actor = systemActor('import');
  const progress = await TaskProgress.start(database, actor, String(taskId));
  if (!progress) return;
  const input = progress.task.input as unknown as ImportInput;
  try {
    const { files, issues } = await take(database, input, (done, total) => progress.progress(done, total));
    await progress.report(reportOf(issues.all, input.locale));
    await progress.finish('DONE', { files, errors: issues.errors });
  } catch (error) {
    if (!(error instanceof DomainError)) {
      await progress.finish('FAILED', {});
      throw error;
    }
    const message = error.messageIn(input.locale);
    await progress.report([{ severity: 'ERROR', file: null, line: null, field: null, message }]);
    await progress.finish('FAILED', {});
  }
}

async function take(database: Database, input: ImportInput, follow: Follow): Promise<ImportResult> {
  const files = (await inOrder(input.uploads, unpack)).flat();
  const actor = systemActor('import');
  return input.kind === 'CSV'
    ? importCsv(database, actor, files, follow)
    : importAdventureWorks(database, actor, files, { shiftToToday: input.shiftToToday, clock: systemClock }, follow);
}

async function unpack({ id, name }: Upload): Promise<SourceFile[]> {
  const bytes = await fileStore().read(id);
  return isZip(bytes) ? unzip(bytes, MOST_BYTES) : [{ name, bytes }];
}
