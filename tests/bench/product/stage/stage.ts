import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { projectFolder } from '../../../../server/src/platform/project-folder.ts';
import { startEmbeddedPostgres } from '../../../../server/src/platform/db/embedded/embedded-postgres.ts';
import { migrate } from '../../../../server/src/platform/db/migrate.ts';
import { allowServiceRoles, roleUrl } from '../../../../server/src/platform/db/roles.ts';
import { helpers } from '../seed/seed.ts';
import { seedParts } from '../seed/index.ts';
import { computeStatuses } from './compute.ts';
import type { Size } from '../size.ts';

/** Signs the service roles in; the server under test is started with the same one. */
export const SECRET = 'mQ7tB2vXk9LpR4sWc6YhZ1nDfG8jA3eU';
const WORK = 'bench_work';

/** A filled database that the contenders share; whatever they write is gone with the next run. */
export interface Stage {
  readonly size: Size;
  readonly ownerUrl: string;
  readonly apiUrl: string;
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

type Log = (line: string) => void;

/** Opens the database of that size: seeded once and kept, copied for this run. */
export async function openStage(size: Size, log: Log): Promise<Stage> {
  const postgres = await startEmbeddedPostgres({
    dataDir: join(projectFolder, '.data', 'bench'),
    log: () => undefined,
  });
  try {
    const seed = `bench_seed_${hashOf(size)}_${await fingerprint(size)}`;
    await ensureSeed(postgres.ownerUrl, seed, size, log);
    await onServer(postgres.ownerUrl, `drop database if exists ${WORK} with (force)`);
    log('copying the database');
    await onServer(postgres.ownerUrl, `create database ${WORK} template ${seed} strategy file_copy`);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  const ownerUrl = withDatabase(postgres.ownerUrl, WORK);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  pool.on('error', () => undefined);
  return {
    size,
    ownerUrl,
    apiUrl: roleUrl(ownerUrl, 'corridor_api', SECRET),
    query: async (sql, values) => (await pool.query(sql, values)).rows,
    async close() {
      await pool.end();
      await postgres.stop();
    },
  };
}

const hashOf = (size: Size): string => createHash('sha256').update(JSON.stringify(size)).digest('hex').slice(0, 6);

/** Other migrations or another seed make another database. */
async function fingerprint(size: Size): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(size)).update(helpers);
  for (const { sql } of seedParts) hash.update(sql(size));
  const folder = join(projectFolder, 'migrations');
  for (const name of (await readdir(folder)).sort()) hash.update(await readFile(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

async function ensureSeed(serverUrl: string, name: string, size: Size, log: Log): Promise<void> {
  const known = await onServer(serverUrl, `select datname from pg_database where datname like 'bench_seed%'`);
  if (known.some(({ datname }) => datname === name)) return;
  // What was made of the same size before, by other migrations or another seed, is of no more use.
  for (const { datname } of known.filter((one) => String(one['datname']).startsWith(name.slice(0, -12))))
    await onServer(serverUrl, `drop database "${String(datname)}" with (force)`);
  const making = `${name}_making`;
  await onServer(serverUrl, `drop database if exists ${making} with (force)`);
  await onServer(serverUrl, `create database ${making}`);
  const url = withDatabase(serverUrl, making);
  await migrate(url);
  await allowServiceRoles(url, SECRET);
  await fill(url, size, log);
  await computeStatuses(roleUrl(url, 'corridor_api', SECRET), log);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await timed('vacuum', log, () => client.query('vacuum (analyze, freeze)'));
  await client.end();
  await onServer(serverUrl, `alter database ${making} rename to ${name}`);
}

async function fill(url: string, size: Size, log: Log): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  // A statement that fails ends the server as well: it is the statement that has to be told.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(
    `set synchronous_commit = off; set work_mem = '128MB'; set maintenance_work_mem = '256MB'; set jit = off`,
  );
  await client.query(helpers);
  // A part that wants the triggers of the product says so for itself.
  const unguarded = `set session_replication_role = 'replica';`;
  for (const { name, sql } of seedParts) await timed(name, log, () => client.query(unguarded + sql(size)));
  await client.end();
}

async function timed(name: string, log: Log, run: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await run();
  log(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function onServer(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query(sql)
    .then(({ rows }) => rows as Record<string, unknown>[])
    .finally(() => client.end());
}
