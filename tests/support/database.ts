import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** A migrated database that belongs to one test file. */
export interface TestDatabase {
  readonly name: string;
  readonly ownerUrl: string;
  /** Runs SQL as the owner, past every access rule. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
  /** Leaves it to others under that name, in place of dropping it. Nobody may be connected to it any more. */
  keepAs(name: string): Promise<void>;
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** Copies a template, the migrated one when not said otherwise: call in `beforeAll`, and `drop` in `afterAll`. */
export async function testDatabase(template = inject('templateName')): Promise<TestDatabase> {
  const name = `corridor_test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${template}`);
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 2 });
  // A connection that the server ends while idle must not end the test process.
  pool.on('error', () => undefined);
  return {
    name,
    ownerUrl: url.href,
    query: async (sql, values) => (await pool.query(sql, values)).rows,
    async drop() {
      await pool.end();
      await onServer(`drop database if exists ${name} with (force)`);
    },
    async keepAs(other) {
      await pool.end();
      await onServer(`alter database ${name} rename to ${other}`);
    },
  };
}
