import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../../kernel/clock.ts';
import { namedLocale, type Locale } from '../../../kernel/locale.ts';
import { nobody, systemActor, type Actor, type Audience } from '../../../platform/access/actor.ts';
import type { Authenticator, Credentials } from '../../../platform/access/authenticator.port.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { hashOf } from './session-token.service.ts';
import { IDLE_MS, LONGEST_MS } from './session.entity.ts';

interface SessionFacts {
  readonly sessionId: string;
  readonly personId: string;
  readonly name: string;
  readonly locale: Locale;
  readonly membershipId: string;
  readonly organisationId: string;
  readonly audience: Audience;
  readonly roles: readonly string[];
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}

const MOST_REMEMBERED = 5000;
const REMEMBERED_MS = 2000;
const SEEN_EVERY_MS = 5 * 60_000;

const AUDIENCE_OF_PORTAL: Readonly<Record<string, Audience>> = {
  supplier: 'SUPPLIER',
  customer: 'CUSTOMER',
  admin: 'STAFF',
};

type Memory = LRUCache<string, SessionFacts>;
const memories = new WeakMap<Database, Memory>();
function memoryOf(database: Database): Memory {
  let memory = memories.get(database);
  if (!memory) memories.set(database, (memory = new LRUCache({ max: MOST_REMEMBERED, ttl: REMEMBERED_MS })));
  return memory;
}

/** Makes this process look again at once, after it ended or changed a session, a membership or a person. */
export const forgetSessions = (database: Database): void => memoryOf(database).clear();

/**
 * Knows people by their session cookie, in one statement. What it found is believed for at most two seconds, so an
 * ended session, a changed role or a deactivated person is noticed everywhere within that time.
 */
export class SessionAuthenticator implements Authenticator {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly actionsOf: (roles: readonly string[]) => ReadonlySet<string>,
  ) {}

  async actorOf({ sessionToken, portal, acceptLanguage, remoteAddress }: Credentials): Promise<Actor> {
    const wished = namedLocale(acceptLanguage);
    const facts = sessionToken ? await this.factsOf(hashOf(sessionToken)) : undefined;
    const expected = portal === null ? undefined : AUDIENCE_OF_PORTAL[portal];
    if (!facts || (expected && expected !== facts.audience)) return nobody(wished ?? 'en', remoteAddress);
    const { sessionId, personId, name, membershipId, organisationId, audience, roles } = facts;
    return {
      audience,
      personId,
      organisationId,
      membershipId,
      sessionId,
      name,
      actions: this.actionsOf(roles),
      locale: wished ?? facts.locale,
      remoteAddress,
    };
  }

  private async factsOf(tokenHash: string): Promise<SessionFacts | undefined> {
    const memory = memoryOf(this.database);
    const now = this.clock.now().getTime();
    let facts = memory.get(tokenHash);
    if (!facts) {
      facts = await this.database.transact(systemActor('sign-in'), (work) => readFacts(work, tokenHash), 'read');
      if (!facts) return undefined;
      memory.set(tokenHash, facts);
      if (now - Date.parse(facts.lastSeenAt) > SEEN_EVERY_MS) this.noteSeen(facts.sessionId);
    }
    return Date.parse(facts.expiresAt) > now ? facts : undefined;
  }

  // Beside the request, which does not wait for it; when it fails, the next request notes it instead.
  private noteSeen(sessionId: string): void {
    this.database.transact(systemActor('sign-in'), (work) => prolong(work, sessionId)).catch(() => undefined);
  }
}

async function readFacts(work: Work, tokenHash: string): Promise<SessionFacts | undefined> {
  const { rows } = await sql<SessionFacts>`
    select s.id as "sessionId", s.person_id as "personId", p.name, p.locale, s.membership_id as "membershipId",
           m.organisation_id as "organisationId", m.audience, m.roles,
           to_json(s.last_seen_at) #>> '{}' as "lastSeenAt", to_json(s.expires_at) #>> '{}' as "expiresAt"
    from identity_session s
    join identity_person p on p.id = s.person_id and p.is_active
    join identity_membership m on m.id = s.membership_id and m.is_active
    join identity_organisation o on o.id = m.organisation_id and o.is_active
    where s.token_hash = ${tokenHash} and s.revoked_at is null and s.expires_at > ${work.clock.now()}::timestamptz`.execute(
    work.sql,
  );
  return rows[0];
}

/** The session was used: it lives on for its idle time, as far as its longest time allows. */
async function prolong(work: Work, sessionId: string): Promise<void> {
  const now = work.clock.now();
  await sql`
    update identity_session
    set last_seen_at = ${now}::timestamptz,
        expires_at = least(${new Date(now.getTime() + IDLE_MS)}::timestamptz, created_at + ${`${LONGEST_MS} milliseconds`}::interval)
    where id = ${sessionId} and revoked_at is null and last_seen_at < ${new Date(now.getTime() - SEEN_EVERY_MS)}::timestamptz`.execute(
    work.sql,
  );
}
