import type { Actor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import { decode } from '../csv/decode.ts';
import { Issues } from '../csv/issue.ts';
import { fileOf } from '../csv/template.ts';
import { typedRows } from '../csv/typed-rows.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { NothingToImport } from '../integrations.errors.ts';
import { loaders } from './loaders.ts';
import { runImport, type FileCounts, type Follow, type Step } from './run-import.ts';

/** A file as it was handed in. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What came of an import: counts by file, and everything that was found wrong. */
export interface ImportResult {
  readonly files: Readonly<Record<string, FileCounts>>;
  readonly issues: Issues;
}

/** Takes in the files whose names are known, in the order they depend on each other. @throws NothingToImport */
export async function importCsv(
  database: Database,
  actor: Actor,
  files: readonly SourceFile[],
  follow?: Follow,
): Promise<ImportResult> {
  const issues = new Issues();
  const given = new Map(files.map((file) => [file.name.toLowerCase(), file]));
  const steps = loaders.flatMap((loader): Step[] => {
    const file = fileOf(loader.template);
    const source = given.get(file);
    const text = source && textOf(source, issues);
    return text === undefined ? [] : [{ loader, file, batch: typedRows(loader.template, text, issues) }];
  });
  if (steps.length === 0 && issues.errors === 0)
    throw new NothingToImport({ known: loaders.map(({ template }) => fileOf(template)).join(', ') });
  return { files: await runImport(database, actor, steps, issues, follow), issues };
}

function textOf(source: SourceFile, issues: Issues): string | undefined {
  try {
    return decode(source.name, source.bytes);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    issues.add(source.name, null, null, error);
    return undefined;
  }
}
