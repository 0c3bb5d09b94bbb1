import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../server/src/platform/db/embedded/embedded-postgres.ts';
import { migrate } from '../../server/src/platform/db/migrate.ts';
import { allowServiceRoles } from '../../server/src/platform/db/roles.ts';
import { SECRET } from './secret.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's login to the server that test databases are made on. */
    serverUrl: string;
    /** The migrated, empty database that every test database is copied from. */
    templateName: string;
    /** The same with the demo company in it, made when a test first asks for it. */
    demoTemplateName: string;
  }
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** The same server, another database. */
function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** One server for the whole run, with a template database that has been migrated once. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given ? undefined : await startEmbeddedPostgres({ ephemeral: true });
  const serverUrl = given ?? embedded?.ownerUrl ?? '';
  const templateName = `corridor_template_${process.pid}`;
  const demoTemplateName = `${templateName}_demo`;
  try {
    await query(serverUrl, `create database ${templateName}`);
    await migrate(withDatabase(serverUrl, templateName));
    await allowServiceRoles(serverUrl, SECRET);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  project.provide('serverUrl', serverUrl);
  project.provide('templateName', templateName);
  project.provide('demoTemplateName', demoTemplateName);
  return async () => {
    if (embedded) return embedded.stop();
    for (const name of [demoTemplateName, templateName])
      await query(serverUrl, `drop database if exists ${name} with (force)`);
  };
}
