import { ImapFlow, type MailboxObject } from 'imapflow';

const AT_ONCE = 50;
const PATIENCE_MS = 20_000;

/** How far a mailbox was read: its numbers hold as long as its generation does. Source: RFC 9051, 2.3.1.1. */
export interface Bookmark {
  readonly generation: string;
  readonly lastUid: number;
}

/** What a look into a mailbox gave. */
export interface MailboxReading {
  readonly taken: number;
  readonly bookmark: Bookmark;
  /** Mails that could not be kept; they stay unseen and are tried again. */
  readonly failures: readonly Error[];
}

/**
 * Reads what is new in a mailbox: what nobody has seen, and what came after the bookmark even where somebody opened it
 * before us. A mail is marked as seen only after `take` has kept it, so a crash in between shows it again; `take` must
 * know it then. A mail that cannot be kept holds up none behind it.
 */
export async function readMailbox(
  url: string,
  after: Bookmark | null,
  take: (raw: Uint8Array) => Promise<void>,
): Promise<MailboxReading> {
  const client = clientFor(new URL(url));
  // A connection that breaks tells whoever waits for an answer; unheard, it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const box = await client.mailboxOpen(folderOf(new URL(url)));
    const generation = String(box.uidValidity);
    const known = after?.generation === generation ? after.lastUid : null;
    const uids = await newIn(client, box, known);
    const failures: Error[] = [];
    for (const uid of uids) await takeOne(client, uid, take).catch((error: Error) => heard(client, failures, error));
    const lastUid = Math.max(known ?? 0, ...(uids.length < AT_ONCE ? [box.uidNext - 1] : uids));
    return { taken: uids.length - failures.length, bookmark: { generation, lastUid }, failures };
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function takeOne(client: ImapFlow, uid: number, take: (raw: Uint8Array) => Promise<void>): Promise<void> {
  const mail = await client.fetchOne(String(uid), { source: true }, { uid: true });
  if (mail && mail.source) await take(mail.source);
  await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
}

/** @throws what broke the connection: the rest waits for the next look, and the bookmark stays. */
function heard(client: ImapFlow, failures: Error[], error: Error): void {
  if (!client.usable) throw error;
  failures.push(error);
}

async function newIn(client: ImapFlow, box: MailboxObject, known: number | null): Promise<number[]> {
  const unseen = (await client.search({ seen: false }, { uid: true })) || [];
  const behind = known !== null && box.uidNext > known + 1;
  const later = behind ? (await client.search({ uid: `${known + 1}:*` }, { uid: true })) || [] : [];
  // `n:*` names the last mail also where its number is below n.
  const all = new Set([...unseen, ...later.filter((uid) => uid > (known ?? 0))]);
  return [...all].sort((a, b) => a - b).slice(0, AT_ONCE);
}

function clientFor({ protocol, hostname, port, username, password }: URL): ImapFlow {
  const isSecure = protocol === 'imaps:';
  return new ImapFlow({
    host: hostname,
    port: Number(port) || (isSecure ? 993 : 143),
    secure: isSecure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: 3 * PATIENCE_MS,
  });
}

const folderOf = ({ pathname }: URL): string => decodeURIComponent(pathname.slice(1)) || 'INBOX';
