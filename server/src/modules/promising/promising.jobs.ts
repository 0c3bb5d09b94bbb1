import type { Job } from '../../platform/jobs/worker.ts';
import { REPEG_ALL_JOB } from './pegging/repeg-request.service.ts';
import { wholeBook } from './pegging/whole-book.service.ts';

/** After bulk loads, and daily: what is overdue slips by the clock alone. */
export const promisingJobs: readonly Job[] = [
  { name: REPEG_ALL_JOB, cron: '20 0 * * *', run: async (database) => void (await wholeBook.repeg(database)) },
];
