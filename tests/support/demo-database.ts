import pg from 'pg';
import { inject } from 'vitest';
import { createDemoCompany } from '../../server/src/modules/integrations/demo/demo-company.service.ts';
import { TestApp } from './app.ts';
import { testDatabase, type TestDatabase } from './database.ts';

/** Anything, as long as nobody else locks it on the server of the tests. */
const LOCK = 7_301_946;

async function make(template: string): Promise<void> {
  const app = await TestApp.start();
  await createDemoCompany(app.database, app.clock);
  await app.database.close();
  await app.owner.keepAs(template);
}

/** A database that holds the demo company. It is made once in a run, by whoever asks first; all others copy it. */
export async function demoDatabase(): Promise<TestDatabase> {
  const template = inject('demoTemplateName');
  const client = new pg.Client({ connectionString: inject('serverUrl') });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) await make(template);
    return await testDatabase(template);
  } finally {
    await client.end();
  }
}
