import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { TooManyAttempts } from '../identity.errors.ts';
import { hashOf } from './session-token.service.ts';

const WINDOW_MINUTES = 15;
const MOST_PER_ACCOUNT = 10;
const MOST_PER_ADDRESS = 50;
const MOST_CHALLENGES = 300;

/** An attempt that counts as failed until it has succeeded, so that attempts side by side cannot outrun the count. */
export interface Attempt {
  readonly ids: readonly string[];
  readonly account: string;
}

const subjectOf = (account: string): string => `account:${hashOf(account)}`;

/**
 * Lets an attempt on this account, from this address, begin. An account is an e-mail; what is guessed apart from its
 * password, such as a code, is named in words and counted apart.
 * @throws TooManyAttempts
 */
export async function beginAttempt(database: Database, name: string, remoteAddress: string | null): Promise<Attempt> {
  const account = subjectOf(name);
  const ids = await count(database, [account, ...(remoteAddress ? [`address:${remoteAddress}`] : [])]);
  return { ids, account };
}

/**
 * Lets somebody ask for the beginning of a sign-in, which costs a row but proves nothing. Whole offices share an address.
 * @throws TooManyAttempts
 */
export async function countChallenge(database: Database, remoteAddress: string | null): Promise<void> {
  if (remoteAddress) await count(database, [`challenge:${remoteAddress}`]);
}

async function count(database: Database, subjects: readonly string[]): Promise<string[]> {
  const ids = subjects.map(newId);
  const isRefused = await database.transact(systemActor('sign-in'), async (work) => {
    // In one order, so that two attempts wait for each other instead of for ever.
    await sql`select pg_advisory_xact_lock(hashtextextended(subject, 0)) from (select subject from unnest(${subjects}::text[]) subject order by 1) ordered`.execute(
      work.sql,
    );
    if (await isExhausted(work, subjects)) return true;
    await sql`insert into identity_sign_in_failure (id, subject, failed_at) select *, ${work.clock.now()}::timestamptz from unnest(${ids}::uuid[], ${subjects}::text[])`.execute(
      work.sql,
    );
    return false;
  });
  if (isRefused) throw new TooManyAttempts({ minutes: WINDOW_MINUTES });
  return ids;
}

async function isExhausted(work: Work, subjects: readonly string[]): Promise<boolean> {
  const since = new Date(work.clock.now().getTime() - WINDOW_MINUTES * 60_000);
  const { rows } = await sql<{ isExhausted: boolean }>`
    select true as "isExhausted" from identity_sign_in_failure
    where subject = any(${subjects}::text[]) and failed_at > ${since}::timestamptz
    group by subject
    having count(*) >= case split_part(subject, ':', 1)
      when 'account' then ${MOST_PER_ACCOUNT}::int when 'challenge' then ${MOST_CHALLENGES}::int else ${MOST_PER_ADDRESS}::int end
    limit 1`.execute(work.sql);
  return rows.length > 0;
}

/** The attempt succeeded: it was no failure, and those on the account before it are forgiven. */
export async function forgive(work: Work, { ids, account }: Attempt): Promise<void> {
  await sql`delete from identity_sign_in_failure where id = any(${ids}::uuid[]) or subject = ${account}`.execute(
    work.sql,
  );
}

/** Whoever has shown that an account is his is not kept out by those who guessed at it. */
export async function forgiveAccount(work: Work, email: string): Promise<void> {
  await sql`delete from identity_sign_in_failure where subject = ${subjectOf(email)}`.execute(work.sql);
}
