import type { Ask } from '../contenders/contender.ts';
import type { Stage } from '../stage/stage.ts';

/** How the peer answers the same question, and what of the answers must be equal. */
export interface PeerForm {
  readonly query: string;
  readonly variables: (ask: Ask) => Record<string, unknown>;
  /** Of a read, the facts that both must tell, from the peer's answer and from ours. */
  readonly facts?: (data: never) => unknown;
  readonly ourFacts?: (data: never) => unknown;
}

interface TypedForm<Theirs, Ours> {
  readonly query: string;
  readonly variables: (ask: Ask) => Record<string, unknown>;
  readonly facts?: (data: Theirs) => unknown;
  readonly ourFacts?: (data: Ours) => unknown;
}

/** States the types of both answers where a peer's form is written. */
export const peerForm = <Theirs, Ours>(form: TypedForm<Theirs, Ours>): PeerForm => form;

/** What to ask, one after the other: for ever for a read; a write ends when there is nothing left to do. */
export interface Asks {
  readonly next: () => Ask | null;
  /** Makes more to do, before each slice and outside of what is measured. */
  readonly refill?: () => Promise<void>;
}

/** One thing people do all day, measured on every contender. */
export interface Operation {
  readonly name: string;
  /** The portals' own document behind it. */
  readonly document: string;
  readonly kind: 'read' | 'write';
  readonly asks: (stage: Stage) => Promise<Asks>;
  readonly peer?: PeerForm;
  /** False: nobody has written it by hand, it is measured for itself alone. */
  readonly hasLimit?: boolean;
  /** What a write has left in the database, without keys and times: the same whoever did it. */
  readonly left?: (stage: Stage, ask: Ask) => Promise<unknown>;
}

/** Hands out the asks of a list for ever. */
export function cycle(asks: readonly Ask[]): Asks {
  let next = 0;
  return { next: () => asks[next++ % asks.length] ?? null };
}

/** Hands out each ask once, and more of them after each `make`. */
export function refilled(make: () => Promise<readonly Ask[]>): Asks {
  const left: Ask[] = [];
  return {
    next: () => left.shift() ?? null,
    async refill() {
      left.length = 0;
      left.push(...(await make()));
    },
  };
}
