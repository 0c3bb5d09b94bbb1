import type { Clock } from '../../../kernel/clock.ts';
import { namedLocale } from '../../../kernel/locale.ts';
import { nobody, systemActor, type Actor, type Audience } from '../../../platform/access/actor.ts';
import type { Authenticator, Credentials, Renewal } from '../../../platform/access/authenticator.port.ts';
import type { Database } from '../../../platform/db/database.ts';
import { noteKeyUsed } from '../api-key/api-key-use.service.ts';
import { keyBehind, keysOf } from '../api-key/api-key-facts.reads.ts';
import { AccessMemory } from './access-memory.ts';
import { sessionBehind, sessionsOf, type SessionFacts } from './session-facts.reads.ts';
import { prolongSession, renewSession, SEEN_EVERY_MS } from './session-renewal.service.ts';
import { hashOf } from './session-token.service.ts';

/** Of a person who is impersonated, nobody but himself changes who he is and how he signs in. */
const OWN_BUSINESS = 'identity.';

const AUDIENCE_OF_PORTAL: Readonly<Record<string, Audience>> = {
  supplier: 'SUPPLIER',
  customer: 'CUSTOMER',
  admin: 'STAFF',
};

/** Makes this process look again at once, after it ended or changed a session, a key, a membership or a person. */
export function forgetSessions(database: Database): void {
  AccessMemory.of(database).clear();
}

/** Knows people by their session cookie and machines by their key, in one statement, or from memory. */
export class SessionAuthenticator implements Authenticator {
  private readonly memory: AccessMemory;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly actionsOf: (roles: readonly string[]) => ReadonlySet<string>,
  ) {
    this.memory = AccessMemory.of(database);
  }

  async actorOf(credentials: Credentials): Promise<Actor> {
    const { sessionToken, portal, acceptLanguage, remoteAddress, apiKey } = credentials;
    const wished = namedLocale(acceptLanguage);
    if (typeof apiKey === 'string') return this.machineOf(apiKey, credentials);
    const facts = sessionToken ? await this.factsOf(hashOf(sessionToken)) : undefined;
    const expected = portal === null ? undefined : AUDIENCE_OF_PORTAL[portal];
    if (!facts || (expected && expected !== facts.audience)) return nobody(wished ?? 'en', remoteAddress);
    const { sessionId, personId, name, membershipId, organisationId, audience, impersonatedBy } = facts;
    return {
      audience,
      personId,
      organisationId,
      membershipId,
      sessionId,
      name,
      actions: this.actionsOfSession(facts),
      locale: wished ?? facts.locale,
      remoteAddress,
      impersonatedBy,
    };
  }

  async renewalOf({ sessionToken, apiKey }: Credentials): Promise<Renewal | null> {
    if (!sessionToken || typeof apiKey === 'string') return null;
    const hash = hashOf(sessionToken);
    const facts = this.memory.sessions.get(hash);
    if (!facts?.isOutdated) return null;
    const renewal = await this.database.transact(systemActor('sign-in'), (work) => renewSession(work, hash));
    this.memory.sessions.drop(hash);
    return renewal;
  }

  async standing(actors: readonly Actor[]): Promise<ReadonlySet<Actor>> {
    const ids = (of: (actor: Actor) => string | null | undefined) => [
      ...new Set(actors.map(of).filter((id) => typeof id === 'string')),
    ];
    const memberships = await this.database.transact(
      systemActor('sign-in'),
      async (work) => {
        const sessions = await sessionsOf(
          work,
          ids(({ sessionId }) => sessionId),
        );
        const keys = await keysOf(
          work,
          ids(({ apiKeyId }) => apiKeyId),
        );
        return new Map([
          ...sessions.map(({ sessionId, membershipId }) => [sessionId, membershipId] as const),
          ...keys.map(({ id }) => [id, null] as const),
        ]);
      },
      'read',
    );
    return new Set(
      actors.filter(({ sessionId, apiKeyId, membershipId }) => {
        const id = sessionId ?? apiKeyId ?? '';
        return memberships.has(id) && memberships.get(id) === membershipId;
      }),
    );
  }

  private actionsOfSession({ roles, impersonatedBy }: SessionFacts): ReadonlySet<string> {
    const actions = this.actionsOf(roles);
    if (!impersonatedBy) return actions;
    return new Set([...actions].filter((action) => !action.startsWith(OWN_BUSINESS)));
  }

  private async machineOf(key: string, { acceptLanguage, remoteAddress }: Credentials): Promise<Actor> {
    const hash = hashOf(key);
    const locale = namedLocale(acceptLanguage) ?? 'en';
    const now = this.clock.now().getTime();
    let facts = this.memory.keys.get(hash);
    if (!facts) {
      facts = await this.memory.keys.learn(hash, () =>
        this.database.transact(systemActor('sign-in'), (work) => keyBehind(work, hash), 'read'),
      );
      if (!facts) return nobody(locale, remoteAddress);
      const { id, lastUsedAt } = facts;
      if (!lastUsedAt || now - Date.parse(lastUsedAt) > SEEN_EVERY_MS)
        this.beside(() =>
          this.database.transact(systemActor('sign-in'), (work) => noteKeyUsed(work, id, remoteAddress)),
        );
    }
    if (Date.parse(facts.expiresAt) <= now) return nobody(locale, remoteAddress);
    const { id, personId, name, organisationId, audience, scopes } = facts;
    return {
      audience,
      personId,
      organisationId,
      membershipId: null,
      sessionId: null,
      name,
      actions: new Set(scopes),
      locale,
      remoteAddress,
      apiKeyId: id,
    };
  }

  private async factsOf(tokenHash: string): Promise<SessionFacts | undefined> {
    const now = this.clock.now().getTime();
    let facts = this.memory.sessions.get(tokenHash);
    if (!facts) {
      facts = await this.memory.sessions.learn(tokenHash, () =>
        this.database.transact(systemActor('sign-in'), (work) => sessionBehind(work, tokenHash), 'read'),
      );
      if (!facts) return undefined;
      const { sessionId, lastSeenAt } = facts;
      if (now - Date.parse(lastSeenAt) > SEEN_EVERY_MS)
        this.beside(() => this.database.transact(systemActor('sign-in'), (work) => prolongSession(work, sessionId)));
    }
    return Date.parse(facts.expiresAt) > now ? facts : undefined;
  }

  // Beside the request, which does not wait for it; when it fails, the next request notes it instead.
  private beside(note: () => Promise<void>): void {
    note().catch(() => undefined);
  }
}
