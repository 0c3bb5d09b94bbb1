import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { prepareBinaries } from './binaries.ts';
import { ensureCluster, type Server } from './cluster.ts';
import { ensureDatabase, ownerUrl } from './connection.ts';
import { DatabaseHome, openEphemeralHome, openHome, testHomePrefix } from './home.ts';
import { isUsed, register, withLock } from './lock.ts';
import { bringUp, shutDown, type Postmaster } from './postmaster.ts';
import { chooseRunAs } from './run-as.ts';
import { supervise } from './supervisor.ts';

/** A Postgres server that belongs to this installation. */
export interface EmbeddedPostgres {
  /** Logs in as the role that owns the schema: for migrations, never for requests. */
  readonly ownerUrl: string;
  /** Leaves cleanly; the last process that uses the database shuts it down. */
  stop(): Promise<void>;
}

/** Where the database lives: a kept folder, or a temporary one that `stop` removes. */
export type EmbeddedPostgresOptions = ({ dataDir: string; ephemeral?: false } | { ephemeral: true }) & {
  log?: (line: string) => void;
};

/** Test servers whose test run was killed: stopped and removed by the next run. */
async function sweepAbandoned(server: Server): Promise<void> {
  const parent = dirname(server.home.path);
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(testHomePrefix))) {
    const home = new DatabaseHome(join(parent, name));
    try {
      if (home.path === server.home.path || isUsed(home)) continue;
      await remove({ ...server, home });
    } catch {
      // Another user's folder, or another run sweeps it too.
    }
  }
}

async function remove(server: Server): Promise<void> {
  await shutDown(server);
  rmSync(server.home.path, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Starts the embedded Postgres, or joins the one that already serves this folder. A server that outlived its
 * process is adopted, a killed one recovers and is restarted on the same port while we run.
 * @throws EmbeddedPostgresError with one sentence that says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const runAs = chooseRunAs();
  const home = options.ephemeral ? openEphemeralHome(runAs) : openHome(options.dataDir, runAs, log);
  const leave = register(home);
  try {
    const server: Server = { bin: prepareBinaries(home, runAs), home, runAs, durable: !options.ephemeral };
    if (!server.durable) await sweepAbandoned(server);
    const postmaster = await withLock(home, async () => {
      await ensureCluster(server);
      const up = await bringUp(server);
      await ensureDatabase(home, up.port);
      return up;
    });
    return running(server, postmaster, leave, log);
  } catch (error) {
    leave();
    if (options.ephemeral) rmSync(home.path, { recursive: true, force: true });
    throw error;
  }
}

function running(
  server: Server,
  postmaster: Postmaster,
  leave: () => void,
  log: (line: string) => void,
): EmbeddedPostgres {
  const { home, durable } = server;
  const supervisor = supervise(server, postmaster, log);
  const leaveInOrder = async (): Promise<void> => {
    await supervisor.stop();
    if (!durable) {
      leave();
      return remove(server);
    }
    await withLock(home, async () => {
      leave();
      if (!isUsed(home)) await shutDown(server);
    });
  };
  let stopping: Promise<void> | undefined;
  return { ownerUrl: ownerUrl(home, postmaster.port), stop: () => (stopping ??= leaveInOrder()) };
}
