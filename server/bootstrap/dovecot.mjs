import { existsSync } from 'node:fs';
import { aptInstall, canInstall } from './apt.mjs';

const isThere = () => existsSync('/usr/sbin/dovecot');

/** The IMAP server that the tests of the mailbox talk to: there, installed where apt can, or said to be missing. */
export async function ensureDovecot() {
  if (isThere()) return;
  const refusal = canInstall() ? await aptInstall('dovecot-imapd', 'an IMAP server for the tests of mail') : null;
  if (!isThere())
    console.log(`Tests of the mailbox are skipped: no Dovecot was found (${refusal ?? 'install dovecot-imapd'}).`);
}
