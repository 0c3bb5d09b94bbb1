import { sql } from 'kysely';
import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { WorkingCalendar } from '../../../kernel/calendar.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { StoredOverrides, StoredWeek } from '../../catalog/calendar/calendar.entity.ts';
import { OFFICE_WEEK } from '../../catalog/calendar/party-calendars.service.ts';

/** A work centre, and the hours of standard work it can do in each week. */
export interface CentreHours {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly siteId: string;
  readonly hours: readonly number[];
}

interface Row extends Omit<CentreHours, 'hours'> {
  readonly perDay: number;
  readonly timeZone: string;
  readonly week: StoredWeek | null;
  readonly overrides: StoredOverrides | null;
}

const WEEK = 7;

/** What work centres of a site, or of all, can do from a Monday on: days worked by their calendar x hours x efficiency. */
export async function centreHours(
  work: Work,
  { siteId, from, weeks }: { readonly siteId: string | null; readonly from: CalendarDate; readonly weeks: number },
): Promise<CentreHours[]> {
  const { rows } = await sql<Row>`
    select w.id, w.code, w.name, w.site_id as "siteId", (w.hours_per_day * w.efficiency)::float8 as "perDay",
      s.time_zone as "timeZone", c.week, c.overrides
    from planning_work_centre w join catalog_site s on s.id = w.site_id
    left join catalog_calendar ours on ours.is_default
      and ours.organisation_id = (select o.id from identity_organisation o where o.is_company)
    left join catalog_calendar c on c.id = coalesce(w.calendar_id, s.calendar_id, ours.id)
    where w.is_active and (${siteId}::uuid is null or w.site_id = ${siteId}::uuid) order by w.code, w.id`.execute(
    work.sql,
  );
  return rows.map(({ perDay, timeZone, week, overrides, ...centre }) => {
    const zone = timeZone;
    const calendar = new WorkingCalendar(
      week ? { zone, week, overrides: overrides ?? {} } : { zone, week: OFFICE_WEEK },
    );
    const worked = (start: CalendarDate) =>
      Array.from({ length: WEEK }, (_, day) => addDays(start, day)).filter((day) => calendar.isWorkingDay(day)).length;
    return {
      ...centre,
      hours: Array.from({ length: weeks }, (_, place) => worked(addDays(from, WEEK * place)) * perDay),
    };
  });
}
