import type { DomainEvent } from '../../platform/events/event.ts';

export const MAIL_RECEIVED = 'interactions.mail.received';
export const MESSAGE_STOPPED = 'interactions.message.stopped';

/** A mail was kept and waits for whoever its words are for. */
export const mailReceived = (id: string): DomainEvent => ({
  name: MAIL_RECEIVED,
  subjectType: 'IncomingMail',
  subjectId: id,
});

/** A message will not be sent, and why: consent withdrawn, channel refused, no address, or the server refused it. */
export const messageStopped = (id: string, reason: string): DomainEvent => ({
  name: MESSAGE_STOPPED,
  subjectType: 'OutgoingMessage',
  subjectId: id,
  topic: 'INTERACTION',
  payload: { reason },
});

type Side = 'STAFF' | 'SUPPLIER' | 'CUSTOMER';

/** Something was said or written between us and a party. Internal notes wake nobody outside. */
export function interactionRecorded(
  id: string,
  party: { organisationId: string; audience: Side; isShared: boolean },
): DomainEvent {
  const told = party.isShared ? party.organisationId : null;
  return {
    name: 'interactions.interaction.recorded',
    subjectType: 'Interaction',
    subjectId: id,
    topic: 'INTERACTION',
    supplierId: party.audience === 'SUPPLIER' ? told : null,
    customerId: party.audience === 'CUSTOMER' ? told : null,
  };
}

/** Somebody's consent changed. */
export const consentRecorded = (contactId: string, payload: Record<string, unknown>): DomainEvent => ({
  name: 'interactions.consent.recorded',
  subjectType: 'Contact',
  subjectId: contactId,
  payload,
});
