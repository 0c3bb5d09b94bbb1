import { createTransport } from 'nodemailer';
import { MailRefused, type MailTransport, type OutgoingMail } from './mail.ts';

const PATIENCE_MS = 20_000;

/** Mail through the operator's server. */
export function smtpTransport(url: string): MailTransport {
  const server = createTransport(url, {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  } as object);
  return {
    async send(mail) {
      try {
        await server.sendMail(composed(mail));
      } catch (error) {
        const { responseCode, message } = error as { responseCode?: number; message: string };
        if (responseCode !== undefined && responseCode >= 500) throw new MailRefused(message);
        throw error;
      }
    },
  };
}

/** What nodemailer makes a message of. Lines of a header are its business: it refuses nothing and folds everything. */
export const composed = (mail: OutgoingMail) => ({
  from: { name: mail.from.name, address: mail.from.address },
  to: mail.to,
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  messageId: mail.messageId,
  ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo } : {}),
  ...(mail.references.length > 0 ? { references: [...mail.references] } : {}),
  headers: { ...mail.headers },
  attachments: (mail.files ?? []).map(({ name, contentType, bytes }) => ({
    filename: name,
    contentType,
    content: Buffer.from(bytes),
  })),
});
