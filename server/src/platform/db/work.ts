import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import type { QueryResultRow } from 'pg';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/id.ts';
import type { Actor } from '../access/actor.ts';
import { changesOf, type Change } from '../audit/changes.ts';
import type { DomainEvent } from '../events/event.ts';
import type { PlanRunner } from '../read/reader.ts';
import { keepToParty } from './party-filter.ts';
import { sqlIn } from './session-dialect.ts';
import type { Statements } from './session.ts';
import { together } from './together.ts';
import { SessionPart } from './session-part.ts';

/** Which events somebody in this system waits for: the others need no job. */
export interface Listening {
  hasListener(eventName: string): boolean;
}

/**
 * One transaction of one actor, handed to whatever works in it. Services join it and never open their own.
 * Events and audit entries gathered here are written with the last message before the commit.
 */
export class Work implements PlanRunner {
  private readonly events: DomainEvent[] = [];
  /** What was done in parts that could have been undone by themselves. */
  private readonly parts: Work[] = [];
  private act: { name: string; subjectType?: string; subjectId?: string } | null = null;
  private kysely: Kysely<unknown> | null = null;
  private manager: EntityManager | null = null;
  /** Statements that were sent without waiting for their answer. */
  private readonly trailing: Promise<unknown>[] = [];
  /** Whether the commit was sent: from then on only the database knows what became of the transaction. */
  hasAskedToCommit = false;

  constructor(
    readonly actor: Actor,
    private readonly session: Statements,
    private readonly orm: MikroORM,
    readonly clock: Clock,
    private readonly listening: Listening,
  ) {}

  /** For set-based SQL: Kysely, in this transaction. */
  get sql(): Kysely<unknown> {
    return (this.kysely ??= sqlIn(this.session));
  }

  /** For entities: the ORM, in this transaction. A read never asks for it. */
  get em(): EntityManager {
    if (!this.manager) {
      this.manager = this.orm.em.fork();
      this.manager.setTransactionContext(this.sql);
      keepToParty(this.manager, this.actor);
      changesOf(this.manager);
    }
    return this.manager;
  }

  /** What happened, told to subscribers once this transaction has committed. */
  record(event: DomainEvent): void {
    this.events.push(event);
  }

  /** The name under which the audit log keeps what this transaction did. */
  nameAct(name: string, subjectType?: string, subjectId?: string): void {
    this.act = { name, ...(subjectType ? { subjectType } : {}), ...(subjectId ? { subjectId } : {}) };
  }

  /** Sends a prepared statement at once, before whatever is asked next. */
  async send<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
    return (await this.session.query<Row>(text, values)).rows;
  }

  /** The same, waited for at the commit only: should it fail, nothing is committed. */
  trail(text: string, values: unknown[]): void {
    const statement = this.send(text, values);
    statement.catch(() => undefined);
    this.trailing.push(statement);
  }

  /** When what trails behind has come back. @throws what the first of it was refused for */
  async settled(): Promise<void> {
    await Promise.all(this.trailing);
  }

  /** Writes what was changed of entities. A transaction that has none pays nothing. */
  async flush(): Promise<void> {
    if (this.manager) await this.manager.flush();
  }

  async runPlan(text: string, values: unknown[], isLast = false): Promise<unknown> {
    const { rows } = isLast
      ? await this.session.lastQuery<{ data: unknown }>(text, values)
      : await this.session.query<{ data: unknown }>(text, values);
    return rows[0]?.data ?? null;
  }

  /**
   * Runs `attempt` in a part of this transaction: when it throws, its effects are undone and the rest stands. Whatever of
   * it is still under way by then finds its part ended.
   */
  async guarded<T>(attempt: (part: Work) => Promise<T>): Promise<T> {
    const session = new SessionPart(this.session);
    const part = new Work(this.actor, session, this.orm, this.clock, this.listening);
    await this.session.query('savepoint part');
    try {
      const answer = await attempt(part);
      await part.flush();
      await part.settled();
      await session.commit();
      this.parts.push(part);
      return answer;
    } catch (error) {
      await session.rollback();
      throw error;
    }
  }

  /** Harmless after the end. */
  async commit(): Promise<void> {
    if (!this.session.isOpen) return;
    if (this.manager) await this.manager.flush();
    this.hasAskedToCommit = true;
    // All travel together: when one of them is refused, Postgres turns the commit into a rollback.
    await together(this.settled(), this.seal(), this.session.commit());
  }

  rollback(): Promise<void> {
    return this.session.rollback();
  }

  private seal(): Promise<unknown> {
    const all = [...this.parts, this];
    const entries = all.flatMap((one) => one.auditEntries());
    const told = all.flatMap((one) => one.events);
    if (told.length === 0 && entries.length === 0) return Promise.resolve();
    const events = told.map((event) => ({
      id: newId(),
      ...event,
      hasListener: this.listening.hasListener(event.name),
    }));
    return this.session.query('select app_seal($1::jsonb, $2::jsonb, $3)', [
      JSON.stringify(events),
      JSON.stringify(entries),
      this.actor.audience,
    ]);
  }

  /** Who is behind the act beside the actor: who impersonates him, or the person whom the system lets in. */
  private representation(): object {
    const { impersonatedBy, personId, audience } = this.actor;
    if (impersonatedBy) return { actorPersonId: impersonatedBy, onBehalfOf: personId };
    const isForPerson = audience === 'SYSTEM' && this.act?.subjectType === 'Person';
    return isForPerson ? { onBehalfOf: this.act?.subjectId } : {};
  }

  private auditEntries(): object[] {
    const changes: readonly Change[] = this.manager ? changesOf(this.manager) : [];
    if (!this.act && changes.length === 0) return [];
    const act = this.act ?? { name: this.actor.name };
    const [subject] = changes;
    return [
      {
        id: newId(),
        act: act.name,
        subjectType: act.subjectType ?? subject?.type,
        subjectId: act.subjectId ?? subject?.id,
        changes,
        remoteAddress: this.actor.remoteAddress,
        ...this.representation(),
      },
    ];
  }
}
