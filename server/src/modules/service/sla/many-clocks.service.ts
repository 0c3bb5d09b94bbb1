import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { clockFields, storiesOf, type TicketEvent } from './ticket-clocks.service.ts';
import { clocksOf } from './ticket-story.calc.ts';

/** So many tickets are read, replayed and written at once: their stories lie in memory meanwhile. */
export const BATCH = 500;

/**
 * Tells every open ticket under a policy the same, and sets its clocks: the tickets are locked by one statement, and each
 * batch costs one read and one write. Answers how many there were.
 */
export async function tellAllOf(work: Work, policyCode: string, event: TicketEvent): Promise<number> {
  await work.em.flush();
  const { rows } = await sql<{ id: string }>`
    select t.id from service_ticket t join service_policy p on p.id = t.policy_id
    where p.code = ${policyCode} and t.category in ('OPEN', 'PAUSED') order by t.id for update of t`.execute(work.sql);
  const batches = Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, place) =>
    rows.slice(place * BATCH, (place + 1) * BATCH),
  );
  await inOrder(batches, (batch) =>
    tellBatch(
      work,
      batch.map(({ id }) => id),
      event,
    ),
  );
  return rows.length;
}

async function tellBatch(work: Work, ids: readonly string[], { kind, data = {} }: TicketEvent): Promise<void> {
  const now = work.clock.now();
  const told = (await storiesOf(work, ids)).map((story) => {
    const events = [...story.events, { kind, at: now.toISOString(), data }];
    return { id: story.id, eventId: newId(), ...clockFields(clocksOf({ ...story, events }, now)) };
  });
  await sql`
    with told as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) r(id uuid, "eventId" uuid,
        "responseDueAt" timestamptz, "respondedAt" timestamptz, "responseMinutes" numeric, "responseBreachedAt" timestamptz,
        "resolutionDueAt" timestamptz, "resolvedAt" timestamptz, "holdMinutes" numeric, "netMinutes" numeric,
        "resolutionBreachedAt" timestamptz, "nextDueAt" timestamptz)),
    noted as (
      insert into service_ticket_event (id, ticket_id, kind, happened_at, data, person_id)
      select r."eventId", r.id, ${kind}, ${now}, ${JSON.stringify(data)}::jsonb, ${work.actor.personId}::uuid from told r)
    update service_ticket t set response_due_at = r."responseDueAt", responded_at = r."respondedAt",
      response_minutes = r."responseMinutes", response_breached_at = r."responseBreachedAt",
      resolution_due_at = r."resolutionDueAt", resolved_at = r."resolvedAt", hold_minutes = r."holdMinutes",
      net_minutes = r."netMinutes", resolution_breached_at = r."resolutionBreachedAt", next_due_at = r."nextDueAt",
      version = t.version + 1
    from told r where t.id = r.id`.execute(work.sql);
}
