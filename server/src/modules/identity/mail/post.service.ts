import { join } from 'node:path';
import { newId } from '../../../kernel/id.ts';
import { fileTransport } from '../../../platform/mail/file-transport.ts';
import { smtpTransport } from '../../../platform/mail/smtp-transport.ts';
import type { Settings } from '../../../platform/settings.ts';
import type { Letter } from './letters.service.ts';

/** Nothing here can carry a letter: the operator sees it as a failed job, and the job comes back to it. */
class NoMail extends Error {
  override readonly name = 'NoMail';
  override readonly message = 'SMTP_URL is not set, so this letter cannot be sent';
}

/**
 * Sends a letter about how somebody signs in. It goes straight to the mail server and is nowhere kept, as it may carry
 * a secret. Where there is no server and nothing is in production, it is laid down in `mail` of the data folder.
 */
export async function post(settings: Settings, { to, subject, text }: Letter): Promise<void> {
  const { smtpUrl, isProduction, dataDir, mailFrom, publicUrl } = settings;
  if (!smtpUrl && isProduction) throw new NoMail();
  const transport = smtpUrl ? smtpTransport(smtpUrl) : fileTransport(join(dataDir, 'mail'));
  await transport.send({
    from: { name: 'Corridor', address: mailFrom },
    to,
    subject,
    text,
    html: `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`,
    messageId: `<${newId()}@${new URL(publicUrl).hostname}>`,
    inReplyTo: null,
    references: [],
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
}
