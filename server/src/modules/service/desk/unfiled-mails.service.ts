import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { contacts } from '../../interactions/contact/contacts.service.ts';
import { filedMail } from '../../interactions/mail/filed-mail.service.ts';
import { mailFiling } from '../mail/mail-filing.service.ts';

/** Mails that somebody of ours must look at, because their sender is unknown. */
export class UnfiledMails {
  /** @throws NotFound */
  async file(work: Work, mailId: string, organisationId: string, audience: 'SUPPLIER' | 'CUSTOMER'): Promise<string> {
    const mail = await filedMail.open(work, mailId);
    if (!mail) throw new NotFound({}, ['input', 'mailId']);
    const name = mail.fromName || mail.fromAddress;
    const contactId = await contacts.open(work, { organisationId, audience, name, email: mail.fromAddress });
    const ticket = await mailFiling.open(work, { ...mail, contactId, contactName: name }, { organisationId, audience });
    return ticket.id;
  }

  /** @throws NotFound */
  async ignore(work: Work, mailId: string): Promise<void> {
    if (!(await filedMail.open(work, mailId))) throw new NotFound({}, ['input', 'mailId']);
    await filedMail.ignore(work, mailId);
  }
}

export const unfiledMails = new UnfiledMails();
