import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { WorkingCalendar } from '../../../kernel/calendar.ts';

/**
 * When goods ordered today arrive, for every lead time from nothing up to `longest` working days:
 *     due(n) = the first working day of the site on or after the n-th working day of the supplier after today
 * Lead times are counted on the supplier's calendar, so that weekends and his holidays do not shorten them.
 */
export function dueDates(
  today: CalendarDate,
  longest: number,
  supplier: WorkingCalendar,
  site: WorkingCalendar,
): CalendarDate[] {
  let dispatched = today;
  return Array.from({ length: longest + 1 }, (_, days) => {
    if (days > 0) dispatched = supplier.nextWorkingDay(dispatched);
    return site.addWorkingDays(dispatched, 0);
  });
}
