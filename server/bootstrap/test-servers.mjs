import { existsSync } from 'node:fs';
import { aptInstall, canInstall } from './apt.mjs';

/** Servers that tests talk to: where Debian puts them, and what cannot be tested without. */
const SERVERS = [
  { path: '/usr/sbin/dovecot', name: 'dovecot-imapd', what: 'an IMAP server', tests: 'tests of the mailbox' },
  { path: '/usr/sbin/pgbouncer', name: 'pgbouncer', what: 'PgBouncer', tests: 'tests through a pooler' },
];

/** Each of them is there, installed where apt can, or said to be missing. */
export async function ensureTestServers() {
  for (const { path, name, what, tests } of SERVERS.filter((one) => !existsSync(one.path))) {
    const refusal = canInstall() ? await aptInstall(name, `${what} for the ${tests}`) : null;
    if (!existsSync(path))
      console.log(`The ${tests} are skipped: no ${path} was found (${refusal ?? `install ${name}`}).`);
  }
}
