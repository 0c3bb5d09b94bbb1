import { sql } from 'kysely';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import { recomputeForecasts } from '../../planning/forecast/forecast-recomputation.service.ts';
import { masterSchedules } from '../../planning/master/master-schedules.service.ts';
import { scheduleEntries } from '../../planning/mps/schedule-entries.service.ts';
import { safetyStocks } from '../../planning/stock/safety-stocks.service.ts';

/** Weeks that the demo's planner has made firm; the ones after them are planned. */
const FIRM_WEEKS = 4;

/** Forecasts the demo's bicycles, schedules them, and proposes safety stocks from what has happened. */
export async function forecastAndSchedule(database: Database, planner: Actor): Promise<void> {
  await recomputeForecasts(database);
  await database.transact(planner, async (work) => {
    const { rows } = await sql<{ id: string }>`
      select id from planning_item where is_master_scheduled order by id`.execute(work.sql);
    await inOrder(rows, ({ id }) => schedule(work, id));
    await safetyStocks.recompute(work);
  });
}

/** Keeps what the planner's screen would propose. */
async function schedule(work: Work, planningItemId: string): Promise<void> {
  const view = await masterSchedules.read(work, planningItemId, { isProposed: true });
  const drafts = (view?.weeks ?? [])
    .filter(({ fence, mps }) => fence !== 'DEMAND' && mps !== null)
    .map(({ startsOn, mps }) => ({ bucketOn: startsOn, quantity: new Decimal(mps ?? 0), expectedVersion: null }));
  const [firm, planned] = [drafts.slice(0, FIRM_WEEKS), drafts.slice(FIRM_WEEKS)];
  if (firm.length > 0) await scheduleEntries.save(work, planningItemId, firm, true);
  if (planned.length > 0) await scheduleEntries.save(work, planningItemId, planned, false);
}
