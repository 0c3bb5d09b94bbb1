import type { Work } from '../../../platform/db/work.ts';
import { contacts, type Side } from '../../interactions/contact/contacts.service.ts';
import { attachedFiles } from '../../interactions/interaction/attached-files.service.ts';
import { interactionLog, type NewInteraction } from '../../interactions/interaction/interaction-log.service.ts';
import { ticketAnswered, ticketChanged, ticketWrittenTo } from '../service.events.ts';
import { ticketClocks, type TicketEvent } from '../sla/ticket-clocks.service.ts';
import { statuses } from './statuses.service.ts';
import { demand, lockTicket } from './ticket-lock.service.ts';
import type { Ticket } from './ticket.entity.ts';
import { ticketWords } from './ticket-words.service.ts';

export interface Reply {
  readonly body: string;
  readonly fileIds?: readonly string[];
  /** The status the ticket has afterwards; waiting for the other side where nothing else is said. */
  readonly statusCode?: string | null;
  readonly channel?: NewInteraction['channel'];
}

interface Said {
  readonly body: string;
  readonly fileIds: readonly string[];
  readonly channel: NewInteraction['channel'];
  readonly direction: 'INBOUND' | 'OUTBOUND';
  readonly visibility: 'INTERNAL' | 'SHARED';
}

/** What is said in a ticket: by us to the other side, among ourselves, and by the other side. */
export class TicketConversation {
  /** A person of ours answers. @throws NotFound, TicketNotInThisState, TextRefused, StatusRefused */
  async reply(work: Work, ticketId: string, reply: Reply): Promise<string> {
    const ticket = await lockTicket(work, ticketId);
    demand(ticket, 'OPEN', 'PAUSED', 'RESOLVED');
    const interactionId = await this.say(work, ticket, {
      body: reply.body,
      fileIds: reply.fileIds ?? [],
      channel: reply.channel ?? 'WEB',
      direction: 'OUTBOUND',
      visibility: ticket.isShared ? 'SHARED' : 'INTERNAL',
    });
    const status = await statuses.choose(work, reply.statusCode ?? 'PENDING_CUSTOMER');
    const turned = ticket.category === 'RESOLVED' ? [] : statuses.turn(ticket, status);
    const answer: TicketEvent[] = ticket.isShared ? [{ kind: 'REPLIED' }] : [];
    await ticketClocks.tell(work, ticket, [...answer, ...turned]);
    if (ticket.isShared) work.record(ticketAnswered(ticket, { interactionId }));
    else work.record(ticketChanged(ticket));
    return ticket.id;
  }

  /** Something we write down for ourselves. @throws NotFound, TextRefused */
  async note(work: Work, ticketId: string, body: string, fileIds: readonly string[] = []): Promise<string> {
    const ticket = await lockTicket(work, ticketId);
    await this.say(work, ticket, { body, fileIds, channel: 'WEB', direction: 'OUTBOUND', visibility: 'INTERNAL' });
    work.record(ticketChanged({ ...ticket, isShared: false }));
    return ticket.id;
  }

  /** The other side writes in its portal. What was solved or waited for it is open again. @throws NotFound, TextRefused */
  async write(work: Work, ticketId: string, body: string, fileIds: readonly string[] = []): Promise<string> {
    const asked = await lockTicket(work, ticketId);
    const ticket = asked.survivorId === asked.id ? asked : await lockTicket(work, asked.survivorId);
    const { personId, organisationId, audience } = work.actor;
    const contactId =
      personId && organisationId ? await contacts.ofPerson(work, personId, organisationId, audience as Side) : null;
    const id = await interactionLog.record(work, {
      organisationId: ticket.organisationId,
      audience: ticket.audience,
      contactId,
      authorName: work.actor.name,
      channel: 'WEB',
      direction: 'INBOUND',
      subject: { type: 'Ticket', id: ticket.id },
      body,
      occurredAt: work.clock.now(),
    });
    await attachedFiles.attach(work, id, ticket.organisationId, fileIds);
    await ticketWords.add(work, ticket.id, body);
    await this.wake(work, ticket);
    return ticket.id;
  }

  /** Somebody wrote to us: whatever waited for him goes on. A machine's answer wakes nothing. */
  async wake(work: Work, ticket: Ticket): Promise<void> {
    ticket.lastMessageAt = work.clock.now();
    const status = await statuses.choose(work, 'OPEN');
    const events = ticket.category === 'OPEN' && ticket.statusCode !== 'NEW' ? [] : statuses.turn(ticket, status);
    if (events.length > 0 && ticket.category === 'OPEN') ticket.escalatedAt = null;
    await ticketClocks.tell(work, ticket, events);
    work.record(ticketWrittenTo(ticket));
  }

  private async say(work: Work, ticket: Ticket, { fileIds, ...said }: Said): Promise<string> {
    const id = await interactionLog.record(work, {
      organisationId: ticket.organisationId,
      audience: ticket.audience,
      contactId: ticket.contactId,
      authorName: work.actor.name,
      subject: { type: 'Ticket', id: ticket.id },
      summary: ticket.subject,
      ...said,
    });
    await attachedFiles.attach(work, id, ticket.organisationId, fileIds);
    await ticketWords.add(work, ticket.id, said.body, said.visibility === 'INTERNAL');
    ticket.lastMessageAt = work.clock.now();
    return id;
  }
}

export const ticketConversation = new TicketConversation();
