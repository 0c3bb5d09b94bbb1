import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/**
 * Runs a statement over whole tables. The planner cannot see how many rows a chain of table expressions has, takes them
 * for few, and would visit 400 000 lines one by one: it is told to join by hashing, in memory enough for that.
 */
export async function overWholeTables<T>(work: Work, run: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ memory: string; loops: string; compiler: string }>`
    select current_setting('work_mem') as memory, current_setting('enable_nestloop') as loops, current_setting('jit') as compiler`.execute(
    work.sql,
  );
  const [usual] = rows;
  await tell(work, '256MB', 'off', 'off');
  const answer = await run();
  if (usual) await tell(work, usual.memory, usual.loops, usual.compiler);
  return answer;
}

async function tell(work: Work, memory: string, loops: string, compiler: string): Promise<void> {
  await sql`select set_config('work_mem', ${memory}, true), set_config('enable_nestloop', ${loops}, true),
    set_config('enable_mergejoin', ${loops}, true), set_config('jit', ${compiler}, true)`.execute(work.sql);
}
