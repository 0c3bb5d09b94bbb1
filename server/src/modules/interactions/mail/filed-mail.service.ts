import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import type { Side } from '../contact/contacts.service.ts';
import { interactionLog } from '../interaction/interaction-log.service.ts';

/** A kept mail as whoever files it reads it. */
export interface KeptMail {
  readonly id: string;
  readonly internetId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly kind: 'MESSAGE' | 'AUTOMATIC';
  readonly fromAddress: string;
  readonly fromName: string;
  readonly toAddresses: readonly string[];
  readonly ccAddresses: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly bodyHtml: string | null;
  readonly contactId: string | null;
  readonly organisationId: string | null;
  readonly audience: Side | null;
  readonly contactName: string | null;
  readonly receivedAt: Date;
}

/** The way of a kept mail into the record of contacts. */
export class FiledMail {
  /** The mail, locked, while nobody has filed it yet; null afterwards, so that filing twice files once. */
  async open(work: Work, id: string): Promise<KeptMail | null> {
    const { rows } = await sql<KeptMail>`
      select m.id, m.internet_id as "internetId", m.in_reply_to as "inReplyTo", m.internet_references as references, m.kind,
        m.from_address as "fromAddress", m.from_name as "fromName", m.to_addresses as "toAddresses", m.cc_addresses as "ccAddresses",
        m.subject, m.body, m.body_html as "bodyHtml", m.contact_id as "contactId", m.organisation_id as "organisationId",
        c.audience, c.name as "contactName", m.received_at as "receivedAt"
      from interactions_mail m left join interactions_contact c on c.id = m.contact_id
      where m.id = ${id} and m.state = 'RECEIVED' for update of m`.execute(work.sql);
    return rows[0] ?? null;
  }

  /** Writes the mail down as a contact with that party, under a subject, with what was attached to it. */
  async file(
    work: Work,
    mail: KeptMail,
    party: { organisationId: string; audience: Side },
    subject: { type: string; id: string } | null,
  ): Promise<string> {
    const interactionId = await interactionLog.record(work, {
      ...party,
      contactId: mail.contactId,
      authorName: mail.contactName ?? (mail.fromName || mail.fromAddress),
      channel: 'EMAIL',
      direction: 'INBOUND',
      isAutomatic: mail.kind === 'AUTOMATIC',
      subject,
      summary: mail.subject || '—',
      body: mail.body,
      bodyHtml: mail.bodyHtml,
      occurredAt: mail.receivedAt,
    });
    await sql`
      update interactions_mail set state = 'FILED', interaction_id = ${interactionId}, organisation_id = ${party.organisationId}
      where id = ${mail.id}`.execute(work.sql);
    await sql`
      update interactions_attachment set interaction_id = ${interactionId}, organisation_id = ${party.organisationId}
      where mail_id = ${mail.id}`.execute(work.sql);
    return interactionId;
  }

  /** Nobody has a place for it: it stays readable, and is not looked at again. */
  async ignore(work: Work, id: string): Promise<void> {
    await sql`update interactions_mail set state = 'IGNORED' where id = ${id}`.execute(work.sql);
  }
}

export const filedMail = new FiledMail();
