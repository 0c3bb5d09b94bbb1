import { createHash } from 'node:crypto';
import { Kind, parse, validate, type GraphQLError } from 'graphql';
import type pg from 'pg';
import { createAuthenticator } from '../../server/src/app/authenticator.ts';
import { actionTable, entities, listening, routes, subscribers, uploadActions } from '../../server/src/app/modules.ts';
import { buildSchemas } from '../../server/src/app/schema.ts';
import { systemClock, type Clock } from '../../server/src/kernel/clock.ts';
import { systemActor, type Actor } from '../../server/src/platform/access/actor.ts';
import { actionsOf } from '../../server/src/platform/access/role.ts';
import { Database } from '../../server/src/platform/db/database.ts';
import { createPool } from '../../server/src/platform/db/pool.ts';
import { roleUrl } from '../../server/src/platform/db/roles.ts';
import type { Work } from '../../server/src/platform/db/work.ts';
import { Listener } from '../../server/src/platform/events/listener.ts';
import { WakeUps } from '../../server/src/platform/events/wake-up.ts';
import { readerOf, type Reader } from '../../server/src/platform/graphql/audience.ts';
import { Context, type ResponseControl } from '../../server/src/platform/graphql/context.ts';
import { compilingExecutor } from '../../server/src/platform/graphql/executor.ts';
import { TrustedDocuments } from '../../server/src/platform/graphql/trusted-documents.ts';
import { createHttpServer } from '../../server/src/platform/http/server.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { testDatabase, type TestDatabase } from './database.ts';
import { SECRET } from './secret.ts';

type Executor = ReturnType<typeof compilingExecutor>;

export const schemas = buildSchemas();
const executors = new Map<Reader, Executor>();

/** The executor of one audience, made when it is first asked for. */
export function executorFor(reader: Reader): Executor {
  let executor = executors.get(reader);
  if (!executor) executors.set(reader, (executor = compilingExecutor(schemas.of(reader))));
  return executor;
}

/** The answer to one operation. `data` is whatever the document asked for: tests name the shape they expect. */
export interface Answer<T> {
  readonly data: T;
  readonly errors?: readonly GraphQLError[];
}

/** A server that listens, and what it wrote to its log. */
export interface TestServer {
  readonly url: string;
  readonly wakeUps: WakeUps;
  readonly logged: Record<string, unknown>[];
}

/** The product over its own database, without HTTP: operations run as they do behind the server. */
export class TestApp {
  private readonly seen: string[] = [];
  readonly response: ResponseControl & { cookie: string | null };

