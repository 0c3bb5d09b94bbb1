import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { Ticket } from '../ticket/ticket.entity.ts';
import { nextDueAt, type Clocks } from './sla-clock.calc.ts';
import { clocksOf, type EventKind, type Story } from './ticket-story.calc.ts';

export interface TicketEvent {
  readonly kind: EventKind;
  readonly data?: Readonly<Record<string, unknown>>;
  /** Now, where it is not given. */
  readonly at?: Date;
}

const NEVER = new Date('9999-12-31T00:00:00Z');

/** Writes down what happens to tickets, and keeps their clocks as the events say. */
export class TicketClocks {
  /** Adds events to a ticket's story and sets its clocks by the whole of it. The ticket is locked by the caller. */
  async tell(work: Work, ticket: Ticket, events: readonly TicketEvent[]): Promise<void> {
    const now = work.clock.now();
    await work.em.flush();
    const rows = events.map(({ kind, data = {}, at = now }) => ({ id: newId(), kind, data, at }));
    await sql`
      insert into service_ticket_event (id, ticket_id, kind, happened_at, data, person_id)
      select r.id, ${ticket.id}, r.kind, r.at, r.data, ${work.actor.personId}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, kind text, at timestamptz, data jsonb)`.execute(
      work.sql,
    );
    const [story] = ticket.policyId ? await storiesOf(work, [ticket.id]) : [];
    if (story) Object.assign(ticket, clockFields(clocksOf(story, now)));
  }
}

/** The stories of tickets that a policy measures, in one read. */
export async function storiesOf(work: Work, ids: readonly string[]): Promise<(Story & { id: string })[]> {
  const { rows } = await sql<Story & { id: string }>`
    select t.id, p.targets, c.time_zone as "timeZone", c.week, c.overrides,
      (select json_agg(json_build_object('kind', e.kind, 'at', e.happened_at, 'data', e.data) order by e.happened_at, e.id)
       from service_ticket_event e where e.ticket_id = t.id) as events
    from service_ticket t join service_policy p on p.id = t.policy_id
    left join service_calendar_version c on c.id = t.calendar_version_id
    where t.id = any(${[...ids]}::uuid[])`.execute(work.sql);
  return rows;
}

/** The clocks as a ticket keeps them. */
export function clockFields(clocks: Clocks) {
  const minutes = (value: number): Decimal => new Decimal(value.toFixed(3));
  const minutesOrNull = (value: number | null): Decimal | null => (value === null ? null : minutes(value));
  return {
    responseDueAt: clocks.responseDueAt,
    respondedAt: clocks.respondedAt,
    responseMinutes: minutesOrNull(clocks.responseMinutes),
    responseBreachedAt: clocks.responseBreachedAt,
    resolutionDueAt: clocks.resolutionDueAt,
    resolvedAt: clocks.resolvedAt,
    holdMinutes: minutes(clocks.holdMinutes),
    netMinutes: minutesOrNull(clocks.netMinutes),
    resolutionBreachedAt: clocks.resolutionBreachedAt,
    nextDueAt: nextDueAt(clocks) ?? NEVER,
  };
}

export const ticketClocks = new TicketClocks();
