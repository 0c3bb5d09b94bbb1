import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';
import { isUuid } from '../../kernel/id.ts';
import type { Actor } from '../access/actor.ts';

const statementNames = new Map<string, string>();
const MOST_PREPARED = 2000;

/** A stable name per statement text, so that each connection parses and plans it once. */
export function statementName(text: string): string | undefined {
  const known = statementNames.get(text);
  if (known || statementNames.size >= MOST_PREPARED) return known;
  const name = `c${statementNames.size}`;
  statementNames.set(text, name);
  return name;
}

class Connection implements DatabaseConnection {
  constructor(readonly client: pg.PoolClient) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const values = query.parameters as unknown[];
    // Statements without parameters may have their values written into the text: naming those would fill the server.
    const name = values.length > 0 ? statementName(query.sql) : undefined;
    const result = await this.client.query<pg.QueryResultRow>(
      name ? { name, text: query.sql, values } : { text: query.sql, values },
    );
    return { rows: (result.rows ?? []) as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not offered: read in pages');
  }
}

/** The message that opens a transaction and says who acts in it: one round trip, checked before it is written. */
export function beginMessage(actor: Actor, isReadOnly: boolean): string {
  const [org, person] = [actor.organisationId ?? '', actor.personId ?? ''];
  for (const id of [org, person]) if (id !== '' && !isUuid(id)) throw new Error('An actor is named by uuids');
  return `begin${isReadOnly ? ' read only' : ''}; set local app.audience = '${actor.audience}'; set local app.org = '${org}'; set local app.person = '${person}'`;
}

class ActorDriver implements Driver {
  constructor(
    private readonly pool: pg.Pool,
    private readonly actor: Actor,
  ) {}

  async init(): Promise<void> {}
  async acquireConnection(): Promise<Connection> {
    return new Connection(await this.pool.connect());
  }
  async beginTransaction(connection: Connection, settings: TransactionSettings): Promise<void> {
    await connection.client.query(beginMessage(this.actor, settings.accessMode === 'read only'));
  }
  async commitTransaction(connection: Connection): Promise<void> {
    await connection.client.query('commit');
  }
  async rollbackTransaction(connection: Connection): Promise<void> {
    await connection.client.query('rollback');
  }
  async savepoint(connection: Connection, name: string): Promise<void> {
    await connection.client.query(`savepoint "${name}"`);
  }
  async rollbackToSavepoint(connection: Connection, name: string): Promise<void> {
    await connection.client.query(`rollback to savepoint "${name}"`);
  }
  async releaseSavepoint(connection: Connection, name: string): Promise<void> {
    await connection.client.query(`release savepoint "${name}"`);
  }
  async releaseConnection(connection: Connection): Promise<void> {
    connection.client.release();
  }
  async destroy(): Promise<void> {}
}

/** Kysely's Postgres, on the shared pool, whose every transaction is some actor's. */
export function actorDialect(pool: pg.Pool, actor: Actor): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new ActorDriver(pool, actor),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}
