import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMail } from '../../server/src/platform/mail/read-mail.ts';

/**
 * The texts of the mails laid down in a folder, as a mail program shows them. How a mail travels follows from its letters:
 * the same Chinese letter goes in base 64 or quoted-printable with another link in it, so it is read, not searched.
 */
export async function lettersIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(names.map(async (name) => readMail(await readFile(join(folder, name)))));
  return mails.map(({ to, subject, text }) => `To: ${to.join()}\n${subject}\n\n${text}`);
}
