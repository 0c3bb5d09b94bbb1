import type { Configuration, Transaction } from '@mikro-orm/core';
import { isRaw } from '@mikro-orm/core';
import { NativeQueryBuilder, PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql';
import { CompiledQuery, type Kysely } from 'kysely';

/** A longer text, such as an import's, is rarely sent twice: keeping its plan would cost more than it saves. */
const LONGEST_PREPARED = 4000;

interface Prepared {
  readonly text: string;
  readonly values: unknown[];
}

/** The statement with numbered parameters, or null where a value is better written into the text. */
function prepared(query: string, params: readonly unknown[]): Prepared | null {
  if (query.length > LONGEST_PREPARED || query.includes('??') || query.includes('\\?')) return null;
  const parts = query.split('?');
  const values = params.map(parameter);
  if (parts.length !== params.length + 1 || values.includes(undefined)) return null;
  const text = parts.reduce((before, part, number) => `${before}$${number}${part}`);
  return { text, values };
}

/** As Postgres reads it, or undefined for what it needs the text around it to understand. */
function parameter(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined;
}

class PreparingConnection extends PostgreSqlConnection {
  override async execute<T>(...args: Parameters<PostgreSqlConnection['execute']>): Promise<T> {
    const [query, , method] = args;
    const transaction = args[3] as Transaction<Kysely<unknown>> | undefined;
    const { sql, params: given } = this.asked(query, args[1] ?? []);
    const statement = sql && Array.isArray(given) ? prepared(sql, given) : null;
    if (!transaction || !statement) return (await super.execute(...args)) as T;
    const compiled = CompiledQuery.raw(statement.text, statement.values);
    const answer = await transaction.executeQuery(compiled);
    return this.transformRawResult<T>(answer, method);
  }

  private asked(query: Parameters<PostgreSqlConnection['execute']>[0], params: unknown) {
    if (typeof query === 'string') return { sql: query, params };
    const raw = query instanceof NativeQueryBuilder ? query.toRaw() : query;
    return isRaw(raw) ? { sql: raw.sql, params: raw.params } : { sql: null, params };
  }
}

/**
 * The ORM writes the values of a statement into its text, which Postgres must then parse and plan each time. This one
 * sends them beside it, so that a connection plans each statement of an act once.
 */
export class PreparingDriver extends PostgreSqlDriver {
  constructor(config: Configuration) {
    super(config);
    Object.assign(this, { connection: new PreparingConnection(this.config) });
  }
}
