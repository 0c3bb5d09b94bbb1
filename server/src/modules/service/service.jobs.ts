import { systemActor } from '../../platform/access/actor.ts';
import type { Job } from '../../platform/jobs/worker.ts';
import { breaches } from './desk/breaches.service.ts';
import { associationRules } from './suggestion/association-rules.service.ts';

/** What happens to tickets by the clock. */
export const serviceJobs: readonly Job[] = [
  {
    name: 'service.breaches',
    cron: '* * * * *',
    run: async (database) =>
      void (await database.transact(systemActor('service clocks'), (work) => breaches.find(work))),
  },
  {
    name: 'service.close-old',
    cron: '23 * * * *',
    run: async (database) =>
      void (await database.transact(systemActor('service desk'), (work) => breaches.closeOld(work))),
  },
  {
    name: 'service.refresh-suggestions',
    cron: '31 * * * *',
    run: async (database) => {
      await database.transact(systemActor('service suggestions'), (work) => associationRules.refresh(work));
    },
  },
  {
    name: 'service.learn-suggestions',
    cron: '41 2 * * *',
    run: async (database) => {
      await database.transact(systemActor('service suggestions'), (work) => associationRules.learn(work));
    },
  },
];
