import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/database.ts';
import type { Work } from '../db/work.ts';
import type { Clock } from '../../kernel/clock.ts';

/** What the HTTP layer lets a resolver do to the answer: only sign-in and sign-out use it. */
export interface ResponseControl {
  setSessionCookie(value: string, expiresAt: Date): void;
  clearSessionCookie(): void;
  /** Who the holder of a new session is, for this request. */
  actorOf(sessionToken: string): Promise<Actor>;
  readonly userAgent: string | null;
}

/** What every resolver gets: who asks, and the one transaction of the operation, opened when it is first needed. */
export class Context {
  private opened: Promise<Work> | null = null;
  private current: Work | null = null;
  private mustRollBack = false;
  private mode: 'read' | 'write' = 'read';
  /** Whether the operation has several root fields, so that one refused act must not undo the others. */
  hasSeveralActs = false;

  constructor(
    readonly actor: Actor,
    readonly database: Database,
    readonly clock: Clock,
    readonly response: ResponseControl,
  ) {}

  /** The transaction of this operation. */
  work(): Promise<Work> {
    return (this.opened ??= this.begin());
  }

  private async begin(): Promise<Work> {
    return (this.current = await this.database.begin(this.actor, this.mode));
  }

  /** Whether the commit of the transaction was sent. */
  get hasAskedToCommit(): boolean {
    return this.current?.hasAskedToCommit ?? false;
  }

  /** Undoes what the transaction of this operation did so far, and begins another. */
  async anew(): Promise<Work> {
    await (await this.work()).rollback();
    return (this.opened = this.begin());
  }

  /** A refused act leaves nothing behind: the operation will be rolled back instead of committed. */
  refuse(): void {
    this.mustRollBack = true;
  }

  /** Runs one operation in this context and ends its transaction: committed, or as if it had never been. */
  async operate<T>(
    mode: 'read' | 'write',
    severalActs: boolean,
    run: () => Promise<T>,
    hasFailed: (answer: T) => boolean,
  ): Promise<T> {
    this.opened = null;
    this.current = null;
    this.mode = mode;
    this.mustRollBack = false;
    this.hasSeveralActs = severalActs;
    try {
      const answer = await run();
      await this.end(!this.mustRollBack && !(mode === 'write' && hasFailed(answer)));
      return answer;
    } catch (error) {
      await this.end(false);
      throw error;
    }
  }

  private async end(isGood: boolean): Promise<void> {
    const work = await this.opened?.catch(() => null);
    if (!work) return;
    try {
      if (isGood) await work.commit();
    } finally {
      await work.rollback();
    }
  }
}
