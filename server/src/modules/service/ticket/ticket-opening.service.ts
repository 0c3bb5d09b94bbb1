import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { attachedFiles } from '../../interactions/interaction/attached-files.service.ts';
import { interactionLog, type NewInteraction } from '../../interactions/interaction/interaction-log.service.ts';
import { TextRefused } from '../../interactions/interactions.errors.ts';
import type { Subject } from '../../interactions/subject/subjects.service.ts';
import { ticketOpened } from '../service.events.ts';
import type { Priority } from '../sla/sla-clock.calc.ts';
import { ticketClocks } from '../sla/ticket-clocks.service.ts';
import { ticketLinks } from './ticket-links.service.ts';
import { Ticket } from './ticket.entity.ts';
import { ticketWords } from './ticket-words.service.ts';

export interface TicketDraft {
  readonly organisationId: string;
  readonly audience: 'STAFF' | 'SUPPLIER' | 'CUSTOMER';
  readonly isShared?: boolean;
  readonly contactId: string | null;
  readonly openedByName: string;
  readonly subject: string;
  /** What was written; null where the message has its own way into the record, as a mail has. */
  readonly body: string | null;
  readonly channel: NewInteraction['channel'];
  /** Files the writer handed in before. */
  readonly fileIds?: readonly string[];
  readonly categoryId?: string | null;
  readonly priority?: Priority;
  readonly about?: readonly Subject[];
  readonly causeKey?: string | null;
  /** Words that find it beside those of subject and body. */
  readonly words?: string;
  /** Whether the other side began it; a call that we note is begun by the caller too. */
  readonly isInbound?: boolean;
}

interface Setup {
  readonly queueId: string | null;
  readonly policyId: string | null;
  readonly calendarVersionId: string | null;
}

const UNLESS_SAID = {
  isShared: true,
  categoryId: null,
  priority: 'NORMAL',
  about: [],
  causeKey: null,
  words: '',
} as const;

/** Opens tickets, from every channel alike. */
export class TicketOpening {
  /** @throws TextRefused, NotFound */
  async open(work: Work, draft: TicketDraft): Promise<Ticket> {
    const given = { ...UNLESS_SAID, ...draft };
    const subject = given.subject.replaceAll(/\s+/g, ' ').trim();
    if (subject === '' || subject.length > 300) throw new TextRefused({ most: 300 }, ['input', 'subject']);
    const { organisationId, audience, isShared, contactId, openedByName, channel, categoryId, priority, causeKey } =
      given;
    const ticket = Object.assign(new Ticket(), {
      ...{
        organisationId,
        audience,
        isShared,
        contactId,
        openedByName,
        channel,
        categoryId,
        priority,
        causeKey,
        subject,
      },
      createdAt: work.clock.now(),
      lastMessageAt: work.clock.now(),
      ...(await this.setupFor(work, categoryId)),
    });
    work.em.persist(ticket);
    await ticketClocks.tell(work, ticket, [{ kind: 'CREATED', data: { priority: ticket.priority } }]);
    await work.em.flush();
    await ticketLinks.add(work, ticket.id, given.about);
    if (draft.body !== null) await this.firstMessage(work, ticket, draft, draft.body);
    await ticketWords.add(work, ticket.id, `${ticket.number} ${subject} ${given.body ?? ''} ${given.words}`);
    work.record(ticketOpened(ticket, { channel: ticket.channel }));
    return ticket;
  }

  private async firstMessage(work: Work, ticket: Ticket, draft: TicketDraft, body: string): Promise<void> {
    const id = await interactionLog.record(work, {
      organisationId: ticket.organisationId,
      audience: ticket.audience,
      contactId: draft.contactId,
      authorName: draft.openedByName,
      channel: draft.channel,
      direction: (draft.isInbound ?? true) ? 'INBOUND' : 'OUTBOUND',
      visibility: ticket.isShared ? 'SHARED' : 'INTERNAL',
      subject: { type: 'Ticket', id: ticket.id },
      summary: ticket.subject,
      body,
    });
    await attachedFiles.attach(work, id, ticket.organisationId, draft.fileIds ?? []);
  }

  /** Queue, policy and calendar as they stand now: the ticket keeps them. @throws NotFound */
  private async setupFor(work: Work, categoryId: string | null): Promise<Setup> {
    const { rows } = await sql<Setup & { isKnown: boolean }>`
      select q.id as "queueId", p.id as "policyId", v.id as "calendarVersionId",
        ${categoryId}::uuid is null or c.id is not null as "isKnown"
      from (select 1) one
      left join service_category c on c.id = ${categoryId}::uuid and c.is_active
      left join service_queue q on q.id = coalesce(
        (select o.id from service_queue o where o.id = c.queue_id and o.is_active),
        (select d.id from service_queue d where d.is_default))
      left join service_policy p on p.code = coalesce(q.policy_code, 'STANDARD') and p.is_current
      left join catalog_calendar k on k.id = coalesce(p.calendar_id, (select d.id from catalog_calendar d
        join identity_organisation o on o.id = d.organisation_id where o.is_company and d.is_default))
      left join service_calendar_version v on v.calendar_id = k.id and v.version = k.version`.execute(work.sql);
    const [found] = rows;
    if (!found?.isKnown) throw new NotFound({}, ['input', 'categoryId']);
    const { isKnown: _, ...setup } = found;
    return setup;
  }
}

export const ticketOpening = new TicketOpening();
