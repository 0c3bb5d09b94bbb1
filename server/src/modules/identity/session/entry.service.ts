import { sql } from 'kysely';
import { systemActor, type Actor } from '../../../platform/access/actor.ts';
import { seal, unseal } from '../../../platform/access/sealed.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { settingsOf } from '../../../platform/settings.ts';
import { lockChallenge, openChallenge, spendChallenge, type Challenge } from '../challenge/challenges.service.ts';
import { WrongCode } from '../credential.errors.ts';
import { newSecret, otpauthUri, stepOf } from '../second-factor/one-time-code.service.ts';
import {
  APP_PURPOSE,
  factorsOf,
  installApp,
  renewRecoveryCodes,
  takeCode,
} from '../second-factor/second-factors.service.ts';
import { endVisit, openSession, type Device, type OpenedSession } from './sessions.service.ts';
import { beginAttempt, forgive } from './sign-in-guard.service.ts';

export type FactorKind = 'CODE' | 'RECOVERY_CODE' | 'PASSKEY';

/** What is still asked of somebody who knows his password. */
export interface SecondStep {
  readonly ticket: string;
  readonly methods: readonly FactorKind[];
  /** Set for somebody who has no second factor and needs one: what his app has to scan. */
  readonly enrolment: { readonly secret: string; readonly uri: string } | null;
}

/** How a sign-in goes on: with a session, or with one more step. */
export interface Entry {
  readonly session: OpenedSession | null;
  readonly step?: SecondStep;
  readonly recoveryCodes?: readonly string[];
}

interface Waiting {
  readonly membershipId: string;
  /** Sealed: of an app that is being installed. */
  readonly newSecret?: string;
}

/** Lets somebody in who has proven his password: at once, or after the second factor that he has or must get. */
export async function enter(
  work: Work,
  secret: string,
  { personId, membershipId }: { personId: string; membershipId: string },
  device: Device,
): Promise<Entry> {
  const { hasApp, hasPasskey, hasRecoveryCode } = await factorsOf(work, personId);
  const methods = [
    ...(hasApp ? ['CODE' as const] : []),
    ...(hasPasskey ? ['PASSKEY' as const] : []),
    ...(hasRecoveryCode ? ['RECOVERY_CODE' as const] : []),
  ];
  if (hasApp || hasPasskey) {
    const ticket = await openChallenge(work, 'SECOND_FACTOR', personId, { membershipId } satisfies Waiting);
    return { session: null, step: { ticket, methods, enrolment: null } };
  }
  const { email, isNeeded } = await demandOf(work, personId, membershipId);
  if (!isNeeded) return { session: await openSession(work, personId, membershipId, device) };
  const appSecret = newSecret();
  const waiting: Waiting = { membershipId, newSecret: seal(secret, APP_PURPOSE, appSecret) };
  const ticket = await openChallenge(work, 'SECOND_FACTOR', personId, waiting);
  const enrolment = { secret: appSecret, uri: otpauthUri(appSecret, email) };
  return { session: null, step: { ticket, methods: [], enrolment } };
}

async function demandOf(work: Work, personId: string, membershipId: string) {
  const { rows } = await sql<{ email: string; isNeeded: boolean }>`
    select p.email, o.requires_second_factor as "isNeeded"
    from identity_membership m join identity_organisation o on o.id = m.organisation_id join identity_person p on p.id = m.person_id
    where m.id = ${membershipId} and p.id = ${personId}`.execute(work.sql);
  return rows[0] ?? { email: '', isNeeded: true };
}

/**
 * The second step: a code of the app, of one that is being installed, or a recovery code. Counted on its own, so that
 * whoever knows a password has ten guesses, however often he gives it.
 * @throws ChallengeGone, WrongCode, TooManyAttempts
 */
export async function enterWithCode(
  database: Database,
  visitor: Actor,
  userAgent: string | null,
  { ticket, code }: { ticket: string; code: string },
): Promise<Entry> {
  const { secret } = settingsOf(database);
  const asSystem = systemActor('sign-in', visitor.remoteAddress);
  const { personId } = await database.transact(asSystem, (work) => lockWaiting(work, ticket));
  const attempt = await beginAttempt(database, `second factor of ${personId}`, visitor.remoteAddress);
  return database.transact(asSystem, async (work) => {
    const { id, data } = await lockWaiting(work, ticket);
    const recoveryCodes = await proveSecondFactor(work, secret, personId, data, code);
    await spendChallenge(work, id);
    await forgive(work, attempt);
    await endVisit(work, visitor);
    work.nameAct('signIn', 'Person', personId);
    const device = { userAgent, remoteAddress: visitor.remoteAddress };
    const session = await openSession(work, personId, data.membershipId, device, { hasSecondFactor: true });
    return { session, recoveryCodes };
  });
}

async function lockWaiting(work: Work, ticket: string): Promise<Challenge<Waiting> & { personId: string }> {
  const waiting = await lockChallenge<Waiting>(work, 'SECOND_FACTOR', ticket);
  return { ...waiting, personId: waiting.personId ?? '' };
}

async function proveSecondFactor(
  work: Work,
  secret: string,
  personId: string,
  { newSecret: sealed }: Waiting,
  code: string,
): Promise<string[]> {
  const path = ['input', 'code'];
  if (!sealed) {
    if (!(await takeCode(work, secret, personId, code))) throw new WrongCode({}, path);
    return [];
  }
  const appSecret = unseal(secret, APP_PURPOSE, sealed);
  const step = stepOf(appSecret, code, work.clock.now());
  if (step === null) throw new WrongCode({}, path);
  await installApp(work, secret, personId, { secret: appSecret, step });
  return renewRecoveryCodes(work, personId);
}
