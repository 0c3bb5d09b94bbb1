import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { newId } from '../../../kernel/id.ts';
import type { Settings } from '../../../platform/settings.ts';
import { mailGateway, type Letter } from './mail.port.ts';

/** Nothing here can carry a letter: the operator sees it as a failed job, and the job comes back to it. */
class NoMail extends Error {
  override readonly name = 'NoMail';
  override readonly message = 'SMTP_URL is not set, so this letter cannot be sent';
}

/**
 * Sends a letter: through the gateway that was handed in, else over SMTP. Where neither is and nothing is in
 * production, it is laid down as a file in `mail` of the data folder, for the developer to open.
 */
export async function post(settings: Settings, letter: Letter): Promise<void> {
  const gateway = mailGateway();
  if (gateway) return gateway.send(settings, letter);
  const mail = { from: `Corridor <no-reply@${new URL(settings.publicUrl).hostname}>`, ...letter };
  if (settings.smtpUrl) return void (await createTransport(settings.smtpUrl).sendMail(mail));
  if (settings.isProduction) throw new NoMail();
  const folder = join(settings.dataDir, 'mail');
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(mail);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, `${newId()}.eml`), message as Buffer, { mode: 0o600 });
}
