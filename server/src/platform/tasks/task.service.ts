import { sql } from 'kysely';
import { newId } from '../../kernel/id.ts';
import { NotFound } from '../graphql/errors.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/database.ts';
import type { Work } from '../db/work.ts';

export type IssueSeverity = 'ERROR' | 'WARNING' | 'INFO';

/** One thing that went wrong in a long work; `message` is written in the language of whoever asked for it. */
export interface TaskIssue {
  readonly severity: IssueSeverity;
  readonly file: string | null;
  readonly line: number | null;
  readonly field: string | null;
  readonly message: string;
}

export interface NewTask {
  readonly kind: string;
  readonly title: string;
  readonly input?: object;
  /** Whose it is beside the company's: this organisation sees it too. */
  readonly organisationId?: string | null;
}

export interface StoredTask {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly title: string;
  readonly input: Record<string, unknown>;
  readonly result: Record<string, unknown>;
  readonly organisationId: string | null;
}

const MOST_ISSUES_PER_STATEMENT = 2000;

/** Enters a long work into the list, in the transaction of whoever asks for it. Its job starts it later. */
export async function enterTask(work: Work, task: NewTask): Promise<string> {
  const id = newId();
  await sql`
    insert into platform_task (id, kind, title, input, organisation_id, created_by_person_id, created_at)
    values (${id}, ${task.kind}, ${task.title}, ${JSON.stringify(task.input ?? {})}::jsonb, ${task.organisationId ?? null},
            ${work.actor.personId}, ${work.clock.now()})`.execute(work.sql);
  work.record({
    name: 'platform.task.entered',
    subjectType: 'Task',
    subjectId: id,
    topic: 'TASK',
    ...partiesOf(task),
  });
  return id;
}

/** A task by its key, as far as the actor may see it. @throws NotFound */
export async function findTask(work: Work, id: string): Promise<StoredTask> {
  const { rows } = await sql<StoredTask>`
    select id, kind, state, title, input, result, organisation_id as "organisationId"
    from platform_task where id = ${id}`.execute(work.sql);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

/** A wake-up carries a party as supplier or as customer; a task does not care which the organisation is. */
const partiesOf = ({ organisationId }: { readonly organisationId?: string | null }) => ({
  supplierId: organisationId ?? null,
  customerId: organisationId ?? null,
});

/**
 * Follows one long work while it runs, in transactions of its own: what it did stays visible whether the work itself
 * commits or not. Progress is written at most four times a second.
 */
export class TaskProgress {
  private static readonly pause = 250;
  private lastWritten = 0;

  private constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    readonly task: StoredTask,
  ) {}

  /** Begins a task. Null when it has ended already or was called off: a job that comes again has nothing to do. */
  static async start(database: Database, actor: Actor, id: string): Promise<TaskProgress | null> {
    return database.transact(actor, async (work) => {
      const { rows } = await sql`
        update platform_task set state = 'RUNNING', started_at = coalesce(started_at, ${work.clock.now()})
        where id = ${id} and state in ('QUEUED', 'RUNNING') returning id`.execute(work.sql);
      if (rows.length === 0) return null;
      await sql`delete from platform_task_issue where task_id = ${id}`.execute(work.sql);
      const task = await findTask(work, id);
      await wake(work, task);
      return new TaskProgress(database, actor, task);
    });
  }

  async progress(done: number, total: number): Promise<void> {
    const now = performance.now();
    if (now - this.lastWritten < TaskProgress.pause) return;
    this.lastWritten = now;
    await this.database.transact(this.actor, async (work) => {
      await sql`update platform_task set done = ${done}, total = ${total} where id = ${this.task.id}`.execute(work.sql);
      await wake(work, this.task);
    });
  }

  /** Adds to the report, in the order given. */
  async report(issues: readonly TaskIssue[]): Promise<void> {
    const rows = issues.map((issue) => ({ id: newId(), ...issue }));
    await this.database.transact(this.actor, async (work) => {
      for (let start = 0; start < rows.length; start += MOST_ISSUES_PER_STATEMENT)
        await insertIssues(work, this.task, rows.slice(start, start + MOST_ISSUES_PER_STATEMENT));
    });
  }

  async finish(state: 'DONE' | 'FAILED', result: object): Promise<void> {
    await this.database.transact(this.actor, async (work) => {
      await sql`
        update platform_task set state = ${state}, result = ${JSON.stringify(result)}::jsonb, finished_at = ${work.clock.now()},
               done = case when ${state} = 'DONE' then total else done end
        where id = ${this.task.id}`.execute(work.sql);
      const { id: subjectId } = this.task;
      work.record({
        name: 'platform.task.finished',
        subjectType: 'Task',
        subjectId,
        topic: 'TASK',
        ...partiesOf(this.task),
      });
    });
  }
}

async function insertIssues(work: Work, task: StoredTask, rows: readonly object[]): Promise<void> {
  await sql`
    insert into platform_task_issue (id, task_id, organisation_id, severity, file, line, field, message)
    select id, ${task.id}, ${task.organisationId}, severity, file, line, field, message
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(id uuid, severity text, file text, line int, field text, message text)`.execute(work.sql);
}

/** Progress is no fact for the outbox: it only wakes the pages that watch. */
async function wake(work: Work, { id, organisationId }: StoredTask): Promise<void> {
  const notice = { t: 'TASK', s: organisationId, c: organisationId, i: [id] };
  await sql`select pg_notify('corridor', ${JSON.stringify(notice)})`.execute(work.sql);
}
