import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, type ControlledTransaction } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/id.ts';
import type { Actor } from '../access/actor.ts';
import { changesOf, type Change } from '../audit/changes.ts';
import type { DomainEvent } from '../events/event.ts';
import type { PlanRunner } from '../read/reader.ts';

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
  private act: { name: string; subjectType?: string; subjectId?: string } | null = null;
  private isOpen = true;
  private readonly changes: Change[];

  constructor(
    readonly actor: Actor,
    readonly em: EntityManager,
    /** For set-based SQL: Kysely, in this transaction. */
    readonly sql: ControlledTransaction<unknown>,
    readonly clock: Clock,
    private readonly listening: Listening,
  ) {
    this.changes = changesOf(em);
  }

  /** What happened, told to subscribers once this transaction has committed. */
  record(event: DomainEvent): void {
    this.events.push(event);
  }

  /** The name under which the audit log keeps what this transaction did. */
  nameAct(name: string, subjectType?: string, subjectId?: string): void {
    this.act = { name, ...(subjectType ? { subjectType } : {}), ...(subjectId ? { subjectId } : {}) };
  }

  async runPlan(text: string, values: unknown[]): Promise<unknown> {
    const { rows } = await this.sql.executeQuery<{ data: unknown }>(CompiledQuery.raw(text, values));
    return rows[0]?.data ?? null;
  }

  /** Runs `attempt`; when it throws, its effects are undone and the rest of the transaction stands. */
  async guarded<T>(attempt: () => Promise<T>): Promise<T> {
    const [events, changes] = [this.events.length, this.changes.length];
    await this.sql.savepoint('act').execute();
    try {
      const answer = await attempt();
      await this.em.flush();
      await this.sql.releaseSavepoint('act' as never).execute();
      return answer;
    } catch (error) {
      await this.sql.rollbackToSavepoint('act' as never).execute();
      this.em.clear();
      this.events.length = events;
      this.changes.length = changes;
      throw error;
    }
  }

  async commit(): Promise<void> {
    await this.em.flush();
    await this.seal();
    this.isOpen = false;
    await this.sql.commit().execute();
  }

  async rollback(): Promise<void> {
    if (!this.isOpen) return;
    this.isOpen = false;
    await this.sql.rollback().execute();
  }

  private async seal(): Promise<void> {
    const entries = this.auditEntries();
    if (this.events.length === 0 && entries.length === 0) return;
    const events = this.events.map((event) => ({
      id: newId(),
      ...event,
      hasListener: this.listening.hasListener(event.name),
    }));
    await this.sql.executeQuery(
      CompiledQuery.raw('select app_seal($1::jsonb, $2::jsonb, $3)', [
        JSON.stringify(events),
        JSON.stringify(entries),
        this.actor.audience,
      ]),
    );
  }

  private auditEntries(): object[] {
    if (!this.act && this.changes.length === 0) return [];
    const act = this.act ?? { name: this.actor.name };
    const subject = this.changes[0];
    return [
      {
        id: newId(),
        act: act.name,
        subjectType: act.subjectType ?? subject?.type,
        subjectId: act.subjectId ?? subject?.id,
        changes: this.changes,
        remoteAddress: this.actor.remoteAddress,
      },
    ];
  }
}
