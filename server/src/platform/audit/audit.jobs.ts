import { systemActor } from '../access/actor.ts';
import type { Job } from '../jobs/worker.ts';
import { auditChain } from './audit-chain.service.ts';

/** Chains new audit entries to the old ones, every minute. */
export const sealAudit: Job = {
  name: 'platform.audit.seal',
  cron: '* * * * *',
  run: async (database) => {
    await database.transact(systemActor('audit'), (work) => auditChain.seal(work));
  },
};
