import { entities, listening } from '../../../../server/src/app/modules.ts';
import { systemClock } from '../../../../server/src/kernel/clock.ts';
import { wholeBook } from '../../../../server/src/modules/promising/pegging/whole-book.service.ts';
import { lineStatuses } from '../../../../server/src/modules/vmi/line/line-status.service.ts';
import { replenishmentRuns } from '../../../../server/src/modules/vmi/run/replenishment-run.service.ts';
import { systemActor } from '../../../../server/src/platform/access/actor.ts';
import { Database } from '../../../../server/src/platform/db/database.ts';
import { createPool } from '../../../../server/src/platform/db/pool.ts';

/** What the product derives from stock and orders, by its own engine: how lines stand, what it proposes, and promises. */
export async function computeStatuses(apiUrl: string, log: (line: string) => void): Promise<void> {
  const database = Database.open(createPool(apiUrl, 4, log), entities, systemClock, listening);
  const began = performance.now();
  const lines = await database.transact(systemActor('bench'), (work) => lineStatuses.refreshAll(work));
  const run = await database.transact(systemActor('bench'), (work) => replenishmentRuns.run(work));
  log(`${lines} lines, ${run.proposalCount} proposals: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const pegged = performance.now();
  const changed = await wholeBook.repeg(database);
  log(`${changed} lines of sales orders pegged: ${((performance.now() - pegged) / 1000).toFixed(1)} s`);
  await database.close();
}
