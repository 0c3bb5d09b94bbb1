import { neededIn, type MasterScheduleInput } from './master-schedule.calc.ts';

/** How lots of the schedule are sized, and from which bucket on it may be proposed. */
export interface LotPolicy {
  readonly minimum: number;
  /** Lots are whole multiples of it. */
  readonly multiple: number;
  /** Buckets that one lot covers. */
  readonly periods: number;
  readonly safety: number;
  readonly planningFence: number;
}

/**
 * Proposes what to make: where the projection would fall below the safety stock, a lot that keeps it there for the
 * buckets it covers. Quantities that are fixed stay as they are, and nothing is proposed before the planning fence.
 */
export function proposeSchedule(
  input: MasterScheduleInput,
  fixed: readonly (number | null)[],
  lots: LotPolicy,
): number[] {
  let projected = input.onHand;
  return input.forecast.map((_, bucket) => {
    projected -= neededIn(input, bucket);
    const made = fixed[bucket] ?? (bucket < lots.planningFence ? 0 : lotFor(input, fixed, lots, bucket, projected));
    projected += made;
    return made;
  });
}

function lotFor(
  input: MasterScheduleInput,
  fixed: readonly (number | null)[],
  { minimum, multiple, periods, safety }: LotPolicy,
  bucket: number,
  projected: number,
): number {
  if (projected >= safety) return 0;
  let [course, least] = [projected, projected];
  for (let later = bucket + 1; later < Math.min(bucket + periods, input.forecast.length); later += 1) {
    course += (fixed[later] ?? 0) - neededIn(input, later);
    least = Math.min(least, course);
  }
  const wanted = Math.max(safety - least, minimum);
  // Sums of decimals are off by less than a millionth; a lot more for that would be wrong.
  return multiple > 0 ? Math.ceil(wanted / multiple - 1e-9) * multiple : wanted;
}
