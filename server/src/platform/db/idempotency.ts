import { createHash } from 'node:crypto';
import { defineError } from '../../kernel/domain-error.ts';
import { IdempotencyConflict, refuseConstraint } from '../graphql/errors.ts';
import type { Work } from './work.ts';

/** Too short a key is soon used twice. */
export class KeyLengthRefused extends defineError('KEY_LENGTH_REFUSED', {
  en: 'An idempotency key has from 8 to 200 characters',
  zh: '幂等键须为 8 至 200 个字符',
}) {}
refuseConstraint('platform_idempotency_key_length', () => new KeyLengthRefused({}, ['input', 'idempotencyKey']));

/** What an act answered, and whether it was done just now or is remembered. */
export interface Answered<T> {
  readonly answer: T;
  readonly isRepeat: boolean;
}

interface Key {
  readonly personId: string;
  readonly key: string;
  readonly act: string;
  readonly hash: string;
}

/** Without a key, or without anybody to hold it, nothing is remembered. */
function keyOf(work: Work, act: string, input: object): Key | null {
  const { idempotencyKey: key, ...body } = input as { idempotencyKey?: string };
  const { personId } = work.actor;
  if (!key || !personId) return null;
  const hash = createHash('sha256')
    .update(JSON.stringify([act, body]))
    .digest('base64');
  return { personId, key, act, hash };
}

/**
 * Runs `run` once for this actor and the key in `input`: asked again with the same body, it answers the same and does
 * nothing; with another body it refuses. Two at the same time wait for each other. Without a key it simply runs.
 * @throws IdempotencyConflict
 */
export async function onceOnly<T>(work: Work, act: string, input: object, run: () => Promise<T>): Promise<Answered<T>> {
  const key = keyOf(work, act, input);
  if (!key) return { answer: await run(), isRepeat: false };
  if (!(await take(work, key))) return { answer: await known<T>(work, key), isRepeat: true };
  return { answer: await kept(work, key, await run()), isRepeat: false };
}

/**
 * Runs the only act of a transaction. The key is kept together with the answer when all is done: what takes a key twice
 * fails there, or was refused before because it finds its work done, and then asks for the `earlierAnswer`.
 */
export async function keepingAnswer<T>(work: Work, act: string, input: object, run: () => Promise<T>): Promise<T> {
  const answer = await run();
  await work.flush();
  const key = keyOf(work, act, input);
  if (key) work.trail(TAKE_ANSWERED, [key.personId, key.key, key.act, key.hash, JSON.stringify(answer)]);
  return answer;
}

/** What this very request was answered before, if it was. @throws IdempotencyConflict when the key was another's */
export async function earlierAnswer<T>(work: Work, act: string, input: object): Promise<T | null> {
  const key = keyOf(work, act, input);
  return key && earlier<T>(work, key);
}

const TAKE = `insert into platform_idempotency_key (actor_id, key, act, request_hash) values ($1, $2, $3, $4)
  on conflict do nothing returning key`;
const TAKE_ANSWERED = `insert into platform_idempotency_key (actor_id, key, act, request_hash, answer)
  values ($1, $2, $3, $4, $5::jsonb)`;
const KEEP = 'update platform_idempotency_key set answer = $3::jsonb where actor_id = $1 and key = $2';
const EARLIER = 'select request_hash, answer from platform_idempotency_key where actor_id = $1 and key = $2';

async function take(work: Work, { personId, key, act, hash }: Key): Promise<boolean> {
  return (await work.send(TAKE, [personId, key, act, hash])).length > 0;
}

async function known<T>(work: Work, key: Key): Promise<T> {
  const answer = await earlier<T>(work, key);
  if (answer === null) throw new IdempotencyConflict({}, ['input', 'idempotencyKey']);
  return answer;
}

async function kept<T>(work: Work, { personId, key }: Key, answer: T): Promise<T> {
  await work.flush();
  work.trail(KEEP, [personId, key, JSON.stringify(answer)]);
  return answer;
}

async function earlier<T>(work: Work, { personId, key, hash }: Key): Promise<T | null> {
  const [known] = await work.send<{ request_hash: string; answer: T }>(EARLIER, [personId, key]);
  if (known && known.request_hash !== hash) throw new IdempotencyConflict({}, ['input', 'idempotencyKey']);
  return known?.answer ?? null;
}
