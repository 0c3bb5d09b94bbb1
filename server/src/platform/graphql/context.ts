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

const OVER = 'This operation is over';

/**
 * What every resolver gets: who asks, and the one transaction of the operation, opened when it is first needed. Each try
 * of an operation has a context of its own, so whoever is late can neither join the next try nor open what nobody ends.
 */
export class Context {
  private opened: Promise<Work> | null = null;
  private current: Work | null = null;
  private mustRollBack = false;
  private isOver = false;
  private latest: Context | null = null;

  constructor(
    readonly actor: Actor,
    readonly database: Database,
    readonly clock: Clock,
    readonly response: ResponseControl,
    private readonly mode: 'read' | 'write' = 'read',
    /** Whether the operation has several root fields, so that one refused act must not undo the others. */
    readonly hasSeveralActs = false,
  ) {}

  /** The transaction of this operation. */
  work(): Promise<Work> {
    return (this.opened ??= this.begin());
  }

  private async begin(): Promise<Work> {
    if (this.isOver) throw new Error(OVER);
    return (this.current = await this.database.begin(this.actor, this.mode));
  }

  /** Whether the commit of the latest try was sent. */
  get hasAskedToCommit(): boolean {
    return this.latest?.current?.hasAskedToCommit ?? false;
  }

  /** Undoes what the transaction of this operation did so far, and begins another. */
  anew(): Promise<Work> {
    return (this.opened = this.after(this.work()));
  }

  private async after(before: Promise<Work>): Promise<Work> {
    await (await before).rollback();
    return this.begin();
  }

  /** A refused act leaves nothing behind: the operation will be rolled back instead of committed. */
  refuse(): void {
    this.mustRollBack = true;
  }

  /** Runs one operation in a context made for it and ends its transaction: committed, or as if it had never been. */
  async operate<T>(
    mode: 'read' | 'write',
    severalActs: boolean,
    run: (context: Context) => Promise<T>,
    hasFailed: (answer: T) => boolean,
  ): Promise<T> {
    const own = new Context(this.actor, this.database, this.clock, this.response, mode, severalActs);
    this.latest = own;
    try {
      const answer = await run(own);
      await own.end(!own.mustRollBack && !(mode === 'write' && hasFailed(answer)));
      return answer;
    } catch (error) {
      await own.end(false);
      throw error;
    }
  }

  private async end(isGood: boolean): Promise<void> {
    this.isOver = true;
    const work = await this.opened?.catch(() => null);
    if (!work) return;
    try {
      if (isGood) await work.commit();
    } finally {
      await work.rollback();
    }
  }
}
