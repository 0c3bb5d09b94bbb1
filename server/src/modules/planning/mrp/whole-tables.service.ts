import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/**
 * Runs statements over whole tables. Keys that travel with a statement look few to the database, which would then visit
 * a hundred thousand items one by one: it is told to join and to group by hashing, in memory enough for that, and to
 * plan for these keys: a plan that is kept takes a hundred thousand of them for ten.
 */
export async function overWholeTables<T>(work: Work, run: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ memory: string; loops: string; merges: string; compiler: string; plans: string }>`
    select current_setting('work_mem') as memory, current_setting('plan_cache_mode') as plans, current_setting('enable_nestloop') as loops,
      current_setting('enable_mergejoin') as merges, current_setting('jit') as compiler`.execute(work.sql);
  const [usual] = rows;
  await tell(work, '256MB', 'off', 'off', 'off', 'force_custom_plan');
  const answer = await run();
  if (usual) await tell(work, usual.memory, usual.loops, usual.merges, usual.compiler, usual.plans);
  return answer;
}

async function tell(
  work: Work,
  memory: string,
  loops: string,
  merges: string,
  compiler: string,
  plans: string,
): Promise<void> {
  await sql`select set_config('work_mem', ${memory}, true), set_config('enable_nestloop', ${loops}, true),
    set_config('enable_mergejoin', ${merges}, true), set_config('enable_sort', ${merges}, true), set_config('jit', ${compiler}, true), set_config('plan_cache_mode', ${plans}, true)`.execute(
    work.sql,
  );
}
