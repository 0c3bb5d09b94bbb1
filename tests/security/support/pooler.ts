import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../support/free-port.ts';

const NOBODY = { uid: 65_534, gid: 65_534 };

/** PgBouncer in transaction mode before a database, with fewer connections than ask for one. */
export interface Pooler {
  readonly url: string;
  close(): Promise<void>;
}

/** Stands between the login of this URL and its database. */
export async function startPooler(target: string, connections: number): Promise<Pooler> {
  const folder = mkdtempSync(join(tmpdir(), 'pgbouncer-'));
  const port = await freePort();
  const { hostname, port: databasePort, pathname, username, password } = new URL(target);
  const users = join(folder, 'users');
  writeFileSync(users, `"${username}" "${password}"\n`);
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(
    file,
    `[databases]
* = host=${hostname} port=${databasePort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${connections}
max_client_conn = 500
`,
  );
  // It serves nobody as root.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) for (const one of [folder, users, file]) chownSync(one, NOBODY.uid, NOBODY.gid);
  const running = spawn('/usr/sbin/pgbouncer', ['-q', file], { stdio: 'ignore', ...(isRoot ? NOBODY : {}) });
  const url = Object.assign(new URL(target), { hostname: '127.0.0.1', port: String(port), pathname }).href;
  await answering(url);
  return {
    url,
    close: async () => {
      const ended = once(running, 'exit');
      running.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(url: string, tries = 50): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query('select 1');
    await client.end();
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((soon) => setTimeout(soon, 100));
    await answering(url, tries - 1);
  }
}
