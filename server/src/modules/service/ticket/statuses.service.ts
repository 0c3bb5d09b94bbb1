import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { StatusRefused } from '../service.errors.ts';
import type { StatusCategory } from '../sla/sla-clock.calc.ts';
import type { TicketEvent } from '../sla/ticket-clocks.service.ts';
import type { Ticket } from './ticket.entity.ts';

export interface Status {
  readonly code: string;
  readonly category: StatusCategory;
}

/** The statuses a ticket can have: ours, and those the company adds within the five categories. */
export class Statuses {
  /** @throws StatusRefused for one that is unknown or switched off. */
  async choose(work: Work, code: string): Promise<Status> {
    const { rows } = await sql<Status>`
      select code, category from service_status where code = ${code} and is_active`.execute(work.sql);
    const [found] = rows;
    if (!found) throw new StatusRefused({}, ['input', 'statusCode']);
    return found;
  }

  /** Gives the ticket a status; the events that tell of it, none where it had it already. */
  turn(ticket: Ticket, { code, category }: Status): TicketEvent[] {
    if (ticket.statusCode === code) return [];
    const from = ticket.statusCode;
    Object.assign(ticket, { statusCode: code, category });
    if (category === 'RESOLVED') ticket.resolutionNo += 1;
    return [{ kind: 'STATUS', data: { category, code, from } }];
  }
}

export const statuses = new Statuses();
