import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { ScoreRefused, TicketNotInThisState } from '../service.errors.ts';
import { ticketRated } from '../service.events.ts';
import { demand, lockTicket } from './ticket-lock.service.ts';

/** Keeps what the other side thinks of a solution: once for each, and never for spam or what was merged. */
export class TicketRating {
  /** @throws NotFound, TicketNotInThisState, ScoreRefused, AlreadyRated */
  async rate(work: Work, ticketId: string, score: number, comment: string): Promise<string> {
    if (score < 1 || score > 5) throw new ScoreRefused({}, ['input', 'score']);
    const ticket = await lockTicket(work, ticketId);
    demand(ticket, 'RESOLVED', 'CLOSED');
    if (ticket.isSpam || ticket.resolutionNo === 0) throw new TicketNotInThisState({ number: ticket.number });
    await sql`
      insert into service_rating (id, ticket_id, organisation_id, resolution_no, score, comment, person_id, rated_at)
      values (${newId()}, ${ticket.id}, ${ticket.organisationId}, ${ticket.resolutionNo}, ${score}, ${comment.trim().slice(0, 2000)},
        ${work.actor.personId}, ${work.clock.now()})`.execute(work.sql);
    work.record(ticketRated(ticket, { score }));
    return ticket.id;
  }
}

export const ticketRating = new TicketRating();
