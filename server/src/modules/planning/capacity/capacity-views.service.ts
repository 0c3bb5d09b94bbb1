import { addDays, startOfWeek, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';
import { planningDay } from '../run/planning-day.reads.ts';
import { loadRows, weeklyLoads, type LoadRow } from './capacity-load.reads.ts';
import { centreHours } from './work-centre-hours.reads.ts';

/** A work centre with the hours asked of it, week by week, against those it has. */
export interface CapacityView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly weeks: readonly CapacityWeek[];
}
export interface CapacityWeek {
  readonly startsOn: CalendarDate;
  readonly planned: number;
  readonly released: number;
  readonly available: number;
}

const WEEK = 7;

/** Shows what the plan asks of work centres. */
class CapacityViews {
  /** From this week on. */
  async read(work: Work, siteId: string | null, weeks: number): Promise<CapacityView[]> {
    const from = startOfWeek(await planningDay(work, siteId));
    const until = addDays(from, WEEK * weeks);
    const centres = await centreHours(work, { siteId, from, weeks });
    const loads = await weeklyLoads(work, { from, until, siteId, workCentreId: null });
    const asked = new Map(loads.map((load) => [`${load.workCentreId} ${load.week}`, load]));
    return centres.map(({ id, code, name, hours }) => ({
      id,
      code,
      name,
      weeks: hours.map((available, week) => {
        const { planned = 0, released = 0 } = asked.get(`${id} ${week}`) ?? {};
        return { startsOn: addDays(from, WEEK * week), planned, released, available };
      }),
    }));
  }

  /** What a bar of the chart is made of. */
  async rows(work: Work, workCentreId: string, week: CalendarDate): Promise<LoadRow[]> {
    const from = startOfWeek(await planningDay(work, null, workCentreId));
    const monday = startOfWeek(week);
    if (monday < from) return [];
    return loadRows(work, { from, until: addDays(monday, WEEK), siteId: null, workCentreId });
  }
}

export const capacityViews = new CapacityViews();
