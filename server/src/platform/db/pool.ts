import { createPostgreSqlTypeParsers } from '@mikro-orm/sql';
import pg from 'pg';
import array from 'postgres-array';

/** Who waits this long for a connection is told so, instead of waiting for ever. */
const PATIENCE_MS = 30_000;

/** The connections of one role. Dates and instants stay text, as the ORM and the JSON readers expect them. */
export function createPool(
  url: string,
  max: number,
  log: (message: string) => void,
  { pipeline = true }: { pipeline?: boolean } = {},
): pg.Pool {
  const types = new pg.TypeOverrides();
  for (const [oid, parse] of Object.entries(createPostgreSqlTypeParsers((text: string) => array.parse(text)))) {
    types.setTypeParser(Number(oid), parse);
  }
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: PATIENCE_MS,
    types,
    application_name: 'corridor',
    pipeline,
  });
  // Without a listener, a connection that the server drops while idle would end the process.
  pool.on('error', (error) => log(`database connection lost: ${error.message}`));
  pool.on('connect', (client) => client.on('error', (error) => log(`database connection lost: ${error.message}`)));
  return pool;
}
