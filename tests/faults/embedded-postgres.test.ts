import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../../server/src/platform/db/embedded/embedded-postgres.ts';

const holderFile = fileURLToPath(new URL('../support/embedded-holder.ts', import.meta.url));
const holders: ChildProcess[] = [];
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'corridor-faults-'));
  chmodSync(dataDir, 0o755);
});

afterEach(async () => {
  for (const holder of holders.splice(0)) holder.kill('SIGKILL');
  await (await startEmbeddedPostgres({ dataDir })).stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const cluster = (name: string) => join(dataDir, 'postgres', 'cluster', name);
const postmasterPid = () => Number(readFileSync(cluster('postmaster.pid'), 'utf8').split('\n')[0]);

async function hold(): Promise<{ holder: ChildProcess; url: string }> {
  const holder = spawn(process.execPath, [holderFile, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  holders.push(holder);
  const [line] = (await once(holder.stdout, 'data')) as [Buffer];
  return { holder, url: line.toString().trim() };
}

async function end(holder: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const ended = once(holder, 'exit');
  holder.kill(signal);
  return (await ended)[0];
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Asks until the server is back, for at most ten seconds. */
async function askUntilAnswered(url: string, sql: string): Promise<pg.QueryResultRow[]> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      return await ask(url, sql);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

describe('embedded database', () => {
  it('starts afresh with UTF-8, UTC and a private password, and stops without leftovers', async () => {
    const { holder, url } = await hold();
    const [settings] = await ask(
      url,
      `select current_user as who, current_setting('TimeZone') as zone, current_setting('server_encoding') as encoding,
              current_setting('listen_addresses') as addresses, '信' ~ '^\\w$' as knows_chinese`,
    );
    expect(settings).toEqual({
      who: 'corridor_owner',
      zone: 'UTC',
      encoding: 'UTF8',
      addresses: '127.0.0.1',
      knows_chinese: true,
    });
    expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600);
    const refused = url.replace(/:[^:@]+@/, ':wrong@');
    await expect(ask(refused, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(await end(holder, 'SIGTERM')).toBe(0);
    expect(existsSync(cluster('postmaster.pid'))).toBe(false);
    expect(readdirSync(join(dataDir, 'postgres', 'users'))).toEqual([]);
  });

  it('adopts the server that a killed process left behind', async () => {
    const first = await hold();
    await ask(first.url, 'create table kept as select 42 as answer');
    const pid = postmasterPid();
    await end(first.holder, 'SIGKILL');
    const second = await hold();
    expect(second.url).toBe(first.url);
    expect(postmasterPid()).toBe(pid);
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(await end(second.holder, 'SIGTERM')).toBe(0);
    expect(existsSync(cluster('postmaster.pid'))).toBe(false);
  });

  it('revives a killed server on the same address, with every committed row', async () => {
    const { url } = await hold();
    await ask(url, 'create table kept as select 42 as answer');
    const pid = postmasterPid();
    process.kill(pid, 'SIGKILL');
    expect(await askUntilAnswered(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(postmasterPid()).not.toBe(pid);
  });

  it('recovers when both the process and the server were killed', async () => {
    const first = await hold();
    await ask(first.url, 'create table kept as select 42 as answer');
    await end(first.holder, 'SIGKILL');
    process.kill(postmasterPid(), 'SIGKILL');
    const second = await hold();
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('ignores a pid file whose number now belongs to a stranger', async () => {
    const first = await hold();
    await end(first.holder, 'SIGTERM');
    writeFileSync(cluster('postmaster.pid'), `${process.ppid}\n${cluster('')}\n0\n1\n\n127.0.0.1\n0 0\nready\n`);
    const second = await hold();
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('gives simultaneous starters one server, which the last to leave stops', async () => {
    const [one, two, three] = await Promise.all([hold(), hold(), hold()]);
    expect(new Set([one.url, two.url, three.url]).size).toBe(1);
    await end(one.holder, 'SIGTERM');
    await end(two.holder, 'SIGKILL');
    expect(await ask(three.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await end(three.holder, 'SIGTERM');
    expect(existsSync(cluster('postmaster.pid'))).toBe(false);
  });

  it('says in one sentence that the data folder cannot be used', async () => {
    const blocked = join(dataDir, 'file');
    writeFileSync(blocked, '');
    await expect(startEmbeddedPostgres({ dataDir: blocked })).rejects.toThrow(
      /^The database folder .* cannot be used: .*CORRIDOR_DATA_DIR/,
    );
  });
});
