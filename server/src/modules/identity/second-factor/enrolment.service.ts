import { sql } from 'kysely';
import { seal, unseal } from '../../../platform/access/sealed.ts';
import type { Work } from '../../../platform/db/work.ts';
import { lockChallenge, openChallenge, spendChallenge } from '../challenge/challenges.service.ts';
import { ChallengeGone, LastFactor, WrongCode } from '../credential.errors.ts';
import { tellPerson } from '../mail/letter.jobs.ts';
import { Person } from '../person/person.entity.ts';
import { checkConfirmed, checkInPerson } from '../session/confirmation.service.ts';
import { isFactorDemanded } from './demand.reads.ts';
import { newSecret, otpauthUri, stepOf } from './one-time-code.service.ts';
import { APP_PURPOSE, factorsOf, installApp, renewRecoveryCodes } from './second-factors.service.ts';

/** What an app has to scan; nothing counts before it has shown a code. @throws PersonOnly, ConfirmationNeeded */
export async function offerApp(
  work: Work,
  installationSecret: string,
): Promise<{ ticket: string; secret: string; uri: string }> {
  const { personId } = await checkConfirmed(work);
  const person = await work.em.findOneOrFail(Person, personId);
  const secret = newSecret();
  const data = { secret: seal(installationSecret, APP_PURPOSE, secret) };
  const ticket = await openChallenge(work, 'AUTHENTICATOR_APP', personId, data);
  return { ticket, secret, uri: otpauthUri(secret, person.email) };
}

/**
 * The app has shown its first code: from now on it is asked for. Gives recovery codes to whoever had none.
 * @throws PersonOnly, ChallengeGone, WrongCode
 */
export async function confirmApp(
  work: Work,
  installationSecret: string,
  { ticket, code }: { ticket: string; code: string },
): Promise<string[]> {
  const { personId, sessionId } = checkInPerson(work.actor);
  const { id, data, ...offered } = await lockChallenge<{ secret: string }>(work, 'AUTHENTICATOR_APP', ticket);
  if (offered.personId !== personId) throw new ChallengeGone();
  const secret = unseal(installationSecret, APP_PURPOSE, data.secret);
  const step = stepOf(secret, code, work.clock.now());
  if (step === null) throw new WrongCode({}, ['input', 'code']);
  await installApp(work, installationSecret, personId, { secret, step });
  await spendChallenge(work, id);
  await sql`update identity_session set has_second_factor = true where id = ${sessionId}`.execute(work.sql);
  return renewRecoveryCodes(work, personId);
}

/** The app is no longer asked for, nor the recovery codes. @throws PersonOnly, ConfirmationNeeded, LastFactor */
export async function removeApp(work: Work): Promise<void> {
  const { personId } = await checkConfirmed(work);
  const { hasPasskey } = await factorsOf(work, personId);
  if (!hasPasskey && (await isFactorDemanded(work, personId))) throw new LastFactor();
  await sql`delete from identity_authenticator_app where person_id = ${personId}`.execute(work.sql);
  if (!hasPasskey) await sql`delete from identity_recovery_code where person_id = ${personId}`.execute(work.sql);
  await tellPerson(work, personId, 'FACTORS_CHANGED');
}

/** Ten new recovery codes. @throws PersonOnly, ConfirmationNeeded */
export async function replaceRecoveryCodes(work: Work): Promise<string[]> {
  const { personId } = await checkConfirmed(work);
  return renewRecoveryCodes(work, personId);
}
