import type { Actor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import { WrongPassword } from '../credential.errors.ts';
import { tellPerson } from '../mail/letter.jobs.ts';
import { hashPassword, isPassword } from '../person/password.service.ts';
import { Person } from '../person/person.entity.ts';
import { checkInPerson } from '../session/confirmation.service.ts';
import type { Entry } from '../session/entry.service.ts';
import { endSessionsOf, renewOwnSession } from '../session/sessions.service.ts';
import { beginAttempt, forgive } from '../session/sign-in-guard.service.ts';
import { closeResets } from './password-reset.service.ts';

export interface PasswordChange {
  readonly oldPassword: string;
  readonly newPassword: string;
}

/**
 * Changes the actor's password, which he proves first. His other sessions end, and this one goes on under a new token.
 * @throws PersonOnly, WrongPassword, WeakPassword, CommonPassword, TooManyAttempts
 */
export async function changePassword(
  database: Database,
  actor: Actor,
  { oldPassword, newPassword }: PasswordChange,
): Promise<Entry> {
  const { personId, sessionId } = checkInPerson(actor);
  const attempt = await beginAttempt(database, `confirmation of ${personId}`, actor.remoteAddress);
  const kept = await database.transact(actor, ({ em }) => em.findOneOrFail(Person, personId), 'read');
  if (!(await isPassword(kept.passwordHash, oldPassword))) throw new WrongPassword({}, ['input', 'oldPassword']);
  const passwordHash = await hashPassword(newPassword, ['input', 'newPassword']);
  return database.transact({ ...actor, audience: 'SYSTEM' }, async (work) => {
    const person = await work.em.findOneOrFail(Person, personId);
    Object.assign(person, { passwordHash, passwordChangedAt: work.clock.now() });
    await work.em.flush();
    await closeResets(work, personId);
    await endSessionsOf(work, personId, sessionId);
    await forgive(work, attempt);
    await tellPerson(work, personId, 'PASSWORD_CHANGED');
    work.nameAct('passwordChange', 'Person', personId);
    return { session: await renewOwnSession(work, { confirmedAt: work.clock.now() }) };
  });
}
