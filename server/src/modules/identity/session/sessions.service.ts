import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
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

/** Signs a person in at a device, for one of his memberships. */
export function openSession(work: Work, personId: string, membershipId: string, device: Device): OpenedSession {
  const token = newToken();
  const now = work.clock.now();
  const session = Object.assign(new Session(), {
    tokenHash: hashOf(token),
    person: work.em.getReference(Person, personId),
    membership: work.em.getReference(Membership, membershipId),
    userAgent: device.userAgent?.slice(0, 300) ?? null,
    remoteAddress: device.remoteAddress,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + IDLE_MS),
  });
  work.em.persist(session);
  return { token, endsAt: session.endsAt };
}

/** The same session for another of the person's memberships on this side, under a new token. @throws NotFound */
export async function moveSession(work: Work, membershipId: string): Promise<OpenedSession> {
  const { actor, em } = work;
  const chosen = await em.findOne(Membership, {
    id: membershipId,
    person: actor.personId ?? '',
    audience: actor.audience as Membership['audience'],
    isActive: true,
  });
  const session = await em.findOne(Session, {
    id: actor.sessionId,
    person: actor.personId ?? '',
    revokedAt: null,
  });
  if (!chosen || !session) throw new NotFound({}, ['input', 'membershipId']);
  const token = newToken();
  session.tokenHash = hashOf(token);
  session.membership = chosen;
  await em.flush();
  return { token, endsAt: session.endsAt };
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

/** Ends every session of a person, such as when his password changes. */
export async function endSessionsOf(work: Work, personId: string): Promise<void> {
  await sql`update identity_session set revoked_at = ${work.clock.now()}::timestamptz where person_id = ${personId} and revoked_at is null`.execute(
    work.sql,
  );
}
