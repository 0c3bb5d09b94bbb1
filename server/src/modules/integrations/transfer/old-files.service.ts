import { sql } from 'kysely';
import { inOrder } from '../../../kernel/in-order.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import { fileStore } from '../../../platform/files/file-store.ts';

const KEPT_DAYS = 7;

/** Removes files that were handed in or made more than a week ago; what came of them stays in their tasks. */
export async function removeOldFiles(database: Database): Promise<void> {
  const ids = await database.transact(systemActor('file cleaner'), async (work) => {
    const { rows } = await sql<{ id: string }>`
      with old as (
        delete from platform_upload where created_at < ${work.clock.now()}::timestamptz - make_interval(days => ${KEPT_DAYS}) returning id),
      made as (
        update platform_task set result = result - 'file'
        where kind = 'EXPORT' and result ? 'file' and created_at < ${work.clock.now()}::timestamptz - make_interval(days => ${KEPT_DAYS}) returning id)
      select id from old union all select id from made`.execute(work.sql);
    return rows.map(({ id }) => id);
  });
  await inOrder(ids, (id) => fileStore().remove(id));
}
