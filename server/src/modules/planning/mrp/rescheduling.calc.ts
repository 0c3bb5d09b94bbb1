/** One supply that stands, in the order of the days it is due. */
export interface StandingSupply {
  readonly bucket: number;
  readonly quantity: number;
}

/** When it is really needed (null: never within the horizon), and how much of it at most. */
export interface SupplyNeed {
  readonly bucket: number | null;
  readonly quantity: number;
}

export interface StockCourse {
  readonly onHand: number;
  readonly safety: number;
  /** Requirements by bucket, 0 past due. */
  readonly gross: ArrayLike<number>;
}

/**
 * The need dates of open supply: each is needed in the first bucket in which stock, with all supply due before it but
 * without planned orders, falls below the safety stock.
 *     short(k, t) = safety - (on hand + supply before k - gross up to t)
 *     bucket(k)   = least t with short(k, t) > 0;   quantity(k) = min(supply k, greatest short(k, t))
 * Source: Orlicky, Material Requirements Planning, rescheduling of open orders.
 */
export function needOf(
  { onHand, safety, gross }: StockCourse,
  supplies: readonly StandingSupply[],
): readonly SupplyNeed[] {
  let before = onHand;
  return supplies.map(({ quantity }) => {
    let stock = before;
    let [first, most] = [null as number | null, 0];
    for (let bucket = 0; bucket < gross.length; bucket += 1) {
      stock -= gross[bucket]!;
      const short = (bucket === 0 ? 0 : safety) - stock;
      if (short <= 0) continue;
      first ??= bucket;
      most = Math.max(most, short);
    }
    before += quantity;
    return { bucket: first, quantity: Math.min(quantity, most) };
  });
}
