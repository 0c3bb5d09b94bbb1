import type { Transaction } from '@mikro-orm/core';
import { isRaw } from '@mikro-orm/core';
import { NativeQueryBuilder, PostgreSqlConnection } from '@mikro-orm/postgresql';
import { CompiledQuery, type Kysely } from 'kysely';
import { formOf, type StatementForm } from './statement-form.ts';

/** A longer text, such as an import's, is rarely sent twice: keeping its plan would cost more than it saves. */
const LONGEST_PREPARED = 4000;

interface Prepared {
  readonly text: string;
  readonly values: unknown[];
}

/** The statement with numbered parameters, or null where a value is better written into the text. */
function prepared(query: string, params: readonly unknown[]): Prepared | null {
  if (query.length > LONGEST_PREPARED || query.includes('??') || query.includes('\\?')) return null;
  const [first = '', ...parts] = query.split('?');
  if (parts.length !== params.length) return null;
  const values: unknown[] = [];
  const pieces = parts.map((part, place) => {
    const given = params[place];
    // Such as the next version of a row, which is said in SQL.
    if (isRaw(given) && given.params.length === 0 && !given.sql.includes('?')) return given.sql + part;
    return `$${values.push(parameter(given))}${part}`;
  });
  return values.includes(undefined) ? null : { text: first + pieces.join(''), values };
}

/** As Postgres reads it, or undefined for what it needs the text around it to understand. */
function parameter(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined;
}

/** Takes the place of a transaction when a statement is made only to be looked at. */
export class Sketch {
  private made: Prepared | null = null;

  /** The form of the one statement that was made, which had so many blanks. */
  formWith(count: number): StatementForm | null {
    return this.made && formOf(this.made.text, this.made.values, count);
  }

  take(statement: Prepared | null): void {
    this.made = statement;
  }
}

/** Sends what the ORM asks with its values beside it. */
export class PreparingConnection extends PostgreSqlConnection {
  override async execute<T>(...args: Parameters<PostgreSqlConnection['execute']>): Promise<T> {
    const [query, , method] = args;
    const transaction = args[3] as Transaction<Kysely<unknown>> | Sketch | undefined;
    const { sql, params: given } = this.asked(query, args[1] ?? []);
    const statement = sql && Array.isArray(given) ? prepared(sql, given) : null;
    if (transaction instanceof Sketch) {
      transaction.take(statement);
      return this.transformRawResult<T>({ rows: [] }, method);
    }
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
