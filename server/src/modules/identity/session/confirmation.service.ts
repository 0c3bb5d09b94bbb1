import { sql } from 'kysely';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { settingsOf } from '../../../platform/settings.ts';
import { ConfirmationNeeded, PersonOnly, WrongCode, WrongPasskey, WrongPassword } from '../credential.errors.ts';
import { provePasskey, type PasskeyProof } from '../passkey/passkey-proof.service.ts';
import { isPassword } from '../person/password.service.ts';
import { Person } from '../person/person.entity.ts';
import { factorsOf, takeCode } from '../second-factor/second-factors.service.ts';
import { beginAttempt, forgive } from './sign-in-guard.service.ts';

const RECENT_MINUTES = 15;

/** Who acts by a session of his own. @throws PersonOnly for a machine, and for staff who act as somebody. */
export function checkInPerson({ sessionId, personId, impersonatedBy }: Actor): { sessionId: string; personId: string } {
  if (!sessionId || !personId || impersonatedBy) throw new PersonOnly();
  return { sessionId, personId };
}

/** A sensitive act goes on only when its actor proved lately that it is he. @throws PersonOnly, ConfirmationNeeded */
export async function checkConfirmed(work: Work): Promise<{ sessionId: string; personId: string }> {
  const inPerson = checkInPerson(work.actor);
  const since = new Date(work.clock.now().getTime() - RECENT_MINUTES * 60_000);
  const { rows } = await sql`
    select 1 from identity_session where id = ${inPerson.sessionId} and confirmed_at > ${since}::timestamptz`.execute(
    work.sql,
  );
  if (rows.length === 0) throw new ConfirmationNeeded();
  return inPerson;
}

/** One of the three; who has a second factor proves himself with that. */
export interface Proof {
  readonly password?: string | null | undefined;
  readonly code?: string | null | undefined;
  readonly passkey?: PasskeyProof | null | undefined;
}

/**
 * Proves that it is still he who signed in; sensitive acts are open for a quarter of an hour then.
 * @throws PersonOnly, WrongPassword, WrongCode, WrongPasskey, TooManyAttempts
 */
export async function confirmSession(database: Database, actor: Actor, proof: Proof): Promise<void> {
  const { sessionId, personId } = checkInPerson(actor);
  const attempt = await beginAttempt(database, `confirmation of ${personId}`, actor.remoteAddress);
  // The challenge of a passkey is nobody's until it is answered, so this is the system's work, in his name.
  await database.transact({ ...actor, audience: 'SYSTEM' }, async (work) => {
    await checkProof(work, settingsOf(database), personId, proof);
    await sql`
      update identity_session
      set confirmed_at = ${work.clock.now()}::timestamptz, has_second_factor = has_second_factor or ${!proof.password}
      where id = ${sessionId} and person_id = ${personId} and revoked_at is null`.execute(work.sql);
    await forgive(work, attempt);
    work.nameAct('sessionConfirm', 'Person', personId);
  });
}

async function checkProof(
  work: Work,
  settings: ReturnType<typeof settingsOf>,
  personId: string,
  { password, code, passkey }: Proof,
): Promise<void> {
  if (passkey) {
    if ((await provePasskey(work, settings, passkey)) !== personId) throw new WrongPasskey({}, ['input', 'passkey']);
  } else if (code) {
    if (!(await takeCode(work, settings.secret, personId, code))) throw new WrongCode({}, ['input', 'code']);
  } else {
    const { hasApp, hasPasskey } = await factorsOf(work, personId);
    const person = await work.em.findOneOrFail(Person, personId);
    const isRight = await isPassword(person.passwordHash, password ?? '');
    if (!isRight || hasApp || hasPasskey) throw new WrongPassword({}, ['input', 'password']);
  }
}
