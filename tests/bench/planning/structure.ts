import { randomFrom } from './random.ts';

/** Which item is made of which, as rows: the same columns feed the kernel and the tables. */
export interface Structure {
  readonly count: number;
  /** Level an item was made for; items are numbered level by level. */
  readonly levelOf: Uint8Array;
  readonly parent: Int32Array;
  readonly child: Int32Array;
  readonly per: Uint8Array;
}

/** Few things are sold, many bought: share of the items on each of five levels. */
const SHARES = [0.05, 0.15, 0.2, 0.25, 0.35];

/** A five-level structure in which every item below the top is used, parts are shared, and no line stands twice. */
export function makeStructure(count: number, lines: number, seed = 1): Structure {
  const random = randomFrom(seed);
  const starts = startsOf(count);
  const levelOf = Uint8Array.from({ length: count }, (_, item) => starts.findLastIndex((start) => item >= start));
  const rows = new Map<number, number>();
  const pick = (from: number, to: number) => from + Math.floor(random() * (to - from));
  const add = (parent: number, child: number) => rows.set(parent * count + child, 1 + Math.floor(random() * 3));
  for (let item = starts[1]!; item < count; item += 1) {
    const level = levelOf[item]!;
    add(pick(starts[level - 1]!, starts[level]!), item);
  }
  while (rows.size < lines) {
    const parent = pick(0, starts[4]!);
    add(parent, pick(starts[levelOf[parent]! + 1]!, count));
  }
  const keys = [...rows.keys()].sort((a, b) => a - b);
  return {
    count,
    levelOf,
    parent: Int32Array.from(keys, (key) => Math.floor(key / count)),
    child: Int32Array.from(keys, (key) => key % count),
    per: Uint8Array.from(keys, (key) => rows.get(key)!),
  };
}

function startsOf(count: number): number[] {
  let start = 0;
  return SHARES.map((share) => {
    const begin = Math.round(start);
    start += share * count;
    return begin;
  });
}
