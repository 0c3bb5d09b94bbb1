import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { freePort } from './free-port.ts';

const DOVECOT = '/usr/sbin/dovecot';

/** A real IMAP server (Dovecot) on this machine, with one mailbox that a test may fill and look into. */
export interface ImapServer {
  readonly url: string;
  /** Puts a raw mail into the mailbox, as the mail server behind it does. */
  append(raw: string | Buffer, flags?: string[]): Promise<void>;
  /** How many mails are there that nobody has seen. */
  unseen(): Promise<number>;
  start(): Promise<void>;
  /** As if the machine lost its power. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

const PASSWORD = 'kept-only-here';
// Dovecot lends no mailbox to root; whoever else runs the tests runs all of its parts himself.
const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };

const settings = (folder: string, port: number): string => `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail
first_valid_uid = 1
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = ${isRoot ? `uid=${NOBODY.uid} gid=${NOBODY.gid}` : ''} home=${folder}/mail
}
service imap-login {
  ${isRoot ? '' : 'chroot ='}
  service_count = 0
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
${isRoot ? '' : `default_internal_user = ${userInfo().username}\ndefault_login_user = ${userInfo().username}\nservice anvil {\n  chroot =\n}\n`}`;

export async function startImapServer(): Promise<ImapServer> {
  const folder = mkdtempSync(join(tmpdir(), 'dovecot-'));
  const port = await freePort();
  mkdirSync(join(folder, 'mail'));
  if (isRoot) for (const one of [folder, join(folder, 'mail')]) chownSync(one, NOBODY.uid, NOBODY.gid);
  const file = join(folder, 'dovecot.conf');
  writeFileSync(file, settings(folder, port));
  let running: ChildProcess | null = null;
  const server: ImapServer = {
    url: `imap://desk:${PASSWORD}@127.0.0.1:${port}`,
    append: (raw, flags = []) => asClient(port, async (client) => void (await client.append('INBOX', raw, flags))),
    unseen: () =>
      asClient(port, async (client) => {
        const found = await client.status('INBOX', { unseen: true });
        return found ? (found.unseen ?? 0) : 0;
      }),
    start: async () => {
      // A group of its own: asked to end, its parts would serve whoever is connected to the end.
      running = spawn(DOVECOT, ['-F', '-c', file], { stdio: 'ignore', detached: true });
      await answering(port);
    },
    stop: async () => {
      if (!running?.pid) return;
      const stopped = once(running, 'exit');
      process.kill(-running.pid, 'SIGKILL');
      running = null;
      await stopped;
    },
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

async function asClient<T>(port: number, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const auth = { user: 'desk', pass: PASSWORD };
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth, logger: false });
  client.on('error', () => undefined);
  await client.connect();
  return work(client).finally(() => client.logout());
}

async function answering(port: number, tries = 50): Promise<void> {
  try {
    await asClient(port, async () => undefined);
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((soon) => setTimeout(soon, 100));
    await answering(port, tries - 1);
  }
}
