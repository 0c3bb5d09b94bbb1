import { sql } from 'kysely';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { ticketChanged } from '../service.events.ts';
import { ticketLinks } from '../ticket/ticket-links.service.ts';
import { lockTicket } from '../ticket/ticket-lock.service.ts';
import { ticketOpening } from '../ticket/ticket-opening.service.ts';
import { interactionLog } from '../../interactions/interaction/interaction-log.service.ts';
import { affectedLine, lateSources, type AffectedLine, type LateSource } from './late-supply.reads.ts';

/**
 * Supply that comes too late for what we promised: one internal ticket for each ship notice, schedule line or order of
 * production, with every line it hurts.
 */
export class LateSupply {
  /** Notes that a line is late because of its supply. The same line with the same day again adds nothing. */
  async note(work: Work, lineId: string, cause: string): Promise<void> {
    const line = await affectedLine(work, lineId);
    if (!line) return;
    await inOrder(await lateSources(work, line), (source) => this.noteOne(work, line, source, cause));
    await this.attachOpenTickets(work, lineId);
  }

  private async noteOne(work: Work, line: AffectedLine, source: LateSource, cause: string): Promise<void> {
    // Two late lines of one supply at once open one ticket: the second waits here and finds it.
    await sql`select pg_advisory_xact_lock(hashtextextended(${source.key}, 70))`.execute(work.sql);
    const { rows } = await sql<{ id: string; isSaid: boolean }>`
      select t.id, exists (select from interactions_interaction i where i.subject_type = 'Ticket' and i.subject_id = t.id
        and position(${describe(line)} in i.body) > 0) as "isSaid"
      from service_ticket t where t.cause_key = ${source.key} and t.category in ('OPEN', 'PAUSED')`.execute(work.sql);
    const [known] = rows;
    if (!known) await this.open(work, line, source, cause);
    else if (!known.isSaid) await this.add(work, known.id, line);
  }

  /** Customers' tickets about an affected line, its order or its item belong to the internal one about the cause. */
  async attach(work: Work, ticketIds: readonly string[]): Promise<void> {
    await sql`
      update service_ticket t set cause_ticket_id = c.id, version = t.version + 1
      from service_ticket c
      where t.id = any(${[...ticketIds]}::uuid[]) and t.audience = 'CUSTOMER' and t.cause_ticket_id is null
        and c.cause_key is not null and c.category in ('OPEN', 'PAUSED')
        and c.id = (select k.ticket_id from service_ticket_link k
          join service_ticket x on x.id = k.ticket_id and x.cause_key is not null and x.category in ('OPEN', 'PAUSED')
          join sales_order_line l on l.id = k.subject_id and l.customer_id = t.organisation_id
          join service_ticket_link own on own.ticket_id = t.id and own.subject_id in (l.id, l.order_id, l.item_id)
          where k.subject_type = 'SalesOrderLine'
          order by own.subject_id = l.id desc, (select g.expected_on from promising_peg g where g.line_id = l.id
            and g.source_kind || ':' || g.source_id = x.cause_key) desc nulls last, x.created_at desc limit 1)`.execute(
      work.sql,
    );
  }

  private async attachOpenTickets(work: Work, lineId: string): Promise<void> {
    const { rows } = await sql<{ id: string }>`
      select t.id from sales_order_line l
      join service_ticket_link k on k.subject_id in (l.id, l.order_id)
      join service_ticket t on t.id = k.ticket_id and t.audience = 'CUSTOMER' and t.organisation_id = l.customer_id
        and t.cause_ticket_id is null and t.category in ('OPEN', 'PAUSED')
      where l.id = ${lineId} order by t.id limit 20`.execute(work.sql);
    await this.attach(
      work,
      rows.map(({ id }) => id),
    );
  }

  private async open(work: Work, line: AffectedLine, source: LateSource, cause: string): Promise<void> {
    await ticketOpening.open(work, {
      organisationId: line.companyId,
      audience: 'STAFF',
      isShared: false,
      contactId: null,
      openedByName: 'Corridor',
      subject: source.title,
      body: `${cause}\n${describe(line)}`,
      channel: 'PARTNER',
      categoryId: DELIVERY,
      priority: 'HIGH',
      about: [source.about, { type: 'SalesOrderLine', id: line.lineId }],
      causeKey: source.key,
    });
  }

  private async add(work: Work, ticketId: string, line: AffectedLine): Promise<void> {
    const ticket = await lockTicket(work, ticketId);
    await ticketLinks.add(work, ticketId, [{ type: 'SalesOrderLine', id: line.lineId }]);
    await interactionLog.record(work, {
      organisationId: ticket.organisationId,
      audience: 'STAFF',
      authorName: 'Corridor',
      channel: 'PARTNER',
      direction: 'INBOUND',
      visibility: 'INTERNAL',
      isAutomatic: true,
      subject: { type: 'Ticket', id: ticketId },
      body: describe(line),
    });
    ticket.lastMessageAt = work.clock.now();
    work.record(ticketChanged(ticket));
  }
}

/** The category that migrations put there. */
const DELIVERY = '01900000-0000-7000-8000-000000000721';

const describe = (line: AffectedLine): string =>
  `${line.orderNumber} / ${line.lineNo} · ${line.sku} · ${line.customer}: ${line.confirmedOn ?? '—'} → ${line.estimatedOn ?? '?'}`;

export const lateSupply = new LateSupply();
