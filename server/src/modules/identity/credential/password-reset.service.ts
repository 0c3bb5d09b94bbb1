import { sql } from 'kysely';
import { systemActor, type Actor, type Audience } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { addJob } from '../../../platform/jobs/worker.ts';
import { ResetGone } from '../credential.errors.ts';
import { tellPerson } from '../mail/letter.jobs.ts';
import { hashPassword } from '../person/password.service.ts';
import { Person } from '../person/person.entity.ts';
import { hashOf } from '../session/session-token.service.ts';
import { endSessionsOf } from '../session/sessions.service.ts';
import { beginAttempt, forgiveAccount } from '../session/sign-in-guard.service.ts';

export const RESET_JOB = 'identity-send-password-reset';

/**
 * Somebody says that he forgot the password of this e-mail. All that happens here happens for every e-mail alike: it is
 * counted, and a job is asked for. Whether there is an account is found out by the job, and told to nobody.
 * @throws TooManyAttempts, counted per e-mail and per address
 */
export async function requestReset(
  database: Database,
  visitor: Actor,
  { email, portal }: { email: string; portal: Audience },
): Promise<void> {
  const name = email.trim().toLowerCase().slice(0, 254);
  await beginAttempt(database, `reset of ${name}`, visitor.remoteAddress);
  await database.transact(systemActor('sign-in'), (work) =>
    addJob(work, RESET_JOB, { email: name, portal, locale: visitor.locale }),
  );
}

export interface OpenReset {
  readonly id: string;
  readonly personId: string;
  readonly email: string;
  readonly expiresAt: string;
}

/** What stands behind the link; undefined for an unknown, used, replaced or expired one. */
export async function findOpenReset(work: Work, token: string, lock = false): Promise<OpenReset | undefined> {
  const { rows } = await sql<OpenReset>`
    select r.id, r.person_id as "personId", p.email, to_json(r.expires_at) #>> '{}' as "expiresAt"
    from identity_password_reset r join identity_person p on p.id = r.person_id and p.is_active
    where r.token_hash = ${hashOf(token)} and r.used_at is null and r.expires_at > ${work.clock.now()}::timestamptz
    ${lock ? sql`for update of r` : sql``}`.execute(work.sql);
  return rows[0];
}

/**
 * Replaces a forgotten password, once per link, and ends every session of that person. It signs nobody in: the second
 * factor, where there is one, is still asked for.
 * @throws ResetGone, WeakPassword, CommonPassword
 */
export async function resetPassword(
  database: Database,
  { token, password }: { token: string; password: string },
): Promise<void> {
  const actor = systemActor('sign-in');
  const offered = await database.transact(actor, (work) => findOpenReset(work, token), 'read');
  if (!offered) throw new ResetGone({}, ['input', 'token']);
  const passwordHash = await hashPassword(password, ['input', 'password']);
  await database.transact(actor, async (work) => {
    const reset = await findOpenReset(work, token, true);
    if (!reset) throw new ResetGone({}, ['input', 'token']);
    const person = await work.em.findOneOrFail(Person, reset.personId);
    Object.assign(person, { passwordHash, passwordChangedAt: work.clock.now() });
    await work.em.flush();
    await closeResets(work, reset.personId);
    await endSessionsOf(work, reset.personId);
    await forgiveAccount(work, reset.email);
    await tellPerson(work, reset.personId, 'PASSWORD_CHANGED');
    work.nameAct('passwordReset', 'Person', reset.personId);
  });
}

/** No link that was sent to this person is good any more. */
export async function closeResets(work: Work, personId: string): Promise<void> {
  await sql`
    update identity_password_reset set used_at = ${work.clock.now()}::timestamptz where person_id = ${personId} and used_at is null`.execute(
    work.sql,
  );
}
