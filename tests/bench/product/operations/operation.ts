import type { Ask } from '../contenders/contender.ts';
import type { Stage } from '../stage/stage.ts';

/** How the peer answers the same question, and what of the answers must be equal. */
export interface PeerForm {
  readonly query: string;
  readonly variables: (ask: Ask) => Record<string, unknown>;
  /** The facts that both must tell, from the peer's answer and from ours. */
  readonly facts: (data: never) => unknown;
  readonly ourFacts: (data: never) => unknown;
}

/** One thing people do all day, measured on every contender. */
export interface Operation {
  readonly name: string;
  /** The portals' own document behind it. */
  readonly document: string;
  readonly kind: 'read' | 'write';
  /** What to ask, one after the other: for ever for a read; a write ends when there is nothing left to do. */
  readonly asks: (stage: Stage) => Promise<() => Ask | null>;
  readonly peer?: PeerForm;
}

/** Hands out the asks of a list for ever. */
export function cycle(asks: readonly Ask[]): () => Ask | null {
  let next = 0;
  return () => asks[next++ % asks.length] ?? null;
}

/** Hands out each ask once. */
export function once(asks: readonly Ask[]): () => Ask | null {
  let next = 0;
  return () => asks[next++] ?? null;
}
