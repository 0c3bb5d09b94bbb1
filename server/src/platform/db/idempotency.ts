import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { defineError } from '../../kernel/domain-error.ts';
import { IdempotencyConflict, refuseConstraint } from '../graphql/errors.ts';
import type { Work } from './work.ts';

/** Too short a key is soon used twice. */
export class KeyLengthRefused extends defineError('KEY_LENGTH_REFUSED', {
  en: 'An idempotency key has from 8 to 200 characters',
  zh: '幂等键须为 8 至 200 个字符',
}) {}
refuseConstraint('platform_idempotency_key_length', () => new KeyLengthRefused({}, ['input', 'idempotencyKey']));

/**
 * Runs `work` once for this actor and the key in `input`: asked again with the same body, it answers the same and does
 * nothing; with another body it refuses. Two at the same time wait for each other. Without a key it simply runs.
 * @throws IdempotencyConflict
 */
export async function onceOnly<T>(work: Work, act: string, input: object, run: () => Promise<T>): Promise<T> {
  const { idempotencyKey: key, ...body } = input as { idempotencyKey?: string };
  const { personId } = work.actor;
  if (!key || !personId) return run();
  const hash = createHash('sha256')
    .update(JSON.stringify([act, body]))
    .digest('base64');
  const { rows: taken } = await sql`
    insert into platform_idempotency_key (actor_id, key, act, request_hash) values (${personId}, ${key}, ${act}, ${hash})
    on conflict do nothing returning key`.execute(work.sql);
  if (taken.length === 0) return earlierAnswer(work, personId, key, hash);
  const answer = await run();
  await sql`update platform_idempotency_key set answer = ${JSON.stringify(answer)}::jsonb where actor_id = ${personId} and key = ${key}`.execute(
    work.sql,
  );
  return answer;
}

async function earlierAnswer<T>(work: Work, personId: string, key: string, hash: string): Promise<T> {
  const { rows } = await sql<{ request_hash: string; answer: T }>`
    select request_hash, answer from platform_idempotency_key where actor_id = ${personId} and key = ${key}`.execute(
    work.sql,
  );
  const [earlier] = rows;
  if (!earlier || earlier.request_hash !== hash) throw new IdempotencyConflict({}, ['input', 'idempotencyKey']);
  return earlier.answer;
}
