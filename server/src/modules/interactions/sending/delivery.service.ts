import { sql } from 'kysely';
import { inOrder } from '../../../kernel/in-order.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { MailRefused, type MailTransport } from '../../../platform/mail/mail.ts';
import { retryAfterMinutes } from '../consent/may-send.calc.ts';
import { consents } from '../consent/consents.service.ts';
import { messageStopped } from '../interactions.events.ts';
import { judgeDue, type Claimed } from './due-messages.service.ts';
import { mailOf } from './mail-text.service.ts';
import { filesToSend } from './message-files.service.ts';

const SENDER = systemActor('send gateway');
const MINUTE = 60_000;
const AT_ONCE = 20;

/**
 * Sends what is due. Each message is judged and claimed in one transaction, sent outside of it, and noted in another:
 * a crash in between sends it again under the same Message-ID, and never loses it. Answers how many were sent.
 */
export async function deliverDue(database: Database, transport: MailTransport): Promise<number> {
  const claimed = await database.transact(SENDER, (work) => judgeDue(work, AT_ONCE));
  const sent = await inOrder(claimed, (message) => deliver(database, transport, message));
  const more = claimed.length === AT_ONCE ? await deliverDue(database, transport) : 0;
  return sent.filter(Boolean).length + more;
}

async function deliver(database: Database, transport: MailTransport, message: Claimed): Promise<boolean> {
  try {
    await transport.send(mailOf(message, message.to, await filesToSend(message.files)));
  } catch (error) {
    await database.transact(SENDER, (work) => noteFailure(work, message, error as Error));
    return false;
  }
  await database.transact(SENDER, async (work) => {
    await sql`
      update interactions_message set state = 'SENT', sent_at = ${work.clock.now()}, sent_to = ${message.to}, last_error = null
      where id = ${message.id}`.execute(work.sql);
  });
  return true;
}

/** What may pass is tried again later; what the server refused for good is not, and its address is not used again. */
async function noteFailure(work: Work, message: Claimed, error: Error): Promise<void> {
  const isFinal = error instanceof MailRefused;
  const wait = isFinal ? null : retryAfterMinutes(message.attempts);
  const due = new Date(work.clock.now().getTime() + (wait ?? 0) * MINUTE);
  const reason = isFinal ? 'ADDRESS_REFUSED' : 'SERVER_AWAY';
  await sql`
    update interactions_message
    set state = ${wait === null ? 'FAILED' : 'QUEUED'}, due_at = ${due}, last_error = ${error.message.slice(0, 500)},
        reason = ${wait === null ? reason : ''}
    where id = ${message.id}`.execute(work.sql);
  if (wait !== null) return;
  work.record(messageStopped(message.id, reason));
  if (isFinal && message.contactId) await consents.suppress(work, message.contactId, 'EMAIL', 'BOUNCE', error.message);
}
