import { sql } from 'kysely';
import { WorkingCalendar, type WorkingWeek } from '../../../kernel/calendar.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { WorkingInterval } from '../../../kernel/working-hours.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { Ticket } from '../ticket/ticket.entity.ts';
import {
  nextDueAt,
  replay,
  type Clocks,
  type Priority,
  type SlaEvent,
  type StatusCategory,
  type Targets,
} from './sla-clock.calc.ts';

export type EventKind = SlaEvent['kind'] | 'ASSIGNED' | 'MERGED' | 'UNMERGED' | 'SPLIT' | 'BREACHED' | 'LINKED';

export interface TicketEvent {
  readonly kind: EventKind;
  readonly data?: Readonly<Record<string, unknown>>;
  /** Now, where it is not given. */
  readonly at?: Date;
}

interface Story {
  readonly targets: Targets;
  readonly timeZone: string | null;
  readonly week: WorkingWeek | null;
  readonly overrides: Readonly<Record<string, readonly WorkingInterval[]>> | null;
  readonly events: readonly { kind: EventKind; at: string; data: Record<string, unknown> }[];
}

const NEVER = new Date('9999-12-31T00:00:00Z');
const OFFICE = [{ from: '09:00', to: '17:00' }];
const OFFICE_WEEK: WorkingWeek = { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE };

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
    const story = await this.storyOf(work, ticket);
    if (story) set(ticket, replay(calendarOf(story), story.targets, slaEvents(story), now));
  }

  private async storyOf(work: Work, ticket: Ticket): Promise<Story | null> {
    if (!ticket.policyId) return null;
    const { rows } = await sql<Story>`
      select p.targets, c.time_zone as "timeZone", c.week, c.overrides,
        (select json_agg(json_build_object('kind', e.kind, 'at', e.happened_at, 'data', e.data) order by e.happened_at, e.id)
         from service_ticket_event e where e.ticket_id = ${ticket.id}) as events
      from service_policy p left join service_calendar_version c on c.id = ${ticket.calendarVersionId}
      where p.id = ${ticket.policyId}`.execute(work.sql);
    return rows[0] ?? null;
  }
}

const calendarOf = ({ timeZone, week, overrides }: Story): WorkingCalendar =>
  new WorkingCalendar(
    timeZone && week ? { zone: timeZone, week, overrides: overrides ?? {} } : { zone: 'UTC', week: OFFICE_WEEK },
  );

function slaEvents({ events }: Story): SlaEvent[] {
  return events.flatMap(({ kind, at, data }): SlaEvent[] => {
    const when = new Date(at);
    switch (kind) {
      case 'CREATED':
      case 'PRIORITY':
        return [{ kind, at: when, priority: data['priority'] as Priority }];
      case 'STATUS':
        return [{ kind, at: when, category: data['category'] as StatusCategory }];
      case 'REPLIED':
        return [{ kind, at: when }];
      case 'POLICY':
        return [{ kind, at: when, targets: data['targets'] as Targets }];
      default:
        return [];
    }
  });
}

function set(ticket: Ticket, clocks: Clocks): void {
  const minutes = (value: number | null): Decimal | null => (value === null ? null : new Decimal(value.toFixed(3)));
  Object.assign(ticket, {
    responseDueAt: clocks.responseDueAt,
    respondedAt: clocks.respondedAt,
    responseMinutes: minutes(clocks.responseMinutes),
    responseBreachedAt: clocks.responseBreachedAt,
    resolutionDueAt: clocks.resolutionDueAt,
    resolvedAt: clocks.resolvedAt,
    holdMinutes: minutes(clocks.holdMinutes),
    netMinutes: minutes(clocks.netMinutes),
    resolutionBreachedAt: clocks.resolutionBreachedAt,
    nextDueAt: nextDueAt(clocks) ?? NEVER,
  });
}

export const ticketClocks = new TicketClocks();
