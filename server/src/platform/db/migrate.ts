import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations as migrateJobQueue } from 'graphile-worker';
import pg from 'pg';
import { projectFolder } from '../project-folder.ts';

const FOLDER = join(projectFolder, 'migrations');
const LOCK = 4_712_001;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/**
 * Brings the database of `ownerUrl` up to date: the job queue's tables, then every `migrations/NNNN_topic.sql` not yet
 * applied, each in a transaction of its own. Two starters wait for each other.
 * @throws Error when an applied file was changed afterwards: migrations only go forward.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await migrateJobQueue({ connectionString: ownerUrl });
    await client.query(
      'create table if not exists platform_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from platform_migration',
    );
    const applied = new Map(rows.map((row) => [row.name, row.checksum]));
    for (const migration of await migrations()) await apply(client, migration, applied.get(migration.name));
    await client.query(QUEUE_RIGHTS);
  } finally {
    await client.end();
  }
}

async function migrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(FOLDER, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function apply(
  client: pg.Client,
  { name, sql, checksum }: Migration,
  appliedChecksum: string | undefined,
): Promise<void> {
  if (appliedChecksum === checksum) return;
  if (appliedChecksum)
    throw new Error(`migrations/${name} was changed after it was applied; write a new migration instead`);
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into platform_migration (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migrations/${name}: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * The role that fetches jobs may touch the queue and nothing else. The queue's own migrations put its tables behind
 * row-level security without a policy, so each needs one.
 */
const QUEUE_RIGHTS = `
do $$
declare queue_table record;
begin
  grant usage on schema graphile_worker to corridor_worker;
  grant select, insert, update, delete on all tables in schema graphile_worker to corridor_worker;
  grant usage, select on all sequences in schema graphile_worker to corridor_worker;
  grant execute on all functions in schema graphile_worker to corridor_worker;
  for queue_table in
    select relname from pg_class where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity
      and not exists (select from pg_policy where polrelid = pg_class.oid and polname = 'corridor_worker')
  loop
    execute format('create policy corridor_worker on graphile_worker.%I to corridor_worker using (true) with check (true)', queue_table.relname);
  end loop;
end $$`;
