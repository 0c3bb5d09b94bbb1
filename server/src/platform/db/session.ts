import type { Socket } from 'node:net';
import type pg from 'pg';
import { isUuid } from '../../kernel/id.ts';
import type { Actor } from '../access/actor.ts';
import { badInput } from '../graphql/errors.ts';
import { asDatabaseError } from './database-error.ts';
import { keepsStatements } from './pool.ts';

/** What `pg` keeps to itself: the socket behind a connection. */
interface WithStream {
  readonly connection: { readonly stream: Pick<Socket, 'cork' | 'uncork'> };
}

const statementNames = new Map<string, string>();
const MOST_PREPARED = 2000;

/** A stable name per statement text, so that each connection parses and plans it once. */
function statementName(text: string): string | undefined {
  const known = statementNames.get(text);
  if (known || statementNames.size >= MOST_PREPARED) return known;
  const name = `c${statementNames.size}`;
  statementNames.set(text, name);
  return name;
}

export const ENDED = 'This transaction has ended';
const AFTER_A_FAILURE = '25P02';
const UNDONE = 'This transaction was undone by a statement that failed';

/** What works in a transaction needs of it: the whole one, or a part of it that can be undone by itself. */
export interface Statements {
  readonly isOpen: boolean;
  query<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<R>>;
  /** The last statement of a read: its end travels with it. */
  lastQuery<R extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<pg.QueryResult<R>>;
  /** Harmless after the end. */
  commit(): Promise<void>;
  /** Harmless after the end. */
  rollback(): Promise<void>;
}

/** Milliseconds that one statement may take, by who waits for it; jobs and imports take the time they need. */
const PATIENCE = { NOBODY: 10_000, SUPPLIER: 20_000, CUSTOMER: 20_000, STAFF: 60_000, SYSTEM: 0 } as const;

/**
 * Planning can cost more than running: what a plan depends on stands in the text of a read, so one plan fits, and an
 * outside party's act touches few rows. The staff and the system may write thousands at once, which a plan has to know.
 */
const isPlannedOnce = ({ audience }: Actor, mode: 'read' | 'write'): boolean =>
  mode === 'read' || (audience !== 'STAFF' && audience !== 'SYSTEM');
const PLANNED_ONCE = 'set local plan_cache_mode = force_generic_plan; ';

/** The message that opens a transaction and says who acts in it; checked before it is written, as it has no parameters. */
export function beginMessage(actor: Actor, mode: 'read' | 'write'): string {
  const [org, person] = [actor.organisationId ?? '', actor.personId ?? ''];
  for (const id of [org, person]) if (id !== '' && !isUuid(id)) throw new Error('An actor is named by uuids');
  const patience = PATIENCE[actor.audience];
  const opening = mode === 'read' ? 'begin read only' : 'begin';
  return `${opening}; ${isPlannedOnce(actor, mode) ? PLANNED_ONCE : ''}set local statement_timeout = ${patience}; set local app.audience = '${actor.audience}'; set local app.org = '${org}'; set local app.person = '${person}'`;
}

/**
 * One transaction on one connection. Messages are pipelined: the one that begins it travels with the first statement,
 * and nobody waits for the end of a read. Should the first message be lost, no actor is set and no row is seen.
 */
export class Session implements Statements {
  private readonly begun: Promise<unknown>;
  private hasEnded = false;
  private failure: Error | null = null;
  /** Of this lease. The client's own may by then give back the connection of whoever came after. */
  private readonly release: pg.PoolClient['release'];

  private constructor(
    private readonly client: pg.PoolClient,
    opening: string,
    private readonly mode: 'read' | 'write',
    private readonly isNaming: boolean,
  ) {
    this.release = client.release.bind(client);
    this.gather();
    this.begun = client.query(opening);
    // Who sends a statement hears of it; without this, a lost connection would also end the process.
    this.begun.catch(() => undefined);
  }

  static async open(pool: pg.Pool, actor: Actor, mode: 'read' | 'write'): Promise<Session> {
    const opening = beginMessage(actor, mode);
    return new Session(await pool.connect(), opening, mode, keepsStatements(pool));
  }

  get isOpen(): boolean {
    return !this.hasEnded;
  }

  async query<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<pg.QueryResult<R>> {
    if (this.hasEnded) throw new Error(ENDED);
    // Of a text with a zero byte, only what stands before it would arrive. As a parameter, Postgres refuses it itself.
    if (values.length === 0 && text.includes('\0')) throw badInput('A value could not be read');
    this.gather();
    // Statements without parameters may have their values written into the text: naming those would fill the server.
    const name = this.isNaming && values.length > 0 ? statementName(text) : undefined;
    const answering = this.client.query<R>(name ? { name, text, values } : { text, values });
    try {
      const [answer] = await Promise.all([answering, this.begun]);
      return answer;
    } catch (error) {
      throw this.explained(error as Error);
    }
  }

  /** After a statement that failed, Postgres refuses all others: the reason is what the first one failed for. */
  private explained(error: Error): Error {
    if (asDatabaseError(error)?.code === AFTER_A_FAILURE) return this.failure ?? error;
    this.failure = error;
    return error;
  }

  async lastQuery<R extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<pg.QueryResult<R>> {
    if (this.hasEnded) throw new Error(ENDED);
    const answering = this.query<R>(text, values);
    await Promise.all([this.mode === 'read' ? this.end('commit') : undefined, answering]);
    return answering;
  }

  async commit(): Promise<void> {
    if (this.isOpen) await this.end('commit');
  }

  async rollback(): Promise<void> {
    if (this.isOpen) await this.end('rollback');
  }

  private async end(command: 'commit' | 'rollback'): Promise<void> {
    this.hasEnded = true;
    this.gather();
    const ending = this.client.query(command).then(
      (ended) => {
        this.release();
        // Where a statement failed and nobody minded, Postgres undoes everything and calls it a success.
        if (command === 'commit' && ended.command !== 'COMMIT') throw this.failure ?? new Error(UNDONE);
      },
      (error: Error) => {
        this.release(error);
        if (command === 'commit') throw error;
      },
    );
    if (this.mode === 'write') await ending;
    else ending.catch(() => undefined);
  }

  /** What is sent before control returns to the event loop leaves in one write: a write costs more than a message. */
  private gather(): void {
    const { stream } = (this.client as unknown as WithStream).connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
}
