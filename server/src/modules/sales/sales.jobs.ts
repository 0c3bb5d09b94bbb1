import type { Job } from '../../platform/jobs/worker.ts';
import { dailyAllocation } from './order/daily-allocation.service.ts';

/** Before the book is pegged anew: what is set aside overnight is pegged to stock. */
export const salesJobs: readonly Job[] = [
  {
    name: 'sales.allocate_due',
    cron: '5 0 * * *',
    run: async (database) => void (await dailyAllocation.allocate(database)),
  },
];
