import { sql } from 'kysely';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { interactionLog } from '../../interactions/interaction/interaction-log.service.ts';
import { MergeRefused, NothingChosen } from '../service.errors.ts';
import { ticketChanged, ticketMerged } from '../service.events.ts';
import { ticketClocks } from '../sla/ticket-clocks.service.ts';
import { statuses } from './statuses.service.ts';
import { endOfChain, followChains } from './ticket-chain.service.ts';
import { ticketLinks } from './ticket-links.service.ts';
import { demand, lockTicket } from './ticket-lock.service.ts';
import { ticketOpening } from './ticket-opening.service.ts';
import type { Ticket } from './ticket.entity.ts';

/** Joins tickets about one thing, takes them apart again, and makes two of one that is about two things. */
export class TicketMerging {
  /** `from` goes on in `into`; its messages stay its own, so that it can be undone. @throws NotFound, MergeRefused */
  async merge(work: Work, fromId: string, intoId: string): Promise<string> {
    const end = await endOfChain(work, intoId);
    // In one order, so that two who merge the same tickets the other way round queue.
    const locked = await inOrder([...new Set([fromId, end])].sort(), (id) => lockTicket(work, id));
    const from = locked.find(({ id }) => id === fromId);
    const into = locked.find(({ id }) => id === end);
    if (!from || !into || !fits(from, into)) throw new MergeRefused({}, ['input', 'intoId']);
    Object.assign(from, {
      statusBeforeMerge: from.statusCode,
      statusCode: 'MERGED',
      category: 'MERGED',
      mergedIntoId: into.id,
      causeKey: null,
    });
    await ticketClocks.tell(work, from, [
      { kind: 'MERGED', data: { intoId: into.id } },
      { kind: 'STATUS', data: { category: 'MERGED', code: 'MERGED' } },
    ]);
    await ticketClocks.tell(work, into, [{ kind: 'MERGED', data: { fromId: from.id } }]);
    if (from.lastMessageAt > into.lastMessageAt) into.lastMessageAt = from.lastMessageAt;
    await work.em.flush();
    await followChains(work, [from.id]);
    work.record(ticketMerged(from, { intoId: into.id }));
    work.record(ticketChanged(into));
    return into.id;
  }

  /** The ticket stands on its own again, as it stood. @throws NotFound, TicketNotInThisState */
  async unmerge(work: Work, id: string): Promise<string> {
    const ticket = await lockTicket(work, id);
    demand(ticket, 'MERGED');
    const intoId = ticket.mergedIntoId;
    const status = await statuses.choose(work, ticket.statusBeforeMerge ?? 'OPEN');
    Object.assign(ticket, {
      statusCode: status.code,
      category: status.category,
      mergedIntoId: null,
      statusBeforeMerge: null,
    });
    await ticketClocks.tell(work, ticket, [
      { kind: 'UNMERGED', data: { intoId } },
      { kind: 'STATUS', data: { category: status.category, code: status.code } },
    ]);
    await work.em.flush();
    await followChains(work, [ticket.id]);
    work.record(ticketChanged(ticket));
    return ticket.id;
  }

  /** Some messages become a ticket of their own about the same things. @throws NotFound, NothingChosen, TextRefused */
  async split(work: Work, id: string, messageIds: readonly string[], subject: string): Promise<string> {
    const ticket = await lockTicket(work, id);
    demand(ticket, 'OPEN', 'PAUSED');
    const about = { type: 'Ticket', id: ticket.id };
    const chosen = await interactionLog.under(work, about, messageIds);
    const isSome = chosen.of.length === messageIds.length && messageIds.length > 0 && chosen.all > messageIds.length;
    if (!isSome) throw new NothingChosen({}, ['input', 'messageIds']);
    const { rows: links } = await sql<{ type: string; id: string }>`
      select subject_type as type, subject_id as id from service_ticket_link where ticket_id = ${ticket.id}`.execute(
      work.sql,
    );
    const made = await ticketOpening.open(work, {
      organisationId: ticket.organisationId,
      audience: ticket.audience,
      isShared: ticket.isShared,
      contactId: ticket.contactId,
      openedByName: ticket.openedByName,
      subject,
      body: null,
      channel: ticket.channel,
      categoryId: ticket.categoryId,
      priority: ticket.priority,
      words: chosen.of.map(({ body }) => body).join(' '),
    });
    await ticketLinks.add(work, made.id, links);
    await interactionLog.move(work, messageIds, about, { type: 'Ticket', id: made.id });
    await ticketClocks.tell(work, ticket, [{ kind: 'SPLIT', data: { intoId: made.id } }]);
    work.record(ticketChanged(ticket));
    return made.id;
  }
}

/** Both of one party and one side, both still tickets of their own, and not the same. */
const fits = (from: Ticket, into: Ticket): boolean =>
  from.id !== into.id &&
  from.category !== 'MERGED' &&
  into.category !== 'MERGED' &&
  from.organisationId === into.organisationId &&
  from.audience === into.audience &&
  from.isShared === into.isShared;

export const ticketMerging = new TicketMerging();
