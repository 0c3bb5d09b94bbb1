import { sql } from 'kysely';
import { toGlobalId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { loadConfig } from '../../../platform/config.ts';
import { mailThreads } from '../../interactions/mail/mail-threads.service.ts';
import { filesLeft } from '../../interactions/sending/message-files.service.ts';
import { sendGateway } from '../../interactions/sending/send-gateway.service.ts';
import { ticketShape } from '../ticket/ticket.shape.ts';
import { ticketToken } from './ticket-token.service.ts';

interface Addressed {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly organisationId: string;
  readonly audience: 'SUPPLIER' | 'CUSTOMER';
  readonly contactId: string | null;
  readonly locale: string;
  readonly body: string | null;
  /** How many acknowledgements this contact got within the last hour. */
  readonly acknowledged: number;
  readonly wasOnlyCopied: boolean;
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

const MOST_ACKNOWLEDGEMENTS = 3;

/** What leaves by mail about tickets: our answers, and the word that one was taken in. */
export class TicketMails {
  /** Our answer goes to whoever opened the ticket, in the thread of its mails. */
  async answer(work: Work, ticketId: string, interactionId: string): Promise<void> {
    const ticket = await this.find(work, ticketId, interactionId);
    if (!ticket?.contactId || ticket.body === null) return;
    await this.send(work, ticket, `${ticket.body}\n\n${leftIn(ticket)}${seeIn(ticket)}`, { interactionId });
  }

  /** Says that a ticket was taken in; marked as automatic, so that no machine answers it, and never in a flood. */
  async acknowledge(work: Work, ticketId: string): Promise<void> {
    const ticket = await this.find(work, ticketId, null);
    if (!ticket?.contactId || ticket.acknowledged >= MOST_ACKNOWLEDGEMENTS || ticket.wasOnlyCopied) return;
    const isChinese = ticket.locale === 'zh-CN';
    const text = isChinese
      ? `我们已收到您的请求，工单号 ${ticket.number}：${ticket.subject}\n我们会尽快回复您。您可以直接回复此邮件补充信息。`
      : `We have received your request as ticket ${ticket.number}: ${ticket.subject}\nWe will answer as soon as we can. To add something, answer this mail.`;
    await this.send(work, ticket, `${text}\n\n${seeIn(ticket)}`, {
      headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
    });
  }

  private async send(
    work: Work,
    ticket: Addressed,
    body: string,
    more: { interactionId?: string; headers?: Record<string, string> },
  ): Promise<void> {
    const before = await mailThreads.idsOf(work, await this.wholeChain(work, ticket.id), 'Ticket');
    await sendGateway.send(work, {
      organisationId: ticket.organisationId,
      to: { contactId: ticket.contactId ?? '' },
      purpose: 'SERVICE',
      subject: `${before.length > 0 ? 'Re: ' : ''}${ticket.subject} ${ticketToken(ticket.number)}`,
      body,
      locale: ticket.locale,
      isImmediate: true,
      about: { type: 'Ticket', id: ticket.id },
      inReplyTo: before.at(-1) ?? null,
      references: before,
      ...more,
    });
  }

  private async wholeChain(work: Work, id: string): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select id from service_ticket where survivor_id = ${id}`.execute(work.sql);
    return [id, ...rows.map((row) => row.id)];
  }

  private async find(work: Work, ticketId: string, interactionId: string | null): Promise<Addressed | null> {
    const since = new Date(work.clock.now().getTime() - 3_600_000);
    const { rows } = await sql<Addressed>`
      select t.id, t.number, t.subject, t.organisation_id as "organisationId", t.audience, t.contact_id as "contactId",
        coalesce(c.locale, 'en') as locale, i.body,
        coalesce((select json_agg(json_build_object('name', f.name, 'size', f.size) order by f.id)
          from interactions_attachment f where f.interaction_id = i.id), '[]') as files,
        (select count(*)::int from interactions_message m where m.contact_id = t.contact_id
          and m.headers ->> 'Auto-Submitted' = 'auto-replied' and m.created_at > ${since}) as acknowledged,
        coalesce((select not ${loadConfig().mailFrom.toLowerCase()} = any(r.to_addresses) from interactions_mail r
          join interactions_interaction n on n.id = r.interaction_id
          where n.subject_type = 'Ticket' and n.subject_id = t.id order by r.received_at limit 1), false) as "wasOnlyCopied"
      from service_ticket t
      left join interactions_contact c on c.id = t.contact_id
      left join interactions_interaction i on i.id = ${interactionId}::uuid
      where t.id = ${ticketId} and t.is_shared`.execute(work.sql);
    return rows[0] ?? null;
  }
}

const PORTAL = { SUPPLIER: 'supplier', CUSTOMER: 'customer' } as const;

/** Files for which a mail has no room are read in the portal. */
function leftIn({ files, locale }: Addressed): string {
  const left = filesLeft(files);
  if (left.length === 0) return '';
  const names = left.map(({ name, size }) => `${name} (${(size / 1_048_576).toFixed(1)} MB)`).join(', ');
  return locale === 'zh-CN'
    ? `附件过大，未随邮件发送：${names}。请在门户中下载。\n`
    : `Too large for a mail, and kept in the portal: ${names}\n`;
}

function seeIn({ audience, id, locale }: Addressed): string {
  const link = `${loadConfig().publicUrl}/${PORTAL[audience]}/tickets/${toGlobalId(ticketShape.prefix, id)}`;
  return locale === 'zh-CN' ? `在门户中查看：${link}` : `See it in the portal: ${link}`;
}

export const ticketMails = new TicketMails();
