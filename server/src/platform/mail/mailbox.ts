import { ImapFlow } from 'imapflow';

const AT_ONCE = 50;

/**
 * Reads what is new in a mailbox. A mail is marked as seen only after `take` has kept it, so a crash in between shows
 * it again; `take` must know it then. Answers how many were taken.
 */
export async function readMailbox(url: string, take: (raw: Uint8Array) => Promise<void>): Promise<number> {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const isSecure = protocol === 'imaps:';
  const client = new ImapFlow({
    host: hostname,
    port: Number(port) || (isSecure ? 993 : 143),
    secure: isSecure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
  });
  await client.connect();
  const lock = await client.getMailboxLock(decodeURIComponent(pathname.slice(1)) || 'INBOX');
  try {
    const unseen = (await client.search({ seen: false }, { uid: true })) || [];
    let taken = 0;
    for (const uid of unseen.slice(0, AT_ONCE)) {
      const mail = await client.fetchOne(String(uid), { source: true }, { uid: true });
      if (mail && mail.source) await take(mail.source);
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
      taken++;
    }
    return taken;
  } finally {
    lock.release();
    await client.logout();
  }
}
