import { sql } from 'kysely';
import type { Work } from '../db/work.ts';

/**
 * The next number of a series that must have no gap, such as invoices: `SB-000001`. Its row stays locked until the
 * transaction ends, so a number that was given but not kept is given again.
 */
export async function nextGaplessNumber(work: Work, prefix: string): Promise<string> {
  const { rows } = await sql<{ taken: string }>`
    insert into platform_sequence (name, next_value) values (${prefix}, 2)
    on conflict (name) do update set next_value = platform_sequence.next_value + 1
    returning next_value - 1 as taken`.execute(work.sql);
  return `${prefix}-${(rows[0]?.taken ?? '').padStart(6, '0')}`;
}
