import { sql } from 'kysely';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { SecondFactorNeeded } from '../credential.errors.ts';
import { Membership } from '../person/membership.entity.ts';
import { Person } from '../person/person.entity.ts';
import { hashOf, newToken } from './session-token.service.ts';
import { IDLE_MS, Session } from './session.entity.ts';

/** A session as it is handed to its device: the only time its token is known. */
export interface OpenedSession {
  readonly token: string;
  readonly endsAt: Date;
}

export interface Device {
  readonly userAgent: string | null;
  readonly remoteAddress: string | null;
}

/** How strongly, by whom and until when a session is opened, where that is not by the holder's own password. */
type Particulars = Partial<
  Pick<
    Session,
    | 'hasSecondFactor'
    | 'confirmedAt'
    | 'singleSignOn'
    | 'impersonatedBy'
    | 'impersonatedByName'
    | 'impersonationReason'
    | 'expiresAt'
  >
>;

/** Signs a person in at a device, for one of his memberships. */
export async function openSession(
  work: Work,
  personId: string,
  membershipId: string,
  device: Device,
  particulars: Particulars = {},
): Promise<OpenedSession> {
  const token = newToken();
  const now = work.clock.now();
  const membership = await work.em.findOneOrFail(Membership, membershipId);
  const session = Object.assign(new Session(), {
    tokenHash: hashOf(token),
    person: work.em.getReference(Person, personId),
    membership,
    membershipVersion: membership.version,
    userAgent: device.userAgent?.slice(0, 300) ?? null,
    remoteAddress: device.remoteAddress,
    createdAt: now,
    lastSeenAt: now,
    confirmedAt: now,
    expiresAt: new Date(now.getTime() + IDLE_MS),
    ...particulars,
  });
  work.em.persist(session);
  return { token, endsAt: session.impersonatedBy ? session.expiresAt : session.endsAt };
}

/**
 * The same session for another of the person's memberships on this side, under a new token.
 * @throws NotFound, SecondFactorNeeded
 */
export async function moveSession(work: Work, membershipId: string): Promise<OpenedSession> {
  const { actor, em } = work;
  const chosen = await em.findOne(
    Membership,
    {
      id: membershipId,
      person: actor.personId ?? '',
      audience: actor.audience as Membership['audience'],
      isActive: true,
    },
    { populate: ['organisation'] },
  );
  const session = await em.findOne(
    Session,
    { id: actor.sessionId, person: actor.personId ?? '', revokedAt: null },
    { populate: ['membership'] },
  );
  const path = ['input', 'membershipId'];
  if (!chosen || !session || session.impersonatedBy) throw new NotFound({}, path);
  // What one organisation's provider vouches for, another need not believe.
  if (session.singleSignOn && chosen.organisation.id !== session.membership.organisation.id)
    throw new NotFound({}, path);
  if (chosen.organisation.requiresSecondFactor && !session.hasSecondFactor) throw new SecondFactorNeeded({}, path);
  session.membership = chosen;
  return replaceToken(work, session);
}

/** Gives a session another token; the one before is worth nothing from now on. */
async function replaceToken(work: Work, session: Session): Promise<OpenedSession> {
  const token = newToken();
  Object.assign(session, {
    tokenHash: hashOf(token),
    previousTokenHash: null,
    membershipVersion: session.membership.version,
  });
  await work.em.flush();
  return { token, endsAt: session.endsAt };
}

/** Another token for the actor's own session, such as when his password changes. @throws NotFound */
export async function renewOwnSession(work: Work, particulars: Particulars = {}): Promise<OpenedSession> {
  const session = await work.em.findOne(
    Session,
    { id: work.actor.sessionId, person: work.actor.personId ?? '', revokedAt: null },
    { populate: ['membership'] },
  );
  if (!session) throw new NotFound();
  Object.assign(session, particulars);
  return replaceToken(work, session);
}

/** A visitor who becomes somebody else is no longer who he was. */
export async function endVisit(work: Work, { personId, sessionId }: Actor): Promise<void> {
  if (sessionId) await endSession(work, personId, sessionId);
}

/** Ends a session of this person; ending it again is harmless. @throws NotFound for one that is not his. */
export async function endSession(
  work: Work,
  personId: string | null,
  sessionId: string,
  path: readonly string[] = [],
): Promise<void> {
  const ended = await sql`
    update identity_session set revoked_at = coalesce(revoked_at, ${work.clock.now()}::timestamptz)
    where id = ${sessionId} and person_id = ${personId} returning id`.execute(work.sql);
  if (ended.rows.length === 0) throw new NotFound({}, path);
}

/** Ends every session of a person but the one he may keep, such as when his password changes. How many ended. */
export async function endSessionsOf(work: Work, personId: string, except: string | null = null): Promise<number> {
  const { rows } = await sql`
    update identity_session set revoked_at = ${work.clock.now()}::timestamptz
    where person_id = ${personId} and revoked_at is null and id is distinct from ${except}::uuid returning 1`.execute(
    work.sql,
  );
  return rows.length;
}
