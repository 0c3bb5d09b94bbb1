import { EventEmitter } from 'node:events';
import { Repeater } from '@graphql-yoga/subscription';
import type { Actor } from '../access/actor.ts';
import type { Topic } from './event.ts';
import type { Listener } from './listener.ts';

/** "Something of this kind changed": who receives it asks again, with his own rights. */
export interface WakeUp {
  readonly topic: Topic;
  readonly supplierId: string | null;
  readonly customerId: string | null;
  /** What changed, when it is few things; empty when it is many. */
  readonly ids: readonly string[];
}

const MOST_WAITING = 100;

/** Passes on what a listener hears of changes to those who may know of them. */
export class WakeUps {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private isClosed = false;

  constructor(listener: Listener) {
    listener.hear('corridor', (payload) => this.emitter.emit('wake', parse(payload)));
  }

  /**
   * What changes on these topics, as far as it concerns this actor. A reader that cannot keep up is dropped, so that
   * its page asks for everything again; one that leaves is forgotten at once.
   */
  follow(actor: Actor, topics: ReadonlySet<Topic>): AsyncIterableIterator<WakeUp> {
    return new Repeater<WakeUp>(async (push, stop) => {
      let waiting = 0;
      const hear = (wake: WakeUp): void => {
        if (!topics.has(wake.topic) || !concerns(actor, wake)) return;
        if (++waiting > MOST_WAITING) return stop();
        push(wake).then(
          () => void waiting--,
          () => stop(),
        );
      };
      const end = () => stop();
      this.emitter.on('wake', hear).on('end', end);
      if (this.isClosed) stop();
      await stop;
      this.emitter.off('wake', hear).off('end', end);
    });
  }

  /** How many readers follow now. */
  get followers(): number {
    return this.emitter.listenerCount('wake');
  }

  close(): void {
    this.isClosed = true;
    this.emitter.emit('end');
  }
}

function concerns(actor: Actor, wake: WakeUp): boolean {
  if (actor.audience === 'STAFF') return true;
  if (actor.audience === 'SUPPLIER') return wake.supplierId !== null && wake.supplierId === actor.organisationId;
  return actor.audience === 'CUSTOMER' && wake.customerId !== null && wake.customerId === actor.organisationId;
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
