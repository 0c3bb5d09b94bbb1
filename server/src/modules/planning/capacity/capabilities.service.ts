import { addDays, daysBetween, todayIn, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import type { Work } from '../../../platform/db/work.ts';
import { capabilitiesOf, type CountedDays } from './capability-model.calc.ts';
import { capabilityRows } from './capability-rows.reads.ts';
import { capableToPromise, type FreeCentre } from './capable-to-promise.calc.ts';
import { siteCalendar, workCentreDays } from './work-centre-days.reads.ts';

/** So much of an item, in its stock unit, that no supply serves. */
export interface CapabilityAsk {
  readonly itemId: string;
  readonly quantity: number;
}

/** Working days we look ahead: a year. */
const BUCKETS = 250;

/** Says when we can make what nothing serves: capable to promise, by working days of the site. */
class Capabilities {
  /**
   * The day by which each can be there, the first asked before the next; null where nobody makes it, or not within a year.
   * What one is promised is gone for the next.
   */
  async days(work: Work, siteId: string, asks: readonly CapabilityAsk[]): Promise<(CalendarDate | null)[]> {
    if (asks.length === 0) return [];
    const calendar = await siteCalendar(work, siteId);
    const today = todayIn(calendar.zone, work.clock);
    const itemIds = new Set(asks.map(({ itemId }) => itemId));
    const rows = await capabilityRows(work, { siteId, itemIds: [...itemIds], today });
    const worked = workedFrom(calendar, today);
    const hours = rows.operations.length > 0 ? await hoursBetween(work, siteId, worked) : new Map<string, FreeCentre>();
    const capabilityOf = capabilitiesOf(rows, itemIds, countedDays(worked), hours);
    return asks.map(({ itemId, quantity }) => {
      const capability = capabilityOf(itemId);
      const bucket = capability && capableToPromise(capability, quantity).bucket;
      return bucket === null ? null : worked[bucket]!;
    });
  }
}

/** The days of the buckets: today, or the next worked day, and those after it. */
function workedFrom(calendar: WorkingCalendar, today: CalendarDate): CalendarDate[] {
  const days = [calendar.addWorkingDays(today, 0)];
  while (days.length < BUCKETS) days.push(calendar.nextWorkingDay(days.at(-1)!));
  return days;
}

function countedDays(worked: readonly CalendarDate[]): CountedDays {
  const bucketOf = (day: CalendarDate) => {
    const place = worked.findIndex((one) => one >= day);
    return place < 0 ? worked.length : place;
  };
  return { buckets: worked.length, bucketOf, weeks: (count) => bucketOf(addDays(worked[0]!, 7 * count)) };
}

/** What each work centre can do from one bucket's day to the next one's. */
async function hoursBetween(
  work: Work,
  siteId: string,
  worked: readonly CalendarDate[],
): Promise<Map<string, FreeCentre>> {
  const centres = await workCentreDays(work, siteId);
  return new Map(
    centres.map(({ id, name, perDay, calendar }) => {
      const hours = worked.map((day, place) => {
        const length = daysBetween(day, worked[place + 1] ?? addDays(day, 1));
        const open = Array.from({ length }, (_, at) => addDays(day, at)).filter((one) => calendar.isWorkingDay(one));
        return open.length * perDay;
      });
      return [id, { name, hours }];
    }),
  );
}

export const capabilities = new Capabilities();
