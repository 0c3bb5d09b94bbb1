import { sql, type RawBuilder } from 'kysely';
import type { Locale } from '../../../kernel/locale.ts';
import type { Audience } from '../../../platform/access/actor.ts';
import type { Work } from '../../../platform/db/work.ts';

/** For so long, requests that were under way may still carry the token that a renewal replaced. */
const OVERLAP_MS = 30_000;

/** All that has to be known of a session to let its holder act. */
export interface SessionFacts {
  readonly sessionId: string;
  readonly personId: string;
  readonly name: string;
  readonly locale: Locale;
  readonly membershipId: string;
  readonly organisationId: string;
  readonly audience: Audience;
  readonly roles: readonly string[];
  readonly impersonatedBy: string | null;
  /** Whether its holder's rights have changed since its token was given out. */
  readonly isOutdated: boolean;
  readonly lastSeenAt: string;
  /** Of the session, or of the token that a renewal replaced. */
  readonly expiresAt: string;
}

/** The session behind a token that still stands: of an active person, place and organisation, as strong as it demands. */
export async function sessionBehind(work: Work, tokenHash: string): Promise<SessionFacts | undefined> {
  const since = new Date(work.clock.now().getTime() - OVERLAP_MS);
  const [facts] = await standingSessions(
    work,
    sql`(s.token_hash = ${tokenHash} or (s.previous_token_hash = ${tokenHash} and s.renewed_at > ${since}::timestamptz))`,
    sql`case when s.token_hash = ${tokenHash} then s.expires_at
        else least(s.expires_at, s.renewed_at + ${`${OVERLAP_MS} milliseconds`}::interval) end`,
  );
  return facts;
}

/** Those of these sessions that still stand. */
export const sessionsOf = (work: Work, ids: readonly string[]): Promise<SessionFacts[]> =>
  standingSessions(work, sql`s.id = any(${ids}::uuid[])`);

async function standingSessions(
  work: Work,
  which: RawBuilder<unknown>,
  until: RawBuilder<unknown> = sql`s.expires_at`,
): Promise<SessionFacts[]> {
  const { rows } = await sql<SessionFacts>`
    select s.id as "sessionId", s.person_id as "personId", p.name, p.locale, s.membership_id as "membershipId",
           m.organisation_id as "organisationId", m.audience, m.roles, s.impersonated_by_person_id as "impersonatedBy",
           s.membership_version <> m.version as "isOutdated",
           to_json(s.last_seen_at) #>> '{}' as "lastSeenAt", to_json(${until}) #>> '{}' as "expiresAt"
    from identity_session s
    join identity_person p on p.id = s.person_id and p.is_active
    join identity_membership m on m.id = s.membership_id and m.is_active
    join identity_organisation o on o.id = m.organisation_id and o.is_active
    where ${which} and s.revoked_at is null and s.expires_at > ${work.clock.now()}::timestamptz
      and (s.has_second_factor or s.impersonated_by_person_id is not null or not o.requires_second_factor)`.execute(
    work.sql,
  );
  return rows;
}
