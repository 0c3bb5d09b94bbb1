import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Actor } from '../access/actor.ts';
import type { Topic } from './event.ts';

/** "Something of this kind changed": who receives it asks again, with his own rights. */
export interface WakeUp {
  readonly topic: Topic;
  readonly supplierId: string | null;
  readonly customerId: string | null;
  /** What changed, when it is few things; empty when it is many. */
  readonly ids: readonly string[];
}

const RECONNECT_MS = 1000;
const MOST_WAITING = 100;

/** Hears what every process of the installation committed, over one connection, and passes it on to who may know. */
export class WakeUps {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private client: pg.Client | null = null;
  private isClosed = false;

  constructor(
    private readonly url: string,
    private readonly log: (message: string) => void,
  ) {}

  async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'corridor listen',
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => payload && this.emitter.emit('wake', parse(payload)));
    client.on('error', (error) => this.log(`listening connection lost: ${error.message}`));
    client.on('end', () => this.reconnect());
    await client.connect();
    await client.query('listen corridor');
    this.client = client;
  }

  /** What changes on these topics, as far as it concerns this actor. A reader that cannot keep up is dropped. */
  async *follow(actor: Actor, topics: ReadonlySet<Topic>, signal?: AbortSignal): AsyncGenerator<WakeUp> {
    const waiting: WakeUp[] = [];
    let arrive: (() => void) | null = null;
    const hear = (wake: WakeUp): void => {
      if (!topics.has(wake.topic) || !concerns(actor, wake)) return;
      waiting.push(wake);
      arrive?.();
    };
    const stop = () => arrive?.();
    this.emitter.on('wake', hear);
    signal?.addEventListener('abort', stop);
    try {
      while (!this.isClosed && !signal?.aborted) {
        const next = waiting.shift();
        if (next) yield next;
        else await new Promise<void>((resolve) => (arrive = resolve));
        if (waiting.length > MOST_WAITING) return;
      }
    } finally {
      this.emitter.off('wake', hear);
      signal?.removeEventListener('abort', stop);
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.emitter.removeAllListeners();
    await this.client?.end();
  }

  private reconnect(): void {
    if (this.isClosed) return;
    setTimeout(() => {
      this.listen().catch((error: Error) => {
        this.log(`cannot listen: ${error.message}`);
        this.reconnect();
      });
    }, RECONNECT_MS).unref();
  }
}

function concerns(actor: Actor, wake: WakeUp): boolean {
  if (actor.audience === 'STAFF') return true;
  if (actor.audience === 'SUPPLIER')
    return wake.supplierId !== null && wake.supplierId === actor.organisationId;
  return (
    actor.audience === 'CUSTOMER' && wake.customerId !== null && wake.customerId === actor.organisationId
  );
}

function parse(payload: string): WakeUp {
  const { t, s, c, i } = JSON.parse(payload) as {
    t: Topic;
    s: string | null;
    c: string | null;
    i: string[] | null;
  };
  return { topic: t, supplierId: s, customerId: c, ids: i ?? [] };
}
