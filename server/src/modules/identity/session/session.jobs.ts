import { sql } from 'kysely';
import { systemActor } from '../../../platform/access/actor.ts';
import type { Job } from '../../../platform/jobs/worker.ts';

/** Forgets failed sign-ins, steps and links a day after they count, and sessions ninety days after they could last be used. */
export const sweepSessions: Job = {
  name: 'identity-sweep-sessions',
  cron: '17 3 * * *',
  run: (database) =>
    database.transact(systemActor('sweep'), async (work) => {
      const ago = (days: number) => new Date(work.clock.now().getTime() - days * 86_400_000);
      await sql`delete from identity_sign_in_failure where failed_at < ${ago(1)}::timestamptz`.execute(work.sql);
      await sql`delete from identity_challenge where expires_at < ${ago(1)}::timestamptz`.execute(work.sql);
      await sql`delete from identity_password_reset where expires_at < ${ago(1)}::timestamptz`.execute(work.sql);
      await sql`delete from identity_session where expires_at < ${ago(90)}::timestamptz`.execute(work.sql);
    }),
};
