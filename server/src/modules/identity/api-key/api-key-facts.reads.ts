import { sql, type RawBuilder } from 'kysely';
import type { Audience } from '../../../platform/access/actor.ts';
import type { Work } from '../../../platform/db/work.ts';

/** All that has to be known of a key to let its machine act. */
export interface KeyFacts {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly organisationId: string;
  readonly audience: Audience;
  readonly scopes: readonly string[];
  readonly lastUsedAt: string | null;
  readonly expiresAt: string;
}

/** The key with this secret, while it stands. */
export async function keyBehind(work: Work, secretHash: string): Promise<KeyFacts | undefined> {
  const [facts] = await standingKeys(work, sql`k.secret_hash = ${secretHash}`);
  return facts;
}

/** Those of these keys that still stand. */
export const keysOf = (work: Work, ids: readonly string[]): Promise<KeyFacts[]> =>
  ids.length === 0 ? Promise.resolve([]) : standingKeys(work, sql`k.id = any(${ids}::uuid[])`);

async function standingKeys(work: Work, which: RawBuilder<unknown>): Promise<KeyFacts[]> {
  const { rows } = await sql<KeyFacts>`
    select k.id, k.person_id as "personId", k.name, k.organisation_id as "organisationId", k.audience, k.scopes,
           to_json(k.last_used_at) #>> '{}' as "lastUsedAt", to_json(k.expires_at) #>> '{}' as "expiresAt"
    from identity_api_key k
    join identity_person p on p.id = k.person_id and p.is_active
    join identity_organisation o on o.id = k.organisation_id and o.is_active
    where ${which} and k.revoked_at is null and k.expires_at > ${work.clock.now()}::timestamptz`.execute(work.sql);
  return rows;
}
