import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import { loadConfig } from '../../../platform/config.ts';
import type { Work } from '../../../platform/db/work.ts';
import { fileStore } from '../../../platform/files/file-store.ts';
import type { IncomingMail, MailFile } from '../../../platform/mail/mail.ts';
import { readMail } from '../../../platform/mail/read-mail.ts';
import { contacts, type KnownContact } from '../contact/contacts.service.ts';
import { mailReceived } from '../interactions.events.ts';
import { returnedMail } from './returned-mail.service.ts';

/** What comes in by mail: kept whole and once, then told to whoever it may concern. */
export class Inbox {
  /** Keeps a raw message. The same one again, from the mailbox or the webhook, is known and answers null. */
  async take(work: Work, raw: Uint8Array): Promise<string | null> {
    const mail = await readMail(raw);
    const contact = await contacts.byEmail(work, mail.from.address);
    const id = await this.keep(work, mail, contact);
    if (!id) return null;
    await this.keepFiles(work, id, mail.files, contact?.organisationId ?? null);
    await fileStore().write(id, raw);
    if (mail.kind === 'BOUNCE' || mail.kind === 'COMPLAINT') await returnedMail.note(work, mail);
    else if (!isOurs(mail)) work.record(mailReceived(id));
    return id;
  }

  private async keep(work: Work, mail: IncomingMail, contact: KnownContact | null): Promise<string | null> {
    const id = newId();
    const isNews = (mail.kind === 'MESSAGE' || mail.kind === 'AUTOMATIC') && !isOurs(mail);
    const { rows } = await sql<{ id: string }>`
      insert into interactions_mail (id, internet_id, in_reply_to, internet_references, kind, from_address, from_name, to_addresses,
        cc_addresses, subject, body, body_html, contact_id, organisation_id, state, received_at)
      values (${id}, ${mail.messageId}, ${mail.inReplyTo}, ${[...mail.references]}::text[], ${mail.kind}, ${mail.from.address},
        ${mail.from.name}, ${[...mail.to]}::text[], ${[...mail.cc]}::text[], ${mail.subject}, ${mail.text}, ${mail.html},
        ${contact?.id ?? null}, ${contact?.organisationId ?? null}, ${isNews ? 'RECEIVED' : 'IGNORED'}, ${work.clock.now()})
      on conflict (internet_id) do nothing returning id`.execute(work.sql);
    return rows[0]?.id ?? null;
  }

  private async keepFiles(work: Work, mailId: string, files: readonly MailFile[], organisationId: string | null) {
    if (files.length === 0) return;
    const kept = files.map((file) => ({ id: newId(), ...file }));
    await inOrder(kept, ({ id, bytes }) => fileStore().write(id, bytes));
    const rows = kept.map(({ id, name, contentType, bytes }) => ({ id, name, contentType, size: bytes.byteLength }));
    await sql`
      insert into interactions_attachment (id, organisation_id, mail_id, name, content_type, size, created_at)
      select r.id, ${organisationId}, ${mailId}, r.name, r."contentType", r.size, ${work.clock.now()}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, name text, "contentType" text, size int)`.execute(
      work.sql,
    );
  }
}

/** Our own mail come back to our own mailbox: filing it would answer ourselves for ever. */
const isOurs = (mail: IncomingMail): boolean => mail.from.address === loadConfig().mailFrom.toLowerCase();

export const inbox = new Inbox();
