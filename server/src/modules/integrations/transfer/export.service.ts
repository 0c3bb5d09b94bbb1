import { systemActor, type Audience } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { fileStore } from '../../../platform/files/file-store.ts';
import { zip } from '../../../platform/files/zip.ts';
import { forbidden } from '../../../platform/graphql/errors.ts';
import { addJob } from '../../../platform/jobs/worker.ts';
import { enterTask, TaskProgress } from '../../../platform/tasks/task.service.ts';
import { emptyTemplates, exportCsv } from '../export/export-csv.ts';
import type { SourceFile } from '../load/import-csv.ts';

export const EXPORT_JOB = 'integrations_export';

/** One thing that can be had as a file: for whom it is, and how it is made. */
interface ExportSpec {
  readonly title: string;
  readonly audiences: readonly Audience[];
  readonly make: (database: Database) => Promise<SourceFile[]>;
}

/** What can be had. What a supplier may have is added here, made for the organisation of the task. */
const exportsByKind = {
  TABLES: {
    title: 'corridor-tables.zip',
    audiences: ['STAFF'],
    make: (database) => exportCsv(database, systemActor('export')),
  },
  TEMPLATES: {
    title: 'corridor-templates.zip',
    audiences: ['STAFF'],
    make: () => Promise.resolve(emptyTemplates()),
  },
} as const satisfies Record<string, ExportSpec>;
export type ExportKind = keyof typeof exportsByKind;

/** Asks for a file; its task ends with the place where it is. */
export async function startExport(work: Work, kind: ExportKind): Promise<string> {
  const spec: ExportSpec = exportsByKind[kind];
  if (!spec.audiences.some((audience) => audience === work.actor.audience)) throw forbidden();
  const { organisationId } = work.actor;
  const taskId = await enterTask(work, {
    kind: 'EXPORT',
    title: spec.title,
    input: { kind },
    organisationId,
  });
  await addJob(work, EXPORT_JOB, { taskId }, `export ${taskId}`);
  return taskId;
}

/** Makes the file that was asked for, under the id of its task. */
export async function runExportTask(database: Database, { taskId }: Record<string, unknown>): Promise<void> {
  const progress = await TaskProgress.start(database, systemActor('export'), String(taskId));
  if (!progress) return;
  const spec: ExportSpec = exportsByKind[progress.task.input['kind'] as ExportKind];
  try {
    const files = await spec.make(database);
    await fileStore().write(progress.task.id, zip(files));
    await progress.finish('DONE', { file: spec.title, files: files.length });
  } catch (error) {
    await progress.finish('FAILED', {});
    throw error;
  }
}
