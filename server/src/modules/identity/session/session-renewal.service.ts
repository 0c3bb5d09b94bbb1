import { sql } from 'kysely';
import type { Renewal } from '../../../platform/access/authenticator.port.ts';
import type { Work } from '../../../platform/db/work.ts';
import { hashOf, newToken } from './session-token.service.ts';
import { IDLE_MS, LONGEST_MS } from './session.entity.ts';

/** A session or key that is in use is noted so often, and not at every request. */
export const SEEN_EVERY_MS = 5 * 60_000;

/** The session was used: it lives on for its idle time, as far as its longest time allows. */
export async function prolongSession(work: Work, sessionId: string): Promise<void> {
  const now = work.clock.now();
  await sql`
    update identity_session
    set last_seen_at = ${now}::timestamptz,
        expires_at = case when impersonated_by_person_id is null
          then least(${new Date(now.getTime() + IDLE_MS)}::timestamptz, created_at + ${`${LONGEST_MS} milliseconds`}::interval)
          else expires_at end
    where id = ${sessionId} and revoked_at is null and last_seen_at < ${new Date(now.getTime() - SEEN_EVERY_MS)}::timestamptz`.execute(
    work.sql,
  );
}

/**
 * Gives the session of this token a new one, because its holder's rights have changed. Of several requests that carry
 * the old token only the first is answered with the new one; the others go on with the old for a moment.
 */
export async function renewSession(work: Work, tokenHash: string): Promise<Renewal | null> {
  const token = newToken();
  const { rows } = await sql<{ createdAt: string }>`
    update identity_session s
    set token_hash = ${hashOf(token)}, previous_token_hash = s.token_hash, renewed_at = ${work.clock.now()}::timestamptz,
        membership_version = m.version
    from identity_membership m
    where s.token_hash = ${tokenHash} and m.id = s.membership_id and m.version <> s.membership_version and s.revoked_at is null
    returning to_json(s.created_at) #>> '{}' as "createdAt"`.execute(work.sql);
  const [renewed] = rows;
  return renewed ? { token, endsAt: new Date(Date.parse(renewed.createdAt) + LONGEST_MS) } : null;
}
