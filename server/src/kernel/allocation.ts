/**
 * Splits a whole number by weights so that the parts sum to it exactly: each part is rounded down, and the units
 * left over go one by one to the largest remainders, the earlier part first (Hamilton's method).
 * Weights are not negative and not all zero.
 */
export function largestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  const sign = total < 0n ? -1n : 1n;
  const size = total * sign;
  const shares = weights.map((weight, index) => ({
    index,
    share: (size * weight) / whole,
    remainder: (size * weight) % whole,
  }));
  const leftOver = Number(shares.reduce((left, { share }) => left - share, size));
  const favoured = new Set(
    shares
      .toSorted((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)
      .slice(0, leftOver)
      .map(({ index }) => index),
  );
  return shares.map(({ index, share }) => sign * (share + (favoured.has(index) ? 1n : 0n)));
}

/**
 * What has accrued of a whole number once `part` of `whole` is done, halves away from zero:
 *     round(total x part / whole)
 * The difference of two such values is the share of the step between them, and all steps sum to the total.
 */
export function accrued(total: bigint, part: bigint, whole: bigint): bigint {
  const sign = total < 0n ? -1n : 1n;
  return sign * ((2n * total * sign * part + whole) / (2n * whole));
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}
