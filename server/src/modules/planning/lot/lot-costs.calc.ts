/** What the look-ahead rules weigh: money per order against money per unit kept for one bucket. */
export interface LotCosts {
  readonly order: number;
  readonly holding: number;
}

/**
 * What a sequence of orders costs:
 *     orders x order cost + sum over buckets of what is left at the end x holding cost
 * Bucket for bucket, in one unit; `orders` cover `needs`, so what is left is never negative.
 */
export function lotCost(needs: readonly number[], orders: readonly number[], { order, holding }: LotCosts): number {
  let [left, cost] = [0, 0];
  needs.forEach((need, bucket) => {
    const ordered = orders[bucket] ?? 0;
    left += ordered - need;
    cost += (ordered > 0 ? order : 0) + left * holding;
  });
  return cost;
}
