/**
 * The economic order quantity, where ordering and holding cost the same:
 *     Q = sqrt(2 x demand x order cost / holding cost)
 * `demand` and `holding` are per bucket, or both per year. Zero when nothing is needed or holding is free.
 * Source: Harris (1913).
 */
export function economicQuantity(demand: number, order: number, holding: number): number {
  return demand > 0 && holding > 0 ? Math.sqrt((2 * demand * order) / holding) : 0;
}
