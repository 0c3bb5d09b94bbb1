import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { ChallengeGone } from '../credential.errors.ts';
import { hashOf, newToken } from '../session/session-token.service.ts';

export type ChallengeKind =
  'SECOND_FACTOR' | 'AUTHENTICATOR_APP' | 'PASSKEY_REGISTRATION' | 'PASSKEY_PROOF' | 'SINGLE_SIGN_ON' | 'IMPERSONATION';

export interface Challenge<Data> {
  readonly id: string;
  readonly personId: string | null;
  readonly data: Data;
}

const OPEN_MINUTES = 10;

/** Begins a step that waits for its answer; the ticket is the only copy of its secret. */
export async function openChallenge(
  work: Work,
  kind: ChallengeKind,
  personId: string | null,
  data: object = {},
  minutes = OPEN_MINUTES,
): Promise<string> {
  const ticket = newToken();
  const now = work.clock.now();
  await sql`
    insert into identity_challenge (id, kind, token_hash, person_id, data, created_at, expires_at)
    values (${newId()}, ${kind}, ${hashOf(ticket)}, ${personId}, ${JSON.stringify(data)}::jsonb, ${now}::timestamptz,
            ${new Date(now.getTime() + minutes * 60_000)}::timestamptz)`.execute(work.sql);
  return ticket;
}

/** The open step behind a ticket, held against everybody else who answers it. @throws ChallengeGone */
export async function lockChallenge<Data>(work: Work, kind: ChallengeKind, ticket: string): Promise<Challenge<Data>> {
  const { rows } = await sql<Challenge<Data>>`
    select id, person_id as "personId", data from identity_challenge
    where token_hash = ${hashOf(ticket)} and kind = ${kind} and used_at is null and expires_at > ${work.clock.now()}::timestamptz
    for update`.execute(work.sql);
  const [open] = rows;
  if (!open) throw new ChallengeGone();
  return open;
}

/** The step has its answer, and takes no other. */
export async function spendChallenge(work: Work, id: string): Promise<void> {
  await sql`update identity_challenge set used_at = ${work.clock.now()}::timestamptz where id = ${id}`.execute(
    work.sql,
  );
}
