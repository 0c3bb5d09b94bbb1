import { systemActor } from '../../platform/access/actor.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Job } from '../../platform/jobs/worker.ts';
import { agreementDeadlines } from './agreement/agreement-deadlines.service.ts';
import { lineAlerts } from './alert/line-alerts.service.ts';
import { lineStatuses } from './line/line-status.service.ts';
import { openProposals } from './proposal/open-proposals.service.ts';
import { replenishmentRuns } from './run/replenishment-run.service.ts';

const job = (name: string, cron: string, run: (work: Work) => Promise<unknown>): Job => ({
  name: `vmi.${name}`,
  cron,
  run: async (database) => void (await database.transact(systemActor(`vmi ${name}`), run)),
});

/** What happens to agreements, lines and proposals by the clock. */
export const vmiJobs: readonly Job[] = [
  // Days pass, averages move: figures are computed anew even where nothing happened.
  job('refresh', '7 * * * *', (work) => lineStatuses.refreshAll(work)),
  job('replenish', '12 * * * *', (work) => replenishmentRuns.run(work)),
  job('deadlines', '*/10 * * * *', async (work) => {
    await agreementDeadlines.keep(work);
    await openProposals.expire(work);
    await lineAlerts.followAnswers(work);
  }),
];
