import { LRUCache } from 'lru-cache';
import type { Database } from '../../../platform/db/database.ts';
import type { Listener } from '../../../platform/events/listener.ts';
import type { KeyFacts } from '../api-key/api-key-facts.reads.ts';
import type { SessionFacts } from './session-facts.reads.ts';

const MOST_REMEMBERED = 20_000;
/** While changes are heard of. Shorter than the time after which a session in use is noted as used. */
const LONG_MS = 60_000;
/** While they are not. */
const SHORT_MS = 2000;

/** How well a process hears of changes. */
interface Hearing {
  readonly isGood: boolean;
  /** How many changes it heard of. */
  readonly changes: number;
}

/** Facts by the hash of the secret they were found by. */
class FactsBySecret<F extends object> {
  private readonly cache = new LRUCache<string, F>({ max: MOST_REMEMBERED, ttl: SHORT_MS });

  constructor(private readonly hearing: Hearing) {}

  get(hash: string): F | undefined {
    return this.cache.get(hash);
  }

  /** Asks, and remembers the answer; not for long if something changed meanwhile, as the answer may be older. */
  async learn(hash: string, ask: () => Promise<F | undefined>): Promise<F | undefined> {
    const { isGood, changes } = this.hearing;
    const facts = await ask();
    if (facts) this.cache.set(hash, facts, { ttl: isGood && this.hearing.changes === changes ? LONG_MS : SHORT_MS });
    return facts;
  }

  /** Forgets a secret. */
  drop(hash: string): void {
    this.cache.delete(hash);
  }

  /** Forgets what names this session, key, membership, person or organisation. */
  forget(id: string): void {
    for (const [hash, facts] of this.cache.entries()) if (Object.values(facts).includes(id)) this.cache.delete(hash);
  }

  clear(): void {
    this.cache.clear();
  }
}

const memories = new WeakMap<Database, AccessMemory>();

/**
 * What a process knows of sessions and keys, so that not every request asks for it. The database says which session,
 * key, membership, person or organisation changed, and what was known of it is forgotten as soon as that is committed,
 * by whatever process. Where the database cannot be heard, nothing is believed for more than two seconds.
 */
export class AccessMemory implements Hearing {
  readonly sessions = new FactsBySecret<SessionFacts>(this);
  readonly keys = new FactsBySecret<KeyFacts>(this);
  changes = 0;
  private listener: Listener | null = null;

  static of(database: Database): AccessMemory {
    let memory = memories.get(database);
    if (!memory) memories.set(database, (memory = new AccessMemory()));
    return memory;
  }

  get isGood(): boolean {
    return this.listener?.isHearing ?? false;
  }

  follow(listener: Listener): void {
    this.listener = listener;
    listener.hear('corridor_access', (id) => {
      this.changes++;
      this.sessions.forget(id);
      this.keys.forget(id);
    });
    listener.whenDeaf(() => this.clear());
  }

  clear(): void {
    this.changes++;
    this.sessions.clear();
    this.keys.clear();
  }
}
