import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { systemActor, type Audience } from '../../../platform/access/actor.ts';
import type { Job } from '../../../platform/jobs/worker.ts';
import { settingsOf } from '../../../platform/settings.ts';
import { LETTERS } from '../mail/letters.service.ts';
import { post } from '../mail/post.service.ts';
import { Person } from '../person/person.entity.ts';
import { PORTAL_OF } from '../person/membership.policy.ts';
import { hashOf, newToken } from '../session/session-token.service.ts';
import { closeResets, RESET_JOB } from './password-reset.service.ts';

const OPEN_MINUTES = 30;

/**
 * Sends the link, where there is an account. Its secret is made here and nowhere kept: a repeated job makes another, and
 * the link before is void.
 */
export const sendPasswordReset: Job = {
  name: RESET_JOB,
  run: async (database, payload) => {
    const { email, portal, locale } = payload as { email: string; portal: Audience; locale: Locale };
    const token = newToken();
    const person = await database.transact(systemActor('mail'), async (work) => {
      const found = await work.em.findOne(Person, { email, isActive: true, machineOf: null });
      if (!found) return null;
      const now = work.clock.now();
      await closeResets(work, found.id);
      await sql`
        insert into identity_password_reset (id, token_hash, person_id, created_at, expires_at)
        values (${newId()}, ${hashOf(token)}, ${found.id}, ${now}::timestamptz, ${new Date(now.getTime() + OPEN_MINUTES * 60_000)}::timestamptz)`.execute(
        work.sql,
      );
      return { name: found.name };
    });
    if (!person) return;
    const settings = settingsOf(database);
    const link = `${settings.publicUrl}/${PORTAL_OF[portal]}/reset/${token}`;
    const letter = LETTERS.PASSWORD_RESET[locale]({ name: person.name, link, minutes: String(OPEN_MINUTES) });
    await post(settings, { to: email, ...letter });
  },
};
