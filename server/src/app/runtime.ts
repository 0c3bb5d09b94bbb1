import { systemClock, type Clock } from '../kernel/clock.ts';
import type { Config } from '../platform/config.ts';
import { Database } from '../platform/db/database.ts';
import { startEmbeddedPostgres } from '../platform/db/embedded/embedded-postgres.ts';
import { migrate } from '../platform/db/migrate.ts';
import { createPool } from '../platform/db/pool.ts';
import { allowServiceRoles, roleUrl } from '../platform/db/roles.ts';
import { Listener } from '../platform/events/listener.ts';
import { WakeUps } from '../platform/events/wake-up.ts';
import { TrustedDocuments } from '../platform/graphql/trusted-documents.ts';
import type { Parts } from '../platform/http/parts.ts';
import { startWorker, type Worker } from '../platform/jobs/worker.ts';
import type { Logger } from '../platform/log.ts';
import { keepSettings } from '../platform/settings.ts';
import { createAuthenticator } from './authenticator.ts';
import { entities, jobs, listening, routes, subscribers, uploadActions } from './modules.ts';
import { buildSchemas } from './schema.ts';

const MOST_CONNECTIONS = 16;

/** Everything that runs in one process, put together. */
export interface Runtime extends Parts {
  readonly config: Config;
  startJobs(): Promise<Worker>;
  stop(): Promise<void>;
}

interface DatabaseServer {
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

/** Where the database is: our own, or the operator's. Migrated and ready for the service roles. */
export async function prepareDatabase(config: Config, log: Logger): Promise<DatabaseServer> {
  const own = config.databaseUrl
    ? { ownerUrl: config.databaseUrl, stop: () => Promise.resolve() }
    : await startEmbeddedPostgres({ dataDir: config.dataDir, log: (line) => log.info(line) });
  try {
    await migrate(own.ownerUrl);
    if (!config.databaseApiUrl) await allowServiceRoles(own.ownerUrl, config.secret);
    return own;
  } catch (error) {
    await own.stop();
    throw error;
  }
}

export async function createRuntime(config: Config, log: Logger, clock: Clock = systemClock): Promise<Runtime> {
  const server = await prepareDatabase(config, log);
  try {
    return await assemble(config, log, clock, server);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function assemble(config: Config, log: Logger, clock: Clock, server: DatabaseServer): Promise<Runtime> {
  const warn = (message: string) => log.warn(message);
  const apiUrl = config.databaseApiUrl ?? roleUrl(server.ownerUrl, 'corridor_api', config.secret);
  const workerUrl = config.databaseApiUrl
    ? server.ownerUrl
    : roleUrl(server.ownerUrl, 'corridor_worker', config.secret);
  const isLent = config.databasePoolUrl !== undefined;
  const pool = createPool(config.databasePoolUrl ?? apiUrl, MOST_CONNECTIONS, warn, { isLent });
  const database = Database.open(pool, entities, clock, listening);
  keepSettings(database, config);
  const listener = new Listener(apiUrl, warn);
  const wakeUps = new WakeUps(listener);
  const authenticator = createAuthenticator(database, clock, listener);
  await listener.open();
  let worker: Worker | undefined;
  return {
    config,
    log,
    clock,
    database,
    schemas: buildSchemas(),
    authenticator,
    trustedDocuments: await TrustedDocuments.load(),
    wakeUps,
    routes,
    uploadActions,
    isBehindProxy: config.isProduction,
    isSecure: config.publicUrl.startsWith('https:'),
    startJobs: async () => (worker = await startWorker(workerUrl, database, jobs, subscribers, log)),
    stop: async () => {
      await worker?.stop();
      wakeUps.close();
      await listener.close();
      await database.close();
      await server.stop();
    },
  };
}
