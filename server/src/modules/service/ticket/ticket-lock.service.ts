import { LockMode } from '@mikro-orm/core';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { TicketNotInThisState } from '../service.errors.ts';
import type { StatusCategory } from '../sla/sla-clock.calc.ts';
import { Ticket } from './ticket.entity.ts';

/** The ticket, held until the transaction ends. @throws NotFound, StaleObject */
export async function lockTicket(
  work: Work,
  id: string,
  expectedVersion: number | null = null,
  path: readonly string[] = ['input', 'ticketId'],
): Promise<Ticket> {
  const ticket = await work.em.findOne(Ticket, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!ticket || !isSeenBy(work, ticket)) throw new NotFound({}, path);
  if (expectedVersion !== null && ticket.version !== expectedVersion)
    throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion: ticket.version });
  return ticket;
}

/** The second wall before row security: a party holds its own tickets alone. */
function isSeenBy({ actor }: Work, { isShared, audience, organisationId }: Ticket): boolean {
  if (actor.audience !== 'SUPPLIER' && actor.audience !== 'CUSTOMER') return true;
  return isShared && audience === actor.audience && organisationId === actor.organisationId;
}

/** @throws TicketNotInThisState */
export function demand(ticket: Ticket, ...categories: readonly StatusCategory[]): void {
  if (!categories.includes(ticket.category)) throw new TicketNotInThisState({ number: ticket.number });
}
