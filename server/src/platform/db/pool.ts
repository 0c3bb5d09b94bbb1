import { createPostgreSqlTypeParsers } from '@mikro-orm/sql';
import pg from 'pg';
import array from 'postgres-array';

/** Who waits this long for a connection is told so, instead of waiting for ever. */
const PATIENCE_MS = 30_000;
/** A new connection has to plan each statement again, which costs more than ten answers: an idle one is kept this long. */
const IDLE_MS = 600_000;

const lent = new WeakSet<pg.Pool>();
/** Whether a statement that was prepared under a name is still known at the next use of the connection. */
export const keepsStatements = (pool: pg.Pool): boolean => !lent.has(pool);

/**
 * The connections of one role. Where they are `isLent` by a pooler for one transaction at a time, nothing of a
 * connection outlives its transaction. Dates and instants stay text, as the ORM and the JSON readers expect them.
 */
export function createPool(
  url: string,
  max: number,
  log: (message: string) => void,
  { pipeline = true, isLent = false }: { pipeline?: boolean; isLent?: boolean } = {},
): pg.Pool {
  const types = new pg.TypeOverrides();
  for (const [oid, parse] of Object.entries(createPostgreSqlTypeParsers((text: string) => array.parse(text)))) {
    types.setTypeParser(Number(oid), parse);
  }
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: PATIENCE_MS,
    idleTimeoutMillis: IDLE_MS,
    types,
    application_name: 'corridor',
    pipeline,
  });
  if (isLent) lent.add(pool);
  // Without a listener, a connection that the server drops while idle would end the process.
  pool.on('error', (error) => log(`database connection lost: ${error.message}`));
  pool.on('connect', (client) => client.on('error', (error) => log(`database connection lost: ${error.message}`)));
  return pool;
}
