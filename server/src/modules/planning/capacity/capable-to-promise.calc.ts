import { promisable, type MasterBucket } from '../master/master-schedule.calc.ts';
import type { LoadBucket } from './rough-cut.calc.ts';

/** What an item could give, beyond what is promised already. */
export interface Capability {
  readonly name: string;
  /** In stock units, cumulative: what is free by the end of each bucket. */
  readonly free: readonly number[];
  /** Buckets from release to receipt. */
  readonly leadTime: number;
  readonly components: readonly { readonly capability: Capability; readonly per: number }[];
  /** What making it takes of the tightest work centre, and that centre's free hours by bucket; none: not limited. */
  readonly work?: {
    readonly name: string;
    readonly hoursPerUnit: number;
    readonly freeHours: readonly number[];
  } | null;
}

/** The bucket by whose end all of it is there; null beyond the horizon. `limit` names what decided it. */
export interface PromisedBucket {
  readonly bucket: number | null;
  readonly limit: { readonly kind: 'STOCK' | 'LEAD_TIME' | 'COMPONENT' | 'CAPACITY'; readonly name: string };
}

/**
 * Capable to promise: the earliest bucket by whose end a quantity can be there, from what is free, or by making what is
 * missing out of components that are free or can be had in time, on work centres that have hours left.
 *     made(q) = earliest start, when the latest component is there, + lead time, and not before the hours suffice
 * What cannot be made, a bought item, starts now. A component below another is asked for what is missing of it only.
 */
export function capableToPromise(item: Capability, quantity: number): PromisedBucket {
  const buckets = item.free.length;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const missing = quantity - item.free[bucket]!;
    if (missing <= 0) return { bucket, limit: { kind: 'STOCK', name: item.name } };
    const made = making(item, missing);
    if (made.bucket !== null && made.bucket <= bucket) return { ...made, bucket };
  }
  const made = making(item, quantity - (item.free.at(-1) ?? 0));
  return { bucket: null, limit: made.limit };
}

function making(item: Capability, missing: number): PromisedBucket {
  let [start, limit]: [number | null, PromisedBucket['limit']] = [0, { kind: 'LEAD_TIME', name: item.name }];
  for (const { capability, per } of item.components) {
    const there = capableToPromise(capability, missing * per);
    if (there.bucket === null) return { bucket: null, limit: { kind: 'COMPONENT', name: capability.name } };
    if (there.bucket > start) [start, limit] = [there.bucket, { kind: 'COMPONENT', name: capability.name }];
  }
  const received = start + item.leadTime;
  const worked = item.work ? workedBy(item.work, start, missing) : start;
  if (worked === null || worked > received)
    return { bucket: worked, limit: { kind: 'CAPACITY', name: item.work!.name } };
  return { bucket: received < item.free.length ? received : null, limit };
}

function workedBy(
  { hoursPerUnit, freeHours }: NonNullable<Capability['work']>,
  start: number,
  missing: number,
): number | null {
  let left = missing * hoursPerUnit;
  for (let bucket = start; bucket < freeHours.length; bucket += 1) {
    left -= freeHours[bucket]!;
    if (left <= 1e-9) return bucket;
  }
  return null;
}

/** What is free of a scheduled item, bucket by bucket, without breaking a promise. */
export function freeOf(schedule: readonly MasterBucket[]): number[] {
  return promisable(schedule.map(({ availableToPromise }) => availableToPromise));
}

/** The hours a work centre has left in each bucket. */
export function freeHoursOf(loads: readonly LoadBucket[]): number[] {
  return loads.map(({ available, required }) => Math.max(0, available - required));
}
