/** Hours that one order takes of one work centre: those to set up, and those per stock unit made. */
export interface OperationTime {
  readonly item: string;
  readonly workCentre: string;
  readonly setupHours: number;
  readonly runHours: number;
}

/** Something to be made, and the bucket in which it is worked on. */
export interface PlannedWork {
  readonly item: string;
  readonly bucket: number;
  readonly quantity: number;
}

export interface LoadBucket {
  readonly required: number;
  readonly available: number;
  /** Null where nothing is available and nothing is required. */
  readonly utilisation: number | null;
  readonly overload: number;
}

/**
 * Rough-cut capacity: the hours a plan takes of each work centre, bucket by bucket, against those it has.
 *     required(c, t) = sum over work in t of setup + run x quantity
 */
export function roughCutLoads(
  work: readonly PlannedWork[],
  operations: readonly OperationTime[],
  available: ReadonlyMap<string, readonly number[]>,
): Map<string, LoadBucket[]> {
  const operationsOf = Map.groupBy(operations, ({ item }) => item);
  const required = new Map([...available].map(([centre, hours]) => [centre, hours.map(() => 0)]));
  for (const { item, bucket, quantity } of work)
    for (const { workCentre, setupHours, runHours } of operationsOf.get(item) ?? []) {
      const row = required.get(workCentre);
      if (row?.[bucket] !== undefined && quantity > 0) row[bucket] += setupHours + runHours * quantity;
    }
  return new Map(
    [...available].map(([centre, hours]) => [
      centre,
      hours.map((offered, bucket) => loadOf(required.get(centre)?.[bucket] ?? 0, offered)),
    ]),
  );
}

function loadOf(required: number, available: number): LoadBucket {
  const utilisation = available > 0 ? required / available : required > 0 ? Infinity : null;
  return { required, available, utilisation, overload: Math.max(0, required - available) };
}

/**
 * Moves what does not fit into a bucket to the buckets before it, latest first, so that nothing comes later than it was
 * wanted. What fits nowhere stays in the first bucket, as an overload to be seen.
 */
export function levelBackwards(required: readonly number[], available: readonly number[]): number[] {
  let carried = 0;
  return required
    .map((_, place) => required.length - 1 - place)
    .map((bucket) => {
      const wanted = (required[bucket] ?? 0) + carried;
      const fits = bucket === 0 ? wanted : Math.min(wanted, available[bucket] ?? 0);
      carried = wanted - fits;
      return fits;
    })
    .reverse();
}
