import { keyOf } from '../limit/statement.ts';
import { idOf } from '../seed/seed.ts';
import type { Ask } from '../contenders/contender.ts';

/** A list as PostGraphile answers it, and as we do. */
export interface Nodes<T> {
  readonly nodes: readonly T[];
}
export interface Edges<T> {
  readonly edges: readonly { readonly node: T }[];
}
export interface Id {
  readonly id: string;
}
export interface Amount {
  readonly value: string;
}
export interface Money {
  readonly amount: string;
}

/** The number of an amount, whatever its trailing zeros. */
export const number = (text: string | number | null | undefined): number | null =>
  text === null || text === undefined ? null : Number(text);

/** The key behind our global id, which is the peer's `rowId`. */
export const key = ({ id }: Id): string => keyOf(id);

/** The organisation that asks. */
export const orgOf = ({ who }: Ask): string => idOf('organisation', who);

export const nodesOf = <T>({ edges }: Edges<T>): T[] => edges.map(({ node }) => node);
