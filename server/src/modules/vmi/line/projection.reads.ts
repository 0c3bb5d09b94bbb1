import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { projectStock } from './projection.calc.ts';
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
const shown = (value: Decimal | null): string | null => {
  if (value === null) return null;
  return value.isZero() ? '0' : value.toDecimalPlaces(PLACES).toString();
};
const decimalOrNull = (text: string | null): Decimal | null => (text === null ? null : new Decimal(text));

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
  const buckets = projectStock({
    onHand: new Decimal(stored.onHand),
    usage: decimalOrNull(stored.usage),
    supplies: stored.supplies.map(({ on, quantity }) => ({ on, quantity: new Decimal(quantity) })),
    limits: { minimum: decimalOrNull(stored.minimum), maximum: decimalOrNull(stored.maximum) },
    buckets: gridOf(today, unit, count),
  });
  return buckets.map((bucket) => ({
    startsOn: bucket.startsOn,
    endsOn: bucket.endsOn,
    receipts: shown(bucket.receipts) ?? '0',
    get pastDue() {
      return shown(bucket.pastDue) ?? '0';
    },
    demand: stored.knowsDemand ? shown(bucket.demand) : null,
    projected: stored.knowsDemand ? shown(bucket.projected) : null,
    get daysOfSupply() {
      return stored.knowsDemand ? shown(bucket.daysOfSupply) : null;
    },
    colour: stored.knowsDemand ? bucket.colour : 'NO_DATA',
  }));
}
