import type { DomainEvent } from '../../platform/events/event.ts';

interface Party {
  readonly id: string;
  readonly organisationId: string;
  readonly audience: string;
  readonly isShared: boolean;
}

const about =
  <Name extends string>(name: Name) =>
  ({ id, organisationId, audience, isShared }: Party, payload: Record<string, unknown> = {}): DomainEvent => ({
    name,
    subjectType: 'Ticket',
    subjectId: id,
    supplierId: isShared && audience === 'SUPPLIER' ? organisationId : null,
    customerId: isShared && audience === 'CUSTOMER' ? organisationId : null,
    topic: 'TICKET',
    payload,
  });

export const TICKET_OPENED = 'service.ticket.opened';
export const TICKET_ANSWERED = 'service.ticket.answered';
export const TICKET_RESOLVED = 'service.ticket.resolved';

/** What happens to tickets, as pages and upper modules hear of it. */
export const ticketOpened = about(TICKET_OPENED);
/** We wrote to the other side: `payload` names the interaction. */
export const ticketAnswered = about(TICKET_ANSWERED);
export const ticketWrittenTo = about('service.ticket.written_to');
export const ticketChanged = about('service.ticket.changed');
export const ticketResolved = about(TICKET_RESOLVED);
export const ticketMerged = about('service.ticket.merged');
export const ticketBreached = about('service.ticket.breached');
export const ticketRated = about('service.ticket.rated');

export const articlePublished = (id: string): DomainEvent => ({
  name: 'service.article.published',
  subjectType: 'Article',
  subjectId: id,
  topic: 'ARTICLE',
});
