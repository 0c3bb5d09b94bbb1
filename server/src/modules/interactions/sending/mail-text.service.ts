import { loadConfig } from '../../../platform/config.ts';
import type { MailFile, OutgoingMail } from '../../../platform/mail/mail.ts';
import type { Purpose } from '../consent/consent.state.ts';
import { unsubscribeToken } from './unsubscribe-token.service.ts';

/** A message as the gateway keeps it. */
export interface KeptMessage {
  readonly id: string;
  readonly contactId: string | null;
  readonly purpose: Purpose;
  readonly isPromotional: boolean;
  readonly locale: string;
  readonly subject: string;
  readonly body: string;
  readonly bodyHtml: string | null;
  readonly internetId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly sender: string;
}

/**
 * The mail that a message becomes. What may be refused says how: a link for people, and the headers with which mail
 * programs offer it as one click. Source: RFC 8058.
 */
export function mailOf(message: KeptMessage, to: string, files: readonly MailFile[] = []): OutgoingMail {
  const { mailFrom, publicUrl } = loadConfig();
  const link =
    message.isPromotional && message.contactId
      ? `${publicUrl}/unsubscribe/${unsubscribeToken(message.contactId, message.purpose)}`
      : null;
  return {
    from: { name: message.sender, address: mailFrom },
    to,
    subject: message.subject.replaceAll(/\s+/g, ' ').trim(),
    text: link ? `${message.body}\n\n-- \n${farewell(message.locale)}: ${link}\n` : message.body,
    html: page(message, link),
    messageId: message.internetId,
    inReplyTo: message.inReplyTo,
    references: message.references,
    files,
    headers: {
      'X-Corridor-Message': message.id,
      ...message.headers,
      ...(link
        ? {
            'List-Unsubscribe': `<${link}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            Precedence: 'bulk',
          }
        : {}),
    },
  };
}

const farewell = (locale: string): string =>
  locale === 'zh-CN' ? '不想再收到此类邮件，请点此退订' : 'To receive no more mails like this, unsubscribe here';

function page({ locale, subject, body, bodyHtml }: KeptMessage, link: string | null): string {
  const content = bodyHtml ?? linked(escaped(body)).replaceAll('\n', '<br>\n');
  const foot = link ? `<hr><p><a href="${escaped(link)}">${escaped(farewell(locale))}</a></p>` : '';
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>${content}${foot}</body></html>`;
}

const linked = (html: string): string => html.replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text as HTML shows it. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
