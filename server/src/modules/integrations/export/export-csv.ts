import { sql } from 'kysely';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import { fileOf } from '../csv/template.ts';
import { writeCsv, writeEmptyTemplate } from '../csv/write-csv.ts';
import { loaders } from '../load/loaders.ts';
import type { SourceFile } from '../load/import-csv.ts';
import { exportReads } from './rows.ts';

const encoder = new TextEncoder();

/** Everything that can be taken in, as the files it would be taken in from; one moment for all of them. */
export function exportCsv(database: Database, actor: Actor): Promise<SourceFile[]> {
  return database.transact(
    actor,
    async (work) => {
      await sql`set transaction isolation level repeatable read`.execute(work.sql);
      return inOrder(loaders, async ({ template }) => ({
        name: fileOf(template),
        bytes: encoder.encode(writeCsv(template, (await exportReads[template.name]?.(work)) ?? [])),
      }));
    },
    'read',
  );
}

/** Every file, empty, with a remark per column. */
export const emptyTemplates = (): SourceFile[] =>
  loaders.map(({ template }) => ({
    name: fileOf(template),
    bytes: encoder.encode(writeEmptyTemplate(template)),
  }));
