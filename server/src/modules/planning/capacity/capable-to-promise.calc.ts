import { draw, takeBack, topUp, stepsOf, type Kept } from './free-amounts.calc.ts';

/** A work centre, and the hours it has left in each bucket. */
export interface FreeCentre {
  readonly name: string;
  readonly hours: number[];
}

/** What an item could give, beyond what is promised already. One item is one object, however many others are made of it. */
export interface Capability {
  readonly name: string;
  /** In stock units, cumulative: what is free by the end of each bucket. */
  readonly free: number[];
  /** Buckets from release to receipt; null: nobody knows. */
  readonly leadTime: number | null;
  readonly components: readonly { readonly capability: Capability; readonly need: (made: number) => number }[];
  /** What making it takes, one step after the other. */
  readonly operations: readonly {
    readonly centre: FreeCentre;
    readonly setupHours: number;
    readonly runHours: number;
  }[];
  /** What is made when an amount is missing, by its lot rule, and what is started for that. */
  readonly lot: (missing: number) => { readonly made: number; readonly started: number };
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
 * What it promises it takes: components and hours are gone for whoever asks next, and for another branch of the same
 * item. What cannot be promised takes nothing. What cannot be made, a bought item, starts now.
 */
export function capableToPromise(item: Capability, quantity: number): PromisedBucket {
  const kept: Kept[] = [];
  const promised = take(item, quantity, kept);
  if (promised.bucket === null) takeBack(kept, 0);
  return promised;
}

/** The more is free, the less must be made and the later that is: the first step at which both meet is found by halving. */
function take(item: Capability, quantity: number, kept: Kept[]): PromisedBucket {
  const steps = stepsOf(item.free);
  let [low, high] = [0, steps.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const mark = kept.length;
    const { bucket } = takeAt(item, quantity, steps[middle]!, kept);
    takeBack(kept, mark);
    if (bucket !== null && bucket < steps[middle + 1]!) high = middle;
    else low = middle + 1;
  }
  return takeAt(item, quantity, steps[low]!, kept);
}

/** From what is free in a bucket, and the rest made. */
function takeAt(item: Capability, quantity: number, from: number, kept: Kept[]): PromisedBucket {
  const free = Math.min(item.free[from]!, quantity);
  const made = quantity - free > TOO_LITTLE ? make(item, quantity - free, kept) : null;
  if (made?.bucket === null) return made;
  const bucket = Math.max(from, made?.bucket ?? 0);
  draw(item.free, free, bucket, kept);
  const isMade = made !== null && made.bucket >= from;
  return { bucket, limit: isMade ? made.limit : { kind: 'STOCK', name: item.name } };
}

const TOO_LITTLE = 1e-9;

function make(item: Capability, missing: number, kept: Kept[]): PromisedBucket {
  const { made, started } = item.lot(missing);
  let [start, limit]: [number, PromisedBucket['limit']] = [0, { kind: 'LEAD_TIME', name: item.name }];
  if (item.leadTime === null) return { bucket: null, limit };
  for (const { capability, need } of item.components) {
    const there = take(capability, need(started), kept);
    const late: PromisedBucket['limit'] = { kind: 'COMPONENT', name: capability.name };
    if (there.bucket === null) return { bucket: null, limit: late };
    if (there.bucket > start) [start, limit] = [there.bucket, late];
  }
  const received = start + item.leadTime;
  const worked = workOff(item, start, started, kept);
  const [bucket, decided] =
    worked.bucket === null || worked.bucket > received ? [worked.bucket, worked.limit] : [received, limit];
  if (bucket === null || bucket >= item.free.length) return { bucket: null, limit: decided };
  topUp(item.free, made - missing, bucket, kept);
  return { bucket, limit: decided };
}

/** Each operation begins in the bucket in which the one before it ended. */
function workOff(item: Capability, start: number, started: number, kept: Kept[]): PromisedBucket {
  let at = start;
  let name = item.name;
  for (const { centre, setupHours, runHours } of item.operations) {
    name = centre.name;
    const end = useHours(centre.hours, at, setupHours + runHours * started, kept);
    if (end === null) return { bucket: null, limit: { kind: 'CAPACITY', name } };
    at = end;
  }
  return { bucket: at, limit: { kind: 'CAPACITY', name } };
}

/** Works hours off from a bucket on, as far as each has any left; the bucket in which they end, null beyond the horizon. */
export function useHours(hours: number[], from: number, wanted: number, kept: Kept[] = []): number | null {
  if (wanted <= TOO_LITTLE) return from;
  kept.push([hours, [...hours]]);
  let left = wanted;
  for (let bucket = from; bucket < hours.length; bucket += 1) {
    const used = Math.min(left, hours[bucket]!);
    hours[bucket]! -= used;
    left -= used;
    if (left <= TOO_LITTLE) return bucket;
  }
  return null;
}
