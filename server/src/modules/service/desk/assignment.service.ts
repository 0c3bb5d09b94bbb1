import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { ticketClocks } from '../sla/ticket-clocks.service.ts';
import { lockTicket } from '../ticket/ticket-lock.service.ts';

/** Finds whoever has the time and the knowledge for a new ticket. */
export class Assignment {
  /**
   * Gives it to the available person of its queue, with the skill its category asks for, who has least to do; to nobody
   * where each has as much as he can take.
   */
  async give(work: Work, ticketId: string): Promise<void> {
    const ticket = await lockTicket(work, ticketId);
    if (ticket.assigneePersonId || !['OPEN', 'PAUSED'].includes(ticket.category)) return;
    const { rows } = await sql<{ id: string }>`
      select a.person_id as id from service_agent a
      cross join lateral (select count(*) as tickets from service_ticket t
        where t.assignee_person_id = a.person_id and t.category in ('OPEN', 'PAUSED')) busy
      join identity_membership m on m.person_id = a.person_id and m.audience = 'STAFF' and m.is_active
      left join service_category c on c.id = ${ticket.categoryId}::uuid
      where a.is_available and ${ticket.queueId}::uuid = any(a.queue_ids)
        and (coalesce(c.skill, '') = '' or upper(c.skill) = any(a.skills)) and busy.tickets < a.capacity
      order by busy.tickets, a.person_id limit 1`.execute(work.sql);
    const [found] = rows;
    if (!found) return;
    ticket.assigneePersonId = found.id;
    await ticketClocks.tell(work, ticket, [{ kind: 'ASSIGNED', data: { personId: found.id } }]);
  }
}

export const assignment = new Assignment();
