import { inLevelOrder } from './low-level-code.calc.ts';
import type { MrpComponents } from './mrp-model.calc.ts';

/**
 * How long it takes to have one of an item when nothing is in stock: its own lead time and the longest of those below,
 * because components are bought and made side by side. The sum over all of them would be too much.
 *     cumulative(i) = lead time(i) + max over components of cumulative(component)
 */
export function cumulativeLeadTimes(
  leadTime: ArrayLike<number>,
  levels: Int16Array,
  { first, child }: Pick<MrpComponents, 'first' | 'child'>,
): Float64Array {
  const total = new Float64Array(levels.length);
  for (const item of inLevelOrder(levels).reverse()) {
    let longest = 0;
    for (let line = first[item]!; line < first[item + 1]!; line += 1) longest = Math.max(longest, total[child[line]!]!);
    total[item] = leadTime[item]! + longest;
  }
  return total;
}

/** The path that is that long, from the item down. */
export function criticalPath(
  item: number,
  cumulative: Float64Array,
  { first, child }: Pick<MrpComponents, 'first' | 'child'>,
): number[] {
  const path = [item];
  for (let at = item; ;) {
    const below = Array.from(child.subarray(first[at], first[at + 1]));
    if (below.length === 0) return path;
    at = below.reduce((longest, next) => (cumulative[next]! > cumulative[longest]! ? next : longest));
    path.push(at);
  }
}
