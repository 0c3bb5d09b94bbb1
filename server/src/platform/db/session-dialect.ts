import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  Kysely,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import type { Statements } from './session.ts';

class SessionConnection implements DatabaseConnection {
  constructor(private readonly session: Statements | null) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (!this.session) throw new Error('There is no database outside of a transaction: use Database.transact');
    const result = await this.session.query<pg.QueryResultRow>(query.sql, [...query.parameters]);
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not offered: read in pages');
  }
}

const refuse = () => Promise.reject(new Error('A session begins and ends its own transaction'));
const nothing = () => Promise.resolve();

/** Kysely's Postgres inside one session; without a session, one that refuses every statement. */
export function sessionDialect(session: Statements | null): Dialect {
  const connection = new SessionConnection(session);
  const driver: Driver = {
    init: nothing,
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: nothing,
    destroy: nothing,
  };
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

const sessions = new WeakMap<object, Statements>();

/** Set-based SQL in one session. */
export function sqlIn(session: Statements): Kysely<unknown> {
  const sql = new Kysely<unknown>({ dialect: sessionDialect(session) });
  sessions.set(sql, session);
  return sql;
}

/** The session behind it. */
export const sessionOf = (sql: unknown): Statements | null => sessions.get(sql as object) ?? null;
