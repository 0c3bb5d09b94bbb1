import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { loadConfig } from '../../../platform/config.ts';
import type { Work } from '../../../platform/db/work.ts';
import { addJob } from '../../../platform/jobs/worker.ts';
import type { Purpose } from '../consent/consent.state.ts';
import { emailOf } from '../contact/address.calc.ts';
import { AddressRefused, TextRefused } from '../interactions.errors.ts';

/** The job that sends what is due; see the jobs of this module. */
export const DELIVERY_JOB = 'interactions.deliver-messages';

/** What somebody should be written, and why. */
export interface MessageDraft {
  /** Whose party it is about; null for somebody who belongs to none yet. */
  readonly organisationId: string | null;
  /** Whom: a contact, whose wishes then count, or an address of which we know nothing else. */
  readonly to: { readonly contactId: string; readonly address?: string } | { readonly address: string };
  readonly purpose: Purpose;
  readonly subject: string;
  /** Plain text. Links stand on their own and become clickable. */
  readonly body: string;
  /** Already cleaned; made of the text where there is none. */
  readonly bodyHtml?: string | null;
  readonly locale?: string;
  /** Not before this moment; at once where it is not given. */
  readonly sendAt?: Date | null;
  /** Somebody waits for it: his quiet hours do not hold it. */
  readonly isImmediate?: boolean;
  readonly about?: { readonly type: string; readonly id: string } | null;
  readonly interactionId?: string | null;
  /** Message-ID of what it answers, and the ids of the mails before that, oldest first. */
  readonly inReplyTo?: string | null;
  readonly references?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

const UNLESS_SAID = {
  bodyHtml: null,
  sendAt: null,
  isImmediate: false,
  about: null,
  interactionId: null,
  inReplyTo: null,
  references: [],
  headers: {},
} as const;

/**
 * The one way out for everything that is written to people. Nothing is sent here: the message is kept in this
 * transaction, and whether it may leave (consent, channel, quiet hours) is judged when its moment has come.
 */
export class SendGateway {
  /** Keeps a message until it is sent or stopped, and answers its id. @throws AddressRefused, TextRefused */
  async send(work: Work, draft: MessageDraft): Promise<string> {
    const row = { ...UNLESS_SAID, locale: work.actor.locale, ...draft };
    const address = addressOf(draft.to.address);
    if (row.subject.trim() === '' || row.subject.length > 500) throw new TextRefused({ most: 500 });
    const id = newId();
    const sendAt = row.sendAt ?? work.clock.now();
    const contactId = 'contactId' in draft.to ? draft.to.contactId : null;
    const [subjectType, subjectId] = row.about ? [row.about.type, row.about.id] : [null, null];
    await sql`
      insert into interactions_message (id, organisation_id, contact_id, address, purpose, is_immediate, locale, subject, body,
        body_html, subject_type, subject_id, interaction_id, internet_id, in_reply_to, internet_references, headers, scheduled_at, due_at, created_at)
      values (${id}, ${row.organisationId}, ${contactId}, ${address}, ${row.purpose}, ${row.isImmediate}, ${row.locale},
        ${row.subject}, ${row.body}, ${row.bodyHtml}, ${subjectType}, ${subjectId}, ${row.interactionId}, ${messageId(id)},
        ${row.inReplyTo}, ${[...row.references]}::text[], ${JSON.stringify(row.headers)}::jsonb, ${sendAt}, ${sendAt}, ${work.clock.now()})`.execute(
      work.sql,
    );
    if (sendAt <= work.clock.now()) await addJob(work, DELIVERY_JOB, {}, DELIVERY_JOB);
    return id;
  }
}

function addressOf(given: string | undefined): string | null {
  if (given === undefined) return null;
  const address = emailOf(given);
  if (!address) throw new AddressRefused({ address: given }, ['input', 'email']);
  return address;
}

/** The Message-ID under which a message leaves, however often it must be tried. */
export const messageId = (id: string): string => `<${id}@${loadConfig().mailFrom.split('@')[1] ?? 'corridor'}>`;

export const sendGateway = new SendGateway();
