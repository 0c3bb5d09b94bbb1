import type { LotCosts } from './lot-costs.calc.ts';

/** A row of requirements, one per bucket, as arrays and typed arrays both are. */
export type Needs = ArrayLike<number>;

/**
 * Answers, for an order that must arrive in bucket `at`, the last bucket it should cover. `first` is what must arrive
 * then; what the buckets after it need stands in `needs`.
 */
export type LookAhead = (needs: Needs, at: number, first: number, costs: LotCosts) => number;

/**
 * Covers one bucket more as long as `worth` of the longer order is no worse than that of the shorter one. Both are
 * told how many buckets are covered, what is ordered, and the unit-buckets that would be held.
 */
function extendWhile(worth: (buckets: number, quantity: number, held: number) => number) {
  return (needs: Needs, at: number, first: number): number => {
    let [quantity, held, last] = [first, 0, at];
    let best = worth(1, quantity, held);
    for (let bucket = at + 1; bucket < needs.length; bucket += 1) {
      const need = needs[bucket]!;
      quantity += need;
      held += need * (bucket - at);
      const next = worth(bucket - at + 1, quantity, held);
      if (next > best) return last;
      best = next;
      if (need > 0) last = bucket;
    }
    return last;
  };
}

/**
 * Stops at the first increase of cost per bucket:
 *     (K + h x sum of need(u) x (u - t)) / buckets covered
 * Source: Silver and Meal; worked in Hopp and Spearman, Factory Physics.
 */
export const silverMeal: LookAhead = (needs, at, first, { order, holding }) =>
  extendWhile((buckets, _quantity, held) => (order + holding * held) / buckets)(needs, at, first);

/** Stops at the first increase of cost per unit: (K + h x sum of need(u) x (u - t)) / quantity. */
export const leastUnitCost: LookAhead = (needs, at, first, { order, holding }) =>
  extendWhile((_buckets, quantity, held) => (order + holding * held) / quantity)(needs, at, first);

/**
 * Covers buckets until what holding costs is as near to the cost of an order as it gets; of two equally near, the
 * smaller one. Source: part-period balancing, Hopp and Spearman, Factory Physics.
 */
export const partPeriod: LookAhead = (needs, at, _first, { order, holding }) => {
  let [held, last] = [0, at];
  for (let bucket = at + 1; bucket < needs.length; bucket += 1) {
    const need = needs[bucket]!;
    if (need === 0) continue;
    const next = held + need * (bucket - at);
    if (Math.abs(holding * next - order) >= Math.abs(holding * held - order)) return last;
    held = next;
    last = bucket;
  }
  return last;
};
