import type pg from 'pg';
import { ENDED, type Statements } from './session.ts';

/** A part of a transaction that is undone by itself: once it has ended, whoever of it comes late sends nothing. */
export class SessionPart implements Statements {
  private hasEnded = false;

  constructor(private readonly whole: Statements) {}

  get isOpen(): boolean {
    return !this.hasEnded && this.whole.isOpen;
  }

  query<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<R>> {
    return this.hasEnded ? Promise.reject(new Error(ENDED)) : this.whole.query<R>(text, values);
  }

  /** The transaction goes on after its part. */
  lastQuery<R extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<pg.QueryResult<R>> {
    return this.query<R>(text, values);
  }

  async commit(): Promise<void> {
    if (this.isOpen) await this.query('release savepoint part');
    this.hasEnded = true;
  }

  async rollback(): Promise<void> {
    if (!this.isOpen) return;
    this.hasEnded = true;
    await this.whole.query('rollback to savepoint part');
  }
}
