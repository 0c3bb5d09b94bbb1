import { Client, DatabaseError } from 'pg';
import { ownerRole } from './cluster.ts';
import type { DatabaseHome } from './home.ts';

/** The database every part of Corridor uses. */
export const databaseName = 'corridor';

/** The connection string of the owner for one database of this server. */
export function ownerUrl(home: DatabaseHome, port: number, database: string = databaseName): string {
  return `postgres://${ownerRole}:${home.password()}@127.0.0.1:${port}/${database}`;
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, ssl: false });
  // Without a listener, a server that goes away would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether the server answers, accepts our password and so is ours. */
export async function canConnect(home: DatabaseHome, port: number): Promise<boolean> {
  try {
    await withClient(ownerUrl(home, port, 'postgres'), (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}

/** Creates the database unless it is there. */
export async function ensureDatabase(home: DatabaseHome, port: number): Promise<void> {
  await withClient(ownerUrl(home, port, 'postgres'), async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount !== 0) return;
    await client.query(`create database ${databaseName}`).catch((error: unknown) => {
      if (!(error instanceof DatabaseError && error.code === '42P04')) throw error;
    });
  });
}
