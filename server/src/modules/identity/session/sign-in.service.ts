import { sql } from 'kysely';
import { systemActor, type Actor, type Audience } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { settingsOf } from '../../../platform/settings.ts';
import { InvalidCredentials } from '../identity.errors.ts';
import { isPassword } from '../person/password.service.ts';
import { enter, type Entry } from './entry.service.ts';
import { endVisit } from './sessions.service.ts';
import { beginAttempt, forgive } from './sign-in-guard.service.ts';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly portal: Audience;
}

interface Account {
  readonly personId: string;
  readonly passwordHash: string | null;
  readonly membershipId: string | null;
}

/**
 * Signs somebody in to one portal, for the organisation he last acted for there; with one more step where he has a
 * second factor or needs one. What he was signed in as ends.
 * Runs its own transactions: a refused attempt is kept, although the act leaves nothing else behind.
 * @throws InvalidCredentials, TooManyAttempts
 */
export async function signIn(
  database: Database,
  visitor: Actor,
  userAgent: string | null,
  { email, password, portal }: SignIn,
): Promise<Entry> {
  const name = email.trim().toLowerCase();
  const attempt = await beginAttempt(database, name, visitor.remoteAddress);
  const account = await database.transact(systemActor('sign-in'), (work) => findAccount(work, name, portal), 'read');
  const isRight = await isPassword(account?.passwordHash ?? null, password);
  if (!isRight || !account?.membershipId) throw new InvalidCredentials();
  const { personId, membershipId } = account;
  return database.transact(systemActor('sign-in', visitor.remoteAddress), async (work) => {
    await forgive(work, attempt);
    const device = { userAgent, remoteAddress: visitor.remoteAddress };
    const entry = await enter(work, settingsOf(database).secret, { personId, membershipId }, device);
    if (!entry.session) return entry;
    await endVisit(work, visitor);
    work.nameAct('signIn', 'Person', personId);
    return entry;
  });
}

async function findAccount(work: Work, email: string, portal: Audience): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select p.id as "personId", p.password_hash as "passwordHash", (
      select m.id from identity_membership m join identity_organisation o on o.id = m.organisation_id
      where m.person_id = p.id and m.audience = ${portal} and m.is_active and o.is_active
      order by (select max(s.last_seen_at) from identity_session s where s.membership_id = m.id and s.person_id = p.id) desc nulls last, m.created_at, m.id
      limit 1
    ) as "membershipId"
    from identity_person p where p.email = ${email} and p.is_active`.execute(work.sql);
  return rows[0];
}
