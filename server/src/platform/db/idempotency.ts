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
  if (!(await take(work, key))) return { answer: await earlier(work, key), isRepeat: true };
  return { answer: await kept(work, key, await run()), isRepeat: false };
}

/** The key was taken before, which came to light when its work was under way: undo that, then ask `earlier`. */
export class TakenBefore extends Error {
  constructor(private readonly key: Key) {
    super('a request was repeated');
  }

  earlier<T>(work: Work): Promise<T> {
    return earlier(work, this.key);
  }
}

/**
 * The same for the only act of a transaction, whose first statements travel with the one that takes the key.
 * @throws TakenBefore when the transaction has to be rolled back before the earlier answer is asked for.
 */
export async function onceOnlyAlone<T>(work: Work, act: string, input: object, run: () => Promise<T>): Promise<T> {
  const key = keyOf(work, act, input);
  if (!key) return run();
  const taking = take(work, key);
  const running = run();
  const [taken, ran] = await Promise.allSettled([taking, running]);
  if (taken.status === 'rejected') throw taken.reason;
  if (!taken.value) throw new TakenBefore(key);
  if (ran.status === 'rejected') throw ran.reason;
  return kept(work, key, ran.value);
}

const TAKE = `insert into platform_idempotency_key (actor_id, key, act, request_hash) values ($1, $2, $3, $4)
  on conflict do nothing returning key`;
const KEEP = 'update platform_idempotency_key set answer = $3::jsonb where actor_id = $1 and key = $2';
const EARLIER = 'select request_hash, answer from platform_idempotency_key where actor_id = $1 and key = $2';

async function take(work: Work, { personId, key, act, hash }: Key): Promise<boolean> {
  return (await work.send(TAKE, [personId, key, act, hash])).length > 0;
}

async function kept<T>(work: Work, { personId, key }: Key, answer: T): Promise<T> {
  await work.flush();
  work.trail(KEEP, [personId, key, JSON.stringify(answer)]);
  return answer;
}

async function earlier<T>(work: Work, { personId, key, hash }: Key): Promise<T> {
  const [known] = await work.send<{ request_hash: string; answer: T }>(EARLIER, [personId, key]);
  if (!known || known.request_hash !== hash) throw new IdempotencyConflict({}, ['input', 'idempotencyKey']);
  return known.answer;
}
