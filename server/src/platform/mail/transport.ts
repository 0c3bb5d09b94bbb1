import { join } from 'node:path';
import { loadConfig } from '../config.ts';
import { fileTransport } from './file-transport.ts';
import type { MailTransport } from './mail.ts';
import { smtpTransport } from './smtp-transport.ts';

let made: { readonly url: string | undefined; readonly transport: MailTransport } | null = null;

/** The way out of this installation: the operator's mail server, or files where none is named. */
export function mailTransport(): MailTransport {
  const { smtpUrl, dataDir } = loadConfig();
  if (made?.url !== smtpUrl || !made)
    made = { url: smtpUrl, transport: smtpUrl ? smtpTransport(smtpUrl) : fileTransport(join(dataDir, 'mail')) };
  return made.transport;
}
