/** Amounts by bucket, as they were before somebody took of them. */
export type Kept = readonly [amounts: number[], before: readonly number[]];

/** Undoes what was done since a mark, the last first. */
export function takeBack(kept: Kept[], mark: number): void {
  while (kept.length > mark) {
    const [amounts, before] = kept.pop()!;
    for (const [bucket, amount] of before.entries()) amounts[bucket] = amount;
  }
}

/** Takes of a cumulative amount by a bucket: before it no more is free than what others can have and still leave that. */
export function draw(free: number[], amount: number, bucket: number, kept: Kept[]): void {
  if (amount <= 0) return;
  kept.push([free, [...free]]);
  for (let at = bucket; at < free.length; at += 1) free[at]! -= amount;
  for (let at = 0; at < bucket; at += 1) free[at] = Math.min(free[at]!, free[bucket]!);
}

/** Adds to a cumulative amount from a bucket on. */
export function topUp(free: number[], amount: number, bucket: number, kept: Kept[]): void {
  if (amount <= 0) return;
  kept.push([free, [...free]]);
  for (let at = bucket; at < free.length; at += 1) free[at]! += amount;
}

/** The buckets in which more is free than in the one before; the first is always one. */
export const stepsOf = (free: readonly number[]): number[] =>
  free.flatMap((amount, bucket) => (bucket === 0 || amount > free[bucket - 1]! ? [bucket] : []));

/** What is free by the end of each bucket, when all that is promised comes first: never less than nothing. */
export function freeAfter(
  supply: readonly { readonly bucket: number; readonly quantity: number }[],
  promised: number,
  buckets: number,
): number[] {
  const added = new Array<number>(buckets).fill(0);
  for (const { bucket, quantity } of supply) if (bucket < buckets) added[bucket]! += quantity;
  let total = -promised;
  return added.map((quantity) => Math.max(0, (total += quantity)));
}
