import { sql } from 'kysely';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { IncomingMail } from '../../../platform/mail/mail.ts';
import { consents } from '../consent/consents.service.ts';

/** Mail that came back for good, and complaints: nothing more is written to those addresses. */
export class ReturnedMail {
  async note(work: Work, mail: IncomingMail): Promise<void> {
    if (mail.about.length === 0) return;
    const { rows } = await sql<{ id: string }>`
      select distinct c.id from interactions_contact_address a join interactions_contact c on c.id = a.contact_id
      where a.channel = 'EMAIL' and a.address = any(${[...mail.about]}::text[])
        and exists (select from interactions_message m
          where m.sent_to = a.address and (m.contact_id = c.id or m.contact_id is null))
      order by c.id`.execute(work.sql);
    const source = mail.kind === 'COMPLAINT' ? 'COMPLAINT' : 'BOUNCE';
    await inOrder(rows, ({ id }) => consents.suppress(work, id, 'EMAIL', source, mail.subject.slice(0, 200)));
  }
}

export const returnedMail = new ReturnedMail();
