import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { millionths, plainAmount, type Millionths } from '../../../kernel/millionths.ts';
import type { Colour } from './colour.calc.ts';
import { daysCovered, projectStock, type ProjectedBucket } from './projection.calc.ts';
import type { ProjectedBucketType } from './projection.types.ts';
import { timeBuckets, type BucketUnit, type TimeBucket } from './time-buckets.calc.ts';

/** What the statement reads of a line for its projection. */
export interface StoredProjection {
  readonly zone: string;
  readonly onHand: string;
  readonly usage: string | null;
  readonly minimum: string | null;
  readonly maximum: string | null;
  readonly knowsDemand: boolean;
  readonly supplies: readonly { on: CalendarDate; quantity: string }[];
}

const PLACES = 6;
const amountOrNull = (text: string | null): Millionths | null => (text === null ? null : millionths(text));

const MOST_GRIDS = 100;
const grids = new Map<string, readonly TimeBucket[]>();

/** The same steps serve every line of a page. */
function gridOf(today: CalendarDate, unit: BucketUnit, count: number): readonly TimeBucket[] {
  const key = `${today} ${unit} ${count}`;
  const known = grids.get(key);
  if (known) return known;
  if (grids.size >= MOST_GRIDS) grids.clear();
  const made = timeBuckets(today, unit, count);
  grids.set(key, made);
  return made;
}

/** The grid of a line. Whoever may not know the demand sees what is coming, and nothing that follows from demand. */
export function bucketsOf(
  stored: StoredProjection,
  today: CalendarDate,
  unit: BucketUnit,
  count: number,
): ProjectedBucketType[] {
  const usage = amountOrNull(stored.usage);
  const buckets = projectStock({
    onHand: millionths(stored.onHand),
    usage,
    supplies: stored.supplies.map(({ on, quantity }) => ({ on, quantity: millionths(quantity) })),
    limits: { minimum: amountOrNull(stored.minimum), maximum: amountOrNull(stored.maximum) },
    buckets: gridOf(today, unit, count),
  });
  return buckets.map((bucket) => new ShownBucket(bucket, usage, stored.knowsDemand));
}

/** A bucket as the API shows it: what nobody asks for is never written out. A page of lines has hundreds of them. */
class ShownBucket implements ProjectedBucketType {
  constructor(
    private readonly bucket: ProjectedBucket,
    private readonly usage: Millionths | null,
    private readonly knowsDemand: boolean,
  ) {}

  get startsOn(): CalendarDate {
    return this.bucket.startsOn;
  }

  get endsOn(): CalendarDate {
    return this.bucket.endsOn;
  }

  get receipts(): string {
    return plainAmount(this.bucket.receipts);
  }

  get pastDue(): string {
    return plainAmount(this.bucket.pastDue);
  }

  get demand(): string | null {
    return this.knowsDemand ? plainAmount(this.bucket.demand) : null;
  }

  get projected(): string | null {
    return this.knowsDemand ? plainAmount(this.bucket.projected) : null;
  }

  get daysOfSupply(): string | null {
    if (!this.knowsDemand) return null;
    return daysCovered(this.bucket.projected, this.usage)?.toDecimalPlaces(PLACES).toString() ?? null;
  }

  get colour(): Colour {
    return this.knowsDemand ? this.bucket.colour : 'NO_DATA';
  }
}
