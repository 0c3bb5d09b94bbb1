import { addDays, addMonths, startOfMonth, startOfWeek, type CalendarDate } from '../../../kernel/calendar-date.ts';

export type BucketUnit = 'DAY' | 'WEEK' | 'MONTH';

/** One step of a time-phased figure, both days included. */
export interface TimeBucket {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** Consecutive buckets; the first one begins today and ends with its day, ISO week or month. */
export function timeBuckets(today: CalendarDate, unit: BucketUnit, count: number): TimeBucket[] {
  return Array.from({ length: count }, (_, index) => ({
    startsOn: index === 0 ? today : startOf(today, unit, index),
    endsOn: addDays(startOf(today, unit, index + 1), -1),
  }));
}

function startOf(today: CalendarDate, unit: BucketUnit, index: number): CalendarDate {
  if (unit === 'DAY') return addDays(today, index);
  if (unit === 'WEEK') return addDays(startOfWeek(today), 7 * index);
  return addMonths(startOfMonth(today), index);
}
