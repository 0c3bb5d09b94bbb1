import type { Server } from './cluster.ts';
import { withLock } from './lock.ts';
import { bringUp, isUp, type Postmaster } from './postmaster.ts';

const checkEveryMs = 250;

/** Brings a killed server back on the same port while we run, so that pools reconnect by themselves. */
export function supervise(server: Server, started: Postmaster, log: (line: string) => void): { stop(): Promise<void> } {
  let current = started;
  let reviving: Promise<void> | undefined;

  const revive = async (): Promise<void> => {
    log(`The embedded database (process ${current.pid}) ended unexpectedly; starting it again.`);
    try {
      current = await withLock(server.home, () => bringUp(server, started.port));
    } catch (error) {
      log(error instanceof Error ? error.message : String(error));
    } finally {
      reviving = undefined;
    }
  };

  const timer = setInterval(() => {
    if (reviving === undefined && !isUp(current)) reviving = revive();
  }, checkEveryMs);
  timer.unref();

  return {
    async stop() {
      clearInterval(timer);
      await reviving;
    },
  };
}
