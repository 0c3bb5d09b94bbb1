import type { Work } from '../../../platform/db/work.ts';
import { addJob } from '../../../platform/jobs/worker.ts';

export const REPEG_ALL_JOB = 'promising.repeg_all';

/** Asks for the whole book to be pegged anew once this transaction is over: for bulk loads, which tell no events. */
export const requestRepegging = (work: Work): Promise<void> => addJob(work, REPEG_ALL_JOB, {}, REPEG_ALL_JOB);
