import { sql } from 'kysely';
import { WorkingCalendar } from '../../../kernel/calendar.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { StoredOverrides, StoredWeek } from '../../catalog/calendar/calendar.entity.ts';
import { OFFICE_WEEK } from '../../catalog/calendar/party-calendars.service.ts';

/** A work centre, with the days it works and the hours of standard work it can do on each. */
export interface WorkCentreDays {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly siteId: string;
  readonly perDay: number;
  readonly calendar: WorkingCalendar;
}

interface Row extends Omit<WorkCentreDays, 'calendar'> {
  readonly timeZone: string;
  readonly week: StoredWeek | null;
  readonly overrides: StoredOverrides | null;
}

/** The work centres of a site, or of all: hours per day x efficiency, by their own calendar or that of their site. */
export async function workCentreDays(work: Work, siteId: string | null): Promise<WorkCentreDays[]> {
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
  return rows.map(({ timeZone: zone, week, overrides, ...centre }) => ({
    ...centre,
    calendar: calendarOf(zone, week, overrides),
  }));
}

/** The calendar of a site, by its own days; without one, the company's; else Monday to Friday. */
export async function siteCalendar(work: Work, siteId: string): Promise<WorkingCalendar> {
  const { rows } = await sql<Pick<Row, 'timeZone' | 'week' | 'overrides'>>`
    select s.time_zone as "timeZone", c.week, c.overrides from catalog_site s
    left join catalog_calendar ours on ours.is_default
      and ours.organisation_id = (select o.id from identity_organisation o where o.is_company)
    left join catalog_calendar c on c.id = coalesce(s.calendar_id, ours.id) where s.id = ${siteId}`.execute(work.sql);
  const { timeZone, week, overrides } = rows[0]!;
  return calendarOf(timeZone, week, overrides);
}

const calendarOf = (zone: string, week: StoredWeek | null, overrides: StoredOverrides | null): WorkingCalendar =>
  new WorkingCalendar(week ? { zone, week, overrides: overrides ?? {} } : { zone, week: OFFICE_WEEK });
