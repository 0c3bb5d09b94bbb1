import type { LotCosts } from './lot-costs.calc.ts';
import type { Needs } from './look-ahead.calc.ts';

/** The cheapest orders: what they cost, and for each bucket the last one its order covers (-1: no order arrives). */
export interface CheapestLots {
  readonly cost: number;
  readonly coverUntil: Int16Array;
}

/**
 * The least possible cost of meeting every need in its bucket, by dynamic programming from the end:
 *     F(t) = F(t+1) when t needs nothing, else the least over k >= t of
 *            K + h x sum over u = t..k of need(u) x (u - t) + F(k+1)
 * An order arrives only where something is needed. Of equally cheap plans, the shorter order.
 * Source: Wagner and Whitin (1958); worked in Snyder and Shen, Fundamentals of Supply Chain Theory, example 3.9.
 */
export function wagnerWhitin(needs: Needs, { order, holding }: LotCosts): CheapestLots {
  const buckets = needs.length;
  const least = new Float64Array(buckets + 1);
  const coverUntil = new Int16Array(buckets).fill(-1);
  for (let at = buckets - 1; at >= 0; at -= 1) {
    if (needs[at] === 0) {
      least[at] = least[at + 1]!;
      continue;
    }
    let [best, held] = [Infinity, 0];
    for (let last = at; last < buckets && order + holding * held < best; last += 1) {
      held += needs[last]! * (last - at);
      const cost = order + holding * held + least[last + 1]!;
      if (cost < best) [best, coverUntil[at]] = [cost, last];
    }
    least[at] = best;
  }
  return { cost: least[0]!, coverUntil };
}
