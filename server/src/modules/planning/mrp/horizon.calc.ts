/** The buckets of a plan: 0 is past due, 1 begins on `from` (days since 1970-01-01), each is `length` days long. */
export interface Horizon {
  readonly from: number;
  readonly length: 1 | 7;
  /** Bucket 0 included. */
  readonly buckets: number;
}

/** Which bucket a day falls into; days after the last one give a bucket beyond it. */
export function bucketOf({ from, length }: Horizon, day: number): number {
  return day < from ? 0 : 1 + Math.floor((day - from) / length);
}

/** The first day of a bucket; of the past-due one, the day before the plan begins. */
export function firstDayOf({ from, length }: Horizon, bucket: number): number {
  return bucket === 0 ? from - 1 : from + (bucket - 1) * length;
}

/** The first bucket that begins on or after so many days into the plan; 0 when there is no fence. */
export function fenceBucket({ length, buckets }: Horizon, days: number): number {
  return days <= 0 ? 0 : Math.min(buckets, Math.ceil(days / length) + 1);
}

/** The first bucket something that holds from a day on counts in; what holds today holds for what is late. */
export function validFrom({ from, length, buckets }: Horizon, day: number): number {
  return day <= from ? 0 : Math.min(buckets, 1 + Math.ceil((day - from) / length));
}

/** The first bucket that begins after the last day something holds. */
export function validUntil({ from, length, buckets }: Horizon, day: number): number {
  if (day < from) return day < from - 1 ? 0 : 1;
  return Math.min(buckets, 1 + Math.ceil((day - from + 1) / length));
}
