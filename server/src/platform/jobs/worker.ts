import { Logger as QueueLogger, parseCronItems, run, type ParsedCronItem, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { systemActor } from '../access/actor.ts';
import type { Database } from '../db/database.ts';
import { createPool } from '../db/pool.ts';
import type { Work } from '../db/work.ts';
import type { DeliveredEvent } from '../events/event.ts';

/** Work that runs outside of requests: after an event, at a time, or because somebody asked for it. */
export interface Job {
  readonly name: string;
  /** `* * * * *`, in UTC; without it the job runs when it is added. */
  readonly cron?: string;
  readonly run: (database: Database, payload: Record<string, unknown>) => Promise<void>;
}

/** Reacts to an event of a lower module, once its transaction has committed; at least once, so it must be repeatable. */
export interface Subscriber {
  readonly event: string;
  /** Its name in logs and as the actor of what it does. */
  readonly name: string;
  readonly react: (work: Work, event: DeliveredEvent) => Promise<void>;
}

/** What fetches jobs, until it is stopped. */
export interface Worker {
  stop(): Promise<void>;
}

const QUEUE_CONNECTIONS = 4;

/** Fetches jobs from the queue and runs them, until stopped. */
export async function startWorker(
  url: string,
  database: Database,
  jobs: readonly Job[],
  subscribers: readonly Subscriber[],
  log: Logger,
): Promise<Worker> {
  const tasks: TaskList = {
    deliver: (payload) => deliver(database, subscribers, payload as { eventId: string; name: string }),
  };
  for (const job of jobs) tasks[job.name] = (payload) => job.run(database, (payload ?? {}) as Record<string, unknown>);
  // The queue's own pool would let a lost connection end the process; it listens, so it must not be pipelined.
  const pool = createPool(url, QUEUE_CONNECTIONS, (message) => log.warn(message), { pipeline: false });
  const runner = await run({
    pgPool: pool,
    taskList: tasks,
    parsedCronItems: timetable(jobs),
    concurrency: 2,
    noHandleSignals: true,
    logger: queueLogger(log),
  });
  return {
    stop: async () => {
      await runner.stop();
      await pool.end();
    },
  };
}

/** When the jobs with a time run. @throws Error for a time that is none. */
export function timetable(jobs: readonly Job[]): ParsedCronItem[] {
  return parseCronItems(jobs.flatMap(({ name, cron }) => (cron ? [{ task: name, match: cron }] : [])));
}

async function deliver(
  database: Database,
  subscribers: readonly Subscriber[],
  { eventId, name }: { eventId: string; name: string },
): Promise<void> {
  for (const subscriber of subscribers.filter(({ event }) => event === name)) {
    await database.transact(systemActor(subscriber.name), async (work) => {
      const event = await readEvent(work, eventId);
      if (event) await subscriber.react(work, event);
    });
  }
}

async function readEvent(work: Work, id: string): Promise<DeliveredEvent | undefined> {
  const { rows } = await sql<DeliveredEvent>`
    select id, name, subject_type as "subjectType", subject_id as "subjectId", supplier_id as "supplierId",
           customer_id as "customerId", payload, occurred_at as "occurredAt"
    from platform_event where id = ${id}`.execute(work.sql);
  return rows[0];
}

/** Asks for a job in this transaction: it runs once the transaction has committed. Equal keys wait as one job. */
export async function addJob(
  work: Work,
  name: string,
  payload: Record<string, unknown> = {},
  key: string | null = null,
): Promise<void> {
  await sql`select app_add_job(${name}, ${JSON.stringify(payload)}::json, ${key})`.execute(work.sql);
}

const queueLogger = (log: Logger) =>
  new QueueLogger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else log.debug(message);
  });
