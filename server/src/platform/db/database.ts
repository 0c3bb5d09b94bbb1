import { MikroORM, type EntityClass, type Options } from '@mikro-orm/postgresql';
import type pg from 'pg';
import type { Clock } from '../../kernel/clock.ts';
import type { Actor } from '../access/actor.ts';
import { isWorthAnotherTry } from './database-error.ts';
import { ormOptions } from './orm.ts';
import { Session } from './session.ts';
import { sessionDialect } from './session-dialect.ts';
import { Work, type Listening } from './work.ts';

const TRIES = 4;

/** The database as the API role sees it: every touch is a transaction of a named actor. */
export class Database {
  private constructor(
    readonly pool: pg.Pool,
    readonly orm: MikroORM,
    private readonly clock: Clock,
    private readonly listening: Listening,
  ) {}

  static open(
    pool: pg.Pool,
    entities: EntityClass<object>[],
    clock: Clock,
    listening: Listening,
    options: Partial<Options> = {},
  ): Database {
    // Its `init` looks through the packages for extensions, of which we use none.
    const orm = new MikroORM({
      ...ormOptions(entities),
      driverOptions: sessionDialect(null),
      ...options,
    } as Options);
    return new Database(pool, orm, clock, listening);
  }

  /**
   * Runs `work` as one transaction of `actor`: all of it happens, or none. The only way into the database.
   * A writing transaction that lost a deadlock or a serialisation race is run again from its beginning.
   */
  async transact<T>(actor: Actor, work: (work: Work) => Promise<T>, mode: 'read' | 'write' = 'write'): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const opened = await this.begin(actor, mode);
      try {
        const answer = await work(opened);
        await opened.commit();
        return answer;
      } catch (error) {
        await opened.rollback();
        if (mode === 'read' || attempt === TRIES || !isWorthAnotherTry(error)) throw error;
      }
    }
  }

  /** Opens the transaction of one operation. Whoever opens it ends it, with commit or rollback. */
  async begin(actor: Actor, mode: 'read' | 'write'): Promise<Work> {
    return new Work(actor, await Session.open(this.pool, actor, mode), this.orm, this.clock, this.listening);
  }

  /** The same database, whose work is done at another time: for what is entered as it once happened. */
  at(clock: Clock): Database {
    return new Database(this.pool, this.orm, clock, this.listening);
  }

  async close(): Promise<void> {
    await this.orm.close();
    await this.pool.end();
  }
}