  private readonly closing: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly owner: TestDatabase,
    readonly database: Database,
    readonly clock: Clock,
    readonly apiUrl: string,
    pool: pg.Pool,
  ) {
    pool.on('connect', (client) => this.watch(client));
    this.response = {
      cookie: null,
      userAgent: 'test',
      setSessionCookie: (value) => void (this.response.cookie = value),
      actorOf: (sessionToken) =>
        createAuthenticator(this.database, clock).actorOf({
          sessionToken,
          portal: null,
          acceptLanguage: null,
          remoteAddress: '127.0.0.1',
        }),
      clearSessionCookie: () => void (this.response.cookie = null),
    };
  }

  static async start(clock: Clock = systemClock): Promise<TestApp> {
    return TestApp.over(await testDatabase(), clock);
  }

  /** The product over a database that is there. */
  static async over(owner: TestDatabase, clock: Clock = systemClock): Promise<TestApp> {
    const apiUrl = roleUrl(owner.ownerUrl, 'corridor_api', SECRET);
    const pool = createPool(apiUrl, 16, () => undefined);
    return new TestApp(owner, Database.open(pool, entities, clock, listening), clock, apiUrl, pool);
  }

  /** Starts the real server over this database, on a port of its own, until the app is closed. */
  async listen(isSecure = false): Promise<TestServer> {
    const listener = new Listener(this.apiUrl, () => undefined);
    const wakeUps = new WakeUps(listener);
    const authenticator = createAuthenticator(this.database, this.clock, listener);
    await listener.open();
    const logged: Record<string, unknown>[] = [];
    const server = await createHttpServer({
      log: createLog('error', { write: (line) => void logged.push(JSON.parse(line)) }),
      clock: this.clock,
      database: this.database,
      schemas,
      authenticator,
      trustedDocuments: await TrustedDocuments.load(),
      wakeUps,
      routes,
      uploadActions,
      isSecure,
      isBehindProxy: false,
    });
    this.closing.push(
      () => server.close(),
      () => Promise.resolve(wakeUps.close()),
      () => listener.close(),
    );
    return { url: await server.listen({ port: 0, host: '127.0.0.1' }), wakeUps, logged };
  }

  /** Runs a document as `actor` and answers as the server would. */
  async run<T = Record<string, unknown>>(
    actor: Actor,
    source: string,
    variables: Record<string, unknown> = {},
  ): Promise<Answer<T>> {
    const reader = readerOf(actor);
    const document = parse(source);
    const errors = validate(schemas.of(reader), document);
    if (errors.length > 0) return { data: null as T, errors };
    const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    const request = {
      document,
      operation,
      operationName: null,
      queryHash: createHash('sha256').update(source).digest('hex'),
      request: { variables },
      context: new Context(actor, this.database, this.clock, this.response),
    };
    return (await executorFor(reader)(request as never)) as Answer<T>;
  }

  /** Runs a document that must succeed: no errors, no refusals. */
  async ask<T = Record<string, never>>(
    actor: Actor,
    source: string,
    variables: Record<string, unknown> = {},
  ): Promise<T> {
    const { data, errors } = await this.run<T>(actor, source, variables);
    if (errors?.length) throw new Error(errors.map((error) => error.originalError?.stack ?? error.message).join('\n'));
    const refused = Object.values(
      (data ?? {}) as Record<string, { userErrors?: { message: string }[] } | null>,
    ).flatMap((field) => field?.userErrors ?? []);
    if (refused.length > 0) throw new Error(`Refused: ${JSON.stringify(refused)}`);
    return data;
  }

  /** Works as a named part of the system: how factories prepare what a test needs. */
  prepare<T>(work: (work: Work) => Promise<T>): Promise<T> {
    return this.database.transact(systemActor('test'), work);
  }

  /** Delivers every event recorded since the last call to its subscribers, as the worker would. */
  async deliver(): Promise<void> {
    const jobs = await this.owner.query<{ id: string; name: string }>(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'deliver' returning j.payload->>'eventId' as id, j.payload->>'name' as name`,
    );
    for (const { id, name } of jobs) {
      const [event] = await this.owner.query(
        'select id, name, subject_type as "subjectType", subject_id as "subjectId", supplier_id as "supplierId", customer_id as "customerId", payload, occurred_at as "occurredAt" from platform_event where id = $1',
        [id],
      );
      for (const subscriber of subscribers.filter((one) => one.event === name)) {
        await this.database.transact(systemActor(subscriber.name), (work) => subscriber.react(work, event as never));
      }
    }
    if (jobs.length > 0) await this.deliver();
  }

  /** The texts of the statements that `run` sends, without the ends of transactions. */
  async statements(run: () => Promise<unknown>): Promise<string[]> {
    this.seen.length = 0;
    await run();
    return this.seen.filter((text) => !/^(begin|commit|rollback)/.test(text));
  }

  async close(): Promise<void> {
    for (const close of this.closing) await close();
    await this.database.close();
    await this.owner.drop();
  }

  private watch(client: pg.PoolClient): void {
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      const [query] = args as [string | { text: string }];
      this.seen.push(typeof query === 'string' ? query : query.text);
      return send(...args);
    }) as typeof client.query;
  }
}

export const actionsFor = (roles: readonly string[]): ReadonlySet<string> => actionsOf(roles, actionTable);
