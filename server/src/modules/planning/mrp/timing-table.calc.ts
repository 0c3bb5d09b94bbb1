import { bucketOf, firstDayOf, type Horizon } from './horizon.calc.ts';
import type { MrpTiming } from './mrp-model.calc.ts';

/** Which days are worked, day by day from `first`. */
export interface WorkedDays {
  readonly first: number;
  readonly isWorked: Uint8Array;
}

/** How long before a need an order is due and released. */
export interface Lead {
  readonly site: number;
  readonly leadTime: number;
  readonly safetyLeadTime: number;
  readonly unit: 'WORKING_DAY' | 'WEEK';
}

/**
 * When orders for each bucket are due and released, for every combination of calendar and lead times that occurs:
 *     need(t)    = the first worked day of bucket t, else the last one before it;  past due: the day before the plan
 *     due(t)     = need(t) less the safety lead time;  release(t) = due(t) less the lead time
 * counted back in worked days of the site, or in whole weeks. So a lead time never shrinks over a holiday.
 */
export class TimingTable implements MrpTiming {
  readonly due: Int16Array;
  readonly release: Int16Array;
  readonly dueDay: Int32Array;
  readonly releaseDay: Int32Array;

  constructor(horizon: Horizon, calendars: readonly WorkedDays[], leads: readonly Lead[]) {
    const cells = leads.length * horizon.buckets;
    this.due = new Int16Array(cells);
    this.release = new Int16Array(cells);
    this.dueDay = new Int32Array(cells);
    this.releaseDay = new Int32Array(cells);
    const counters = calendars.map((calendar) => new WorkedDayCount(calendar));
    leads.forEach((lead, row) => {
      for (let bucket = 0; bucket < horizon.buckets; bucket += 1)
        this.fill(row * horizon.buckets + bucket, horizon, bucket, lead, counters[lead.site]!);
    });
  }

  private fill(cell: number, horizon: Horizon, bucket: number, lead: Lead, days: WorkedDayCount): void {
    const first = firstDayOf(horizon, bucket);
    const need = bucket === 0 ? first : days.within(first, first + horizon.length);
    const due = days.before(need, lead.safetyLeadTime, lead.unit);
    const released = days.before(due, lead.leadTime, lead.unit);
    this.dueDay[cell] = due;
    this.releaseDay[cell] = released;
    this.due[cell] = bucketOf(horizon, due);
    this.release[cell] = bucketOf(horizon, released);
  }
}

/** Counts worked days of one calendar back and forth in one step each. */
class WorkedDayCount {
  private readonly calendar: WorkedDays;
  /** How many worked days lie before each day. */
  private readonly earlier: Int32Array;
  private readonly worked: number[] = [];

  constructor(calendar: WorkedDays) {
    this.calendar = calendar;
    this.earlier = new Int32Array(calendar.isWorked.length + 1);
    calendar.isWorked.forEach((isWorked, place) => {
      if (isWorked) this.worked.push(calendar.first + place);
      this.earlier[place + 1] = this.worked.length;
    });
  }

  /** The first worked day of a bucket; the last one before it when none of the bucket is worked. */
  within(day: number, end: number): number {
    const found = this.worked[this.countBefore(day)] ?? end;
    return found < end ? found : this.before(day, 1, 'WORKING_DAY');
  }

  /** So many worked days before the day, which itself does not count; or weeks. */
  before(day: number, count: number, unit: Lead['unit']): number {
    if (count === 0) return day;
    if (unit === 'WEEK') return day - 7 * count;
    return this.worked[Math.max(0, this.countBefore(day) - count)] ?? day - count;
  }

  private countBefore(day: number): number {
    const place = Math.min(Math.max(0, day - this.calendar.first), this.earlier.length - 1);
    return this.earlier[place]!;
  }
}
