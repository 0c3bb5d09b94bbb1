import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { filedMail, type KeptMail } from '../../interactions/mail/filed-mail.service.ts';
import { mailThreads } from '../../interactions/mail/mail-threads.service.ts';
import type { Subject } from '../../interactions/subject/subjects.service.ts';
import { endOfChain } from '../ticket/ticket-chain.service.ts';
import { ticketConversation } from '../ticket/ticket-conversation.service.ts';
import { lockTicket } from '../ticket/ticket-lock.service.ts';
import { ticketOpening } from '../ticket/ticket-opening.service.ts';
import type { Ticket } from '../ticket/ticket.entity.ts';
import { ticketWords } from '../ticket/ticket-words.service.ts';
import { bareSubject, documentNumbers, tokenIn } from './mail-subject.calc.ts';
import { isTicketToken } from './ticket-token.service.ts';

/** The way of a mail into the ticket it belongs to, or into one of its own. */
export class MailFiling {
  /** Files a kept mail. A second call for the same mail does nothing. */
  async file(work: Work, mailId: string): Promise<void> {
    const mail = await filedMail.open(work, mailId);
    if (!mail) return;
    const ticket = await this.ticketOf(work, mail);
    if (ticket) return this.add(work, mail, ticket);
    const { organisationId, audience } = mail;
    // Whoever is not known waits for a person of ours to say who he is; nobody of our own writes to the desk by mail.
    if (!organisationId || audience === null || audience === 'STAFF') return;
    if (mail.kind === 'AUTOMATIC') return void (await filedMail.file(work, mail, { organisationId, audience }, null));
    await this.open(work, mail, { organisationId, audience });
  }

  /** A ticket of its own for a mail, with that party. */
  async open(
    work: Work,
    mail: KeptMail,
    party: { organisationId: string; audience: 'SUPPLIER' | 'CUSTOMER' },
  ): Promise<Ticket> {
    const ticket = await ticketOpening.open(work, {
      ...party,
      contactId: mail.contactId,
      openedByName: mail.contactName ?? (mail.fromName || mail.fromAddress),
      subject: (bareSubject(mail.subject) || '—').slice(0, 300),
      body: null,
      channel: 'EMAIL',
      about: party.audience === 'CUSTOMER' ? await this.ordersNamed(work, mail, party.organisationId) : [],
      words: mail.body.slice(0, 4000),
    });
    await filedMail.file(work, mail, party, { type: 'Ticket', id: ticket.id });
    return ticket;
  }

  private async add(work: Work, mail: KeptMail, ticket: Ticket): Promise<void> {
    const { id, organisationId, audience } = ticket;
    await filedMail.file(work, mail, { organisationId, audience }, { type: 'Ticket', id });
    await ticketWords.add(work, id, mail.body);
    if (mail.kind !== 'AUTOMATIC') await ticketConversation.wake(work, ticket);
  }

  /**
   * The ticket a mail goes on in: by what it answers, then by what it refers to, then by the token in its subject; at
   * the end of the chain, where that one was merged. A mail of another party never enters it, whatever it names.
   */
  private async ticketOf(work: Work, mail: KeptMail): Promise<Ticket | null> {
    const named = (await mailThreads.subjectOf(work, mail, 'Ticket')) ?? (await this.byToken(work, mail.subject));
    if (!named) return null;
    const ticket = await lockTicket(work, await endOfChain(work, named));
    return mail.organisationId === null || mail.organisationId === ticket.organisationId ? ticket : null;
  }

  private async byToken(work: Work, subject: string): Promise<string | null> {
    const token = tokenIn(subject);
    if (!token || !isTicketToken(token.number, token.proof)) return null;
    const { rows } = await sql<{ id: string }>`select id from service_ticket where number = ${token.number}`.execute(
      work.sql,
    );
    return rows[0]?.id ?? null;
  }

  /** The customer's own orders that he names by their numbers, ours or his. */
  private async ordersNamed(work: Work, mail: KeptMail, customerId: string): Promise<Subject[]> {
    const numbers = documentNumbers(`${mail.subject} ${mail.body.slice(0, 4000)}`);
    if (numbers.length === 0) return [];
    const { rows } = await sql<Subject>`
      select 'SalesOrder' as type, o.id from sales_order o
      where o.customer_id = ${customerId} and o.is_shared
        and (o.number = any(${numbers}::text[]) or upper(o.customer_reference) = any(${numbers}::text[])) order by o.id limit 10`.execute(
      work.sql,
    );
    return rows;
  }
}

export const mailFiling = new MailFiling();
