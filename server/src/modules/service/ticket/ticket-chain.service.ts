import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/**
 * Where a ticket goes on: the end of the chain of merges that begins at it. A circle, should one ever stand in the
 * database, ends at the last ticket before it closes, so that no message is dropped.
 */
export async function endOfChain(work: Work, ticketId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with recursive chain as (
      select t.id, t.merged_into_id, array[t.id] as seen, 1 as step from service_ticket t where t.id = ${ticketId}
      union all
      select n.id, n.merged_into_id, c.seen || n.id, c.step + 1
      from chain c join service_ticket n on n.id = c.merged_into_id where not n.id = any(c.seen))
    select id from chain order by step desc limit 1`.execute(work.sql);
  return rows[0]?.id ?? ticketId;
}

/** Tells every ticket of these chains anew where it goes on. */
export async function followChains(work: Work, ticketIds: readonly string[]): Promise<void> {
  await sql`
    with recursive below as (
      select id from service_ticket where id = any(${[...ticketIds]}::uuid[])
      union
      select t.id from below b join service_ticket t on t.merged_into_id = b.id),
    chain as (
      select b.id as start, t.id, t.merged_into_id, array[t.id] as seen, 1 as step
      from below b join service_ticket t on t.id = b.id
      union all
      select c.start, n.id, n.merged_into_id, c.seen || n.id, c.step + 1
      from chain c join service_ticket n on n.id = c.merged_into_id where not n.id = any(c.seen)),
    ends as (select distinct on (start) start, id from chain order by start, step desc)
    update service_ticket t set survivor_id = e.id from ends e where t.id = e.start and t.survivor_id <> e.id`.execute(
    work.sql,
  );
}
