import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';
import { workCentreDays, type WorkCentreDays } from './work-centre-days.reads.ts';

/** A work centre, and the hours of standard work it can do in each week. */
export interface CentreHours extends Pick<WorkCentreDays, 'id' | 'code' | 'name' | 'siteId'> {
  readonly hours: readonly number[];
}

const WEEK = 7;

/** What work centres of a site, or of all, can do from a Monday on: days worked by their calendar x hours x efficiency. */
export async function centreHours(
  work: Work,
  { siteId, from, weeks }: { readonly siteId: string | null; readonly from: CalendarDate; readonly weeks: number },
): Promise<CentreHours[]> {
  const centres = await workCentreDays(work, siteId);
  return centres.map(({ perDay, calendar, ...centre }) => {
    const worked = (start: CalendarDate) =>
      Array.from({ length: WEEK }, (_, day) => addDays(start, day)).filter((day) => calendar.isWorkingDay(day)).length;
    return {
      ...centre,
      hours: Array.from({ length: weeks }, (_, place) => worked(addDays(from, WEEK * place)) * perDay),
    };
  });
}
