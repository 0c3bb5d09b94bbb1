import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { ticketBreached } from '../service.events.ts';

interface Breached {
  readonly id: string;
  readonly organisationId: string;
  readonly audience: string;
  readonly isResponse: boolean;
}

/** Finds tickets whose time has run out since somebody last looked, and raises them. */
export class Breaches {
  /** Answers how many were found. Each is found once; what stands still is never late. */
  async find(work: Work): Promise<number> {
    const now = work.clock.now();
    const { rows } = await sql<Breached>`
      with late as materialized (
        select id, response_due_at < ${now} and responded_at is null and response_breached_at is null as response,
          resolution_due_at < ${now} and resolved_at is null and resolution_breached_at is null as resolution
        from service_ticket
        where category = 'OPEN' and (
          (response_due_at < ${now} and responded_at is null and response_breached_at is null)
          or (resolution_due_at < ${now} and resolved_at is null and resolution_breached_at is null))
        order by id limit 1000 for update skip locked)
      update service_ticket t set
        response_breached_at = case when l.response then t.response_due_at else t.response_breached_at end,
        resolution_breached_at = case when l.resolution then t.resolution_due_at else t.resolution_breached_at end,
        escalated_at = coalesce(t.escalated_at, ${now}), version = t.version + 1
      from late l where l.id = t.id
      returning t.id, t.organisation_id as "organisationId", t.audience, l.response as "isResponse"`.execute(work.sql);
    if (rows.length === 0) return 0;
    const events = rows.map(({ id, isResponse }) => ({ id: newId(), ticketId: id, isResponse }));
    await sql`
      insert into service_ticket_event (id, ticket_id, kind, happened_at, data)
      select r.id, r."ticketId", 'BREACHED', ${now}, json_build_object('isResponse', r."isResponse")
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) r(id uuid, "ticketId" uuid, "isResponse" boolean)`.execute(
      work.sql,
    );
    // How late we are is ours to know: no party is woken by it.
    for (const { isResponse, ...ticket } of rows)
      work.record(ticketBreached({ ...ticket, isShared: false }, { isResponse }));
    return rows.length;
  }

  /** What was solved a while ago and not spoken of again is closed. */
  async closeOld(work: Work): Promise<void> {
    const before = new Date(work.clock.now().getTime() - CLOSE_AFTER_MS);
    await sql`
      with old as (
        update service_ticket set status_code = 'CLOSED', category = 'CLOSED', version = version + 1
        where id in (select id from service_ticket where category = 'RESOLVED' and resolved_at < ${before}
          and last_message_at < ${before} order by id limit 1000 for update skip locked)
        returning id)
      insert into service_ticket_event (id, ticket_id, kind, happened_at, data)
      select gen_random_uuid(), id, 'STATUS', ${work.clock.now()}, '{"category":"CLOSED","code":"CLOSED"}' from old`.execute(
      work.sql,
    );
  }
}

const CLOSE_AFTER_MS = 7 * 24 * 3_600_000;

export const breaches = new Breaches();
