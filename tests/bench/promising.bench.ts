import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { entities, listening } from '../../server/src/app/modules.ts';
import { systemClock } from '../../server/src/kernel/clock.ts';
import { repegging } from '../../server/src/modules/promising/pegging/repegging.service.ts';
import { touchedKeys } from '../../server/src/modules/promising/pegging/touched-keys.service.ts';
import { slipImpacts } from '../../server/src/modules/promising/impact/slip-impact.service.ts';
import { wholeBook } from '../../server/src/modules/promising/pegging/whole-book.service.ts';
import { systemActor } from '../../server/src/platform/access/actor.ts';
import { projectFolder } from '../../server/src/platform/project-folder.ts';
import { Database } from '../../server/src/platform/db/database.ts';
import { startEmbeddedPostgres } from '../../server/src/platform/db/embedded/embedded-postgres.ts';
import { migrate } from '../../server/src/platform/db/migrate.ts';
import { createPool } from '../../server/src/platform/db/pool.ts';
import { allowServiceRoles, roleUrl } from '../../server/src/platform/db/roles.ts';
import { effortSince, effortUntilNow } from './promising/effort.ts';
import { promiseAsPegged, promisingSeed } from './promising/seed.ts';

const SECRET = 'mQ7tB2vXk9LpR4sWc6YhZ1nDfG8jA3eU';
const NAME = 'bench_promising';
const SLIPS = 9;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(2)} s`;
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Pegs a book of 100 000 open lines, then lets one ship notice after another slip, and says how long each took. */
async function main(): Promise<void> {
  const postgres = await startEmbeddedPostgres({
    dataDir: join(projectFolder, '.data', 'bench'),
    log: () => undefined,
  });
  try {
    const owner = await freshDatabase(postgres.ownerUrl);
    const apiUrl = roleUrl(owner, 'corridor_api', SECRET);
    const database = Database.open(createPool(apiUrl, 4, say), entities, systemClock, listening);
    await asOwner(owner, (client) => measure(database, client)).finally(() => database.close());
  } finally {
    await postgres.stop();
  }
}

async function asOwner(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}

async function freshDatabase(serverUrl: string): Promise<string> {
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`drop database if exists ${NAME} with (force)`);
  await server.query(`create database ${NAME}`);
  await server.end();
  const url = new URL(serverUrl);
  url.pathname = `/${NAME}`;
  await migrate(url.href);
  await allowServiceRoles(url.href, SECRET);
  await asOwner(url.href, async (client) => {
    await client.query(promisingSeed);
    await client.query('vacuum analyze');
  });
  return url.href;
}

async function measure(database: Database, client: pg.Client): Promise<void> {
  let began = performance.now();
  say(`whole book: ${await wholeBook.repeg(database)} lines pegged in ${seconds(began)}`);
  await client.query(promiseAsPegged);
  await client.query('vacuum analyze');
  began = performance.now();
  say(`promised: ${await wholeBook.repeg(database)} lines changed in ${seconds(began)}`);
  began = performance.now();
  say(`whole book again: ${await wholeBook.repeg(database)} lines changed in ${seconds(began)}`);
  const { rows } = await client.query<{ id: string }>(
    `select id from purchasing_notice where expected_on = current_date + 5 order by number limit ${SLIPS}`,
  );
  const times: number[] = [];
  for (const { id } of rows) times.push(await slip(database, client, id));
  say(`one slipped notice: median ${median(times).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms`);
}

async function slip(database: Database, client: pg.Client, noticeId: string): Promise<number> {
  const actor = systemActor('bench');
  const asked = performance.now();
  const { lines } = await database.transact(actor, (work) => slipImpacts.ofNotice(work, noticeId, 9));
  const answered = performance.now() - asked;
  await client.query(`update purchasing_notice set expected_on = expected_on + 9 where id = $1`, [noticeId]);
  const before = await writes(client);
  const began = performance.now();
  const { changed, effort } = await database.transact(actor, async (work) => {
    // What it writes is counted at once, not when its connection rests.
    const { rows } = await sql<{ pid: number }>`
      select pg_backend_pid() as pid, pg_stat_force_next_flush()`.execute(work.sql);
    const pid = rows[0]?.pid ?? 0;
    const idle = effortUntilNow(pid);
    const lineCount = await repegging.repeg(work, await touchedKeys.ofNotice(work, noticeId));
    return { changed: lineCount, effort: effortSince(idle, pid) };
  });
  const took = performance.now() - began;
  const written = (await writes(client)) - before;
  say(
    `  ${changed} lines changed, ${written} pegs and lines written, ${took.toFixed(0)} ms, ${effort}; "what slips" named ${lines.length} lines in ${answered.toFixed(0)} ms`,
  );
  return took;
}

async function writes(client: pg.Client): Promise<number> {
  await client.query('select pg_stat_force_next_flush()');
  const { rows } = await client.query<{ n: string }>(
    `select sum(n_tup_ins + n_tup_upd + n_tup_del) as n from pg_stat_user_tables where relname in ('promising_peg', 'promising_line')`,
  );
  return Number(rows[0]?.n ?? 0);
}

await main();
