import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { ticketChanged } from '../service.events.ts';
import { ticketLinks } from '../ticket/ticket-links.service.ts';
import { lockTicket } from '../ticket/ticket-lock.service.ts';
import { ticketOpening } from '../ticket/ticket-opening.service.ts';
import { interactionLog } from '../../interactions/interaction/interaction-log.service.ts';

interface Affected {
  readonly lineId: string;
  readonly orderNumber: string;
  readonly lineNo: number;
  readonly customer: string;
  readonly itemId: string;
  readonly sku: string;
  readonly itemName: string;
  readonly site: string;
  readonly siteId: string;
  readonly confirmedOn: string | null;
  readonly estimatedOn: string | null;
  readonly companyId: string;
}

/** Supply that comes too late for what we promised: one internal ticket per item and site, with every line it hurts. */
export class LateSupply {
  /** Notes that a line is late because of its supply. The same line again adds nothing. */
  async note(work: Work, lineId: string, cause: string): Promise<void> {
    const line = await this.find(work, lineId);
    if (!line) return;
    const key = `${line.itemId}:${line.siteId}`;
    // Two late lines of one supply at once open one ticket: the second waits here and finds it.
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 70))`.execute(work.sql);
    const { rows } = await sql<{ id: string; isKnown: boolean }>`
      select t.id, exists (select from service_ticket_link l where l.ticket_id = t.id and l.subject_id = ${lineId}) as "isKnown"
      from service_ticket t where t.cause_key = ${key} and t.category in ('OPEN', 'PAUSED')`.execute(work.sql);
    const [known] = rows;
    if (known?.isKnown) return;
    if (known) await this.add(work, known.id, line);
    else await this.open(work, line, key, cause);
    await this.attachOpenTickets(work, lineId);
  }

  /** A customer's ticket about an affected line, its order or its item belongs to the internal one about the cause. */
  async attach(work: Work, ticketId: string): Promise<void> {
    await sql`
      update service_ticket t set cause_ticket_id = c.id, version = t.version + 1
      from service_ticket c
      where t.id = ${ticketId} and t.audience = 'CUSTOMER' and t.cause_ticket_id is null
        and c.cause_key is not null and c.category in ('OPEN', 'PAUSED')
        and c.id = (select k.ticket_id from service_ticket_link k
          join service_ticket x on x.id = k.ticket_id and x.cause_key is not null and x.category in ('OPEN', 'PAUSED')
          join sales_order_line l on l.id = k.subject_id and l.customer_id = t.organisation_id
          join service_ticket_link own on own.ticket_id = t.id and own.subject_id in (l.id, l.order_id, l.item_id)
          where k.subject_type = 'SalesOrderLine'
          order by own.subject_id = l.id desc, x.created_at desc limit 1)`.execute(work.sql);
  }

  private async attachOpenTickets(work: Work, lineId: string): Promise<void> {
    const { rows } = await sql<{ id: string }>`
      select t.id from sales_order_line l
      join service_ticket_link k on k.subject_id in (l.id, l.order_id)
      join service_ticket t on t.id = k.ticket_id and t.audience = 'CUSTOMER' and t.organisation_id = l.customer_id
        and t.cause_ticket_id is null and t.category in ('OPEN', 'PAUSED')
      where l.id = ${lineId} order by t.id limit 20`.execute(work.sql);
    await rows.reduce<Promise<void>>((before, { id }) => before.then(() => this.attach(work, id)), Promise.resolve());
  }

  private async open(work: Work, line: Affected, causeKey: string, cause: string): Promise<void> {
    await ticketOpening.open(work, {
      organisationId: line.companyId,
      audience: 'STAFF',
      isShared: false,
      contactId: null,
      openedByName: 'Corridor',
      subject: `${line.sku} · ${line.itemName} · ${line.site}`,
      body: `${cause}\n${describe(line)}`,
      channel: 'PARTNER',
      categoryId: DELIVERY,
      priority: 'HIGH',
      about: [
        { type: 'Item', id: line.itemId },
        { type: 'SalesOrderLine', id: line.lineId },
      ],
      causeKey,
    });
  }

  private async add(work: Work, ticketId: string, line: Affected): Promise<void> {
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

  private async find(work: Work, lineId: string): Promise<Affected | null> {
    const { rows } = await sql<Affected>`
      select l.id as "lineId", o.number as "orderNumber", l.line_no as "lineNo", c.name as customer, l.item_id as "itemId", i.sku,
        i.name_en as "itemName", s.code as site, l.site_id as "siteId", l.confirmed_on::text as "confirmedOn",
        l.estimated_on::text as "estimatedOn", (select k.id from identity_organisation k where k.is_company) as "companyId"
      from sales_order_line l join sales_order o on o.id = l.order_id join identity_organisation c on c.id = l.customer_id
      join catalog_item i on i.id = l.item_id join catalog_site s on s.id = l.site_id
      where l.id = ${lineId}`.execute(work.sql);
    return rows[0] ?? null;
  }
}

/** The category that migrations put there. */
const DELIVERY = '01900000-0000-7000-8000-000000000721';

const describe = (line: Affected): string =>
  `${line.orderNumber} / ${line.lineNo} · ${line.customer}: ${line.confirmedOn ?? '—'} → ${line.estimatedOn ?? '?'}`;

export const lateSupply = new LateSupply();
