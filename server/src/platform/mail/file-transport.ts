import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { MailTransport } from './mail.ts';
import { composed } from './smtp-transport.ts';

/** Mail into a folder, for people to open: `.eml` as it would have been sent, `.html` as it would have been read. */
export function fileTransport(folder: string): MailTransport {
  const printer = createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { message } = await printer.sendMail(composed(mail));
      const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
      const name = `${stamp} ${mail.to} ${mail.messageId}`.replaceAll(/[^\p{L}\p{N}@. -]/gu, '_').slice(0, 150);
      await writeFile(join(folder, `${name}.eml`), message as Buffer, { mode: 0o600 });
      await writeFile(join(folder, `${name}.html`), mail.html, { mode: 0o600 });
    },
  };
}
