import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import type { Subject } from '../../interactions/subject/subjects.service.ts';
import { StatusRefused } from '../service.errors.ts';
import { ticketChanged, ticketResolved } from '../service.events.ts';
import type { Priority } from '../sla/sla-clock.calc.ts';
import { ticketClocks } from '../sla/ticket-clocks.service.ts';
import { statuses } from './statuses.service.ts';
import { ticketLinks } from './ticket-links.service.ts';
import { demand, lockTicket } from './ticket-lock.service.ts';
import { BY_ACT_ONLY } from './ticket.state.ts';

/** What the desk does with a ticket beside talking in it. */
export class TicketDesk {
  /** @throws NotFound, StaleObject, TicketNotInThisState, StatusRefused */
  async setStatus(work: Work, ticketId: string, expectedVersion: number, code: string): Promise<string> {
    const ticket = await lockTicket(work, ticketId, expectedVersion);
    demand(ticket, 'OPEN', 'PAUSED');
    const status = await statuses.choose(work, code);
    if (BY_ACT_ONLY.includes(code) || !['OPEN', 'PAUSED'].includes(status.category))
      throw new StatusRefused({}, ['input', 'statusCode']);
    await ticketClocks.tell(work, ticket, statuses.turn(ticket, status));
    work.record(ticketChanged(ticket));
    return ticket.id;
  }

  /** @throws NotFound, StaleObject, TicketNotInThisState */
  async resolve(work: Work, ticketId: string, expectedVersion: number, isSpam: boolean): Promise<string> {
    const ticket = await lockTicket(work, ticketId, expectedVersion);
    demand(ticket, 'OPEN', 'PAUSED');
    ticket.isSpam = isSpam;
    await ticketClocks.tell(work, ticket, statuses.turn(ticket, await statuses.choose(work, 'RESOLVED')));
    work.record(ticketResolved(ticket));
    return ticket.id;
  }

  /** @throws NotFound, StaleObject, TicketNotInThisState */
  async close(work: Work, ticketId: string, expectedVersion: number): Promise<string> {
    const ticket = await lockTicket(work, ticketId, expectedVersion);
    demand(ticket, 'RESOLVED');
    await ticketClocks.tell(work, ticket, statuses.turn(ticket, await statuses.choose(work, 'CLOSED')));
    work.record(ticketChanged(ticket));
    return ticket.id;
  }

  /** @throws NotFound, StaleObject, TicketNotInThisState */
  async reopen(work: Work, ticketId: string, expectedVersion: number): Promise<string> {
    const ticket = await lockTicket(work, ticketId, expectedVersion);
    demand(ticket, 'RESOLVED', 'CLOSED');
    await ticketClocks.tell(work, ticket, statuses.turn(ticket, await statuses.choose(work, 'OPEN')));
    work.record(ticketChanged(ticket));
    return ticket.id;
  }

  /** @throws NotFound, StaleObject, TicketNotInThisState */
  async prioritise(work: Work, ticketId: string, expectedVersion: number, priority: Priority): Promise<string> {
    const ticket = await lockTicket(work, ticketId, expectedVersion);
    demand(ticket, 'OPEN', 'PAUSED');
    const from = ticket.priority;
    if (from === priority) return ticket.id;
    ticket.priority = priority;
    await ticketClocks.tell(work, ticket, [{ kind: 'PRIORITY', data: { priority, from } }]);
    work.record(ticketChanged(ticket));
    return ticket.id;
  }

  /** Gives the ticket to a queue, to somebody in it, or back to the queue. @throws NotFound, StaleObject */
  async assign(
    work: Work,
    ticketId: string,
    expectedVersion: number,
    { queueId, personId }: { queueId: string | null; personId: string | null },
  ): Promise<string> {
    const ticket = await lockTicket(work, ticketId, expectedVersion);
    demand(ticket, 'OPEN', 'PAUSED');
    const { rows } = await sql<{ hasQueue: boolean; hasPerson: boolean }>`
      select ${queueId}::uuid is null or exists (select from service_queue
          where id = ${queueId}::uuid and (is_active or id = ${ticket.queueId}::uuid)) as "hasQueue",
        ${personId}::uuid is null or exists (select from identity_membership m
          where m.person_id = ${personId}::uuid and m.audience = 'STAFF' and m.is_active) as "hasPerson"`.execute(
      work.sql,
    );
    if (!rows[0]?.hasQueue) throw new NotFound({}, ['input', 'queueId']);
    if (!rows[0].hasPerson) throw new NotFound({}, ['input', 'assigneeId']);
    Object.assign(ticket, { assigneePersonId: personId, ...(queueId ? { queueId } : {}) });
    await ticketClocks.tell(work, ticket, [{ kind: 'ASSIGNED', data: { personId, queueId } }]);
    work.record(ticketChanged({ ...ticket, isShared: false }));
    return ticket.id;
  }

  /** Says what the ticket is about. @throws NotFound */
  async link(work: Work, ticketId: string, about: Subject): Promise<string> {
    const ticket = await lockTicket(work, ticketId);
    await ticketLinks.add(work, ticket.id, [about]);
    await ticketClocks.tell(work, ticket, [{ kind: 'LINKED', data: { ...about } }]);
    work.record(ticketChanged(ticket));
    return ticket.id;
  }
}

export const ticketDesk = new TicketDesk();
