import { sql } from 'kysely';
import { fromDayNumber, startOfWeek, toDayNumber, todayIn } from '../../../kernel/calendar-date.ts';
import { WorkingCalendar } from '../../../kernel/calendar.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { StoredOverrides, StoredWeek } from '../../catalog/calendar/calendar.entity.ts';
import { OFFICE_WEEK } from '../../catalog/calendar/party-calendars.service.ts';
import { readPolicies } from '../run/planning-policies.service.ts';
import type { Tolerances } from './action-messages.calc.ts';
import type { Horizon } from './horizon.calc.ts';
import type { ForecastWindow } from './open-demand.calc.ts';
import type { WorkedDays } from './timing-table.calc.ts';

/** How the company plans just now: its buckets, the days its sites work, and what nobody needs to be told. */
export interface PlanSettings {
  readonly horizon: Horizon;
  readonly bucket: 'DAY' | 'WEEK';
  readonly siteIds: readonly string[];
  readonly calendars: readonly WorkedDays[];
  /** By the number of the site, as are the windows. */
  readonly tolerances: readonly Tolerances[];
  readonly forecast: readonly ForecastWindow[];
}

/** Lead times reach back; beyond three years before the plan the count of worked days stops. */
const DAYS_BACK = 1100;
const DAYS_AHEAD = 60;

interface SiteRow {
  id: string;
  timeZone: string;
  week: StoredWeek | null;
  overrides: StoredOverrides | null;
}

/** Reads how the company plans. The plan begins today, or with the Monday of this week where buckets are weeks. */
export async function planSettings(work: Work): Promise<PlanSettings> {
  const policies = await readPolicies(work);
  const policy = policies.company;
  const sites = await readSites(work);
  const today = todayIn(sites[0]?.timeZone ?? 'UTC', work.clock);
  const length = policy.bucket === 'WEEK' ? 7 : 1;
  const from = toDayNumber(policy.bucket === 'WEEK' ? startOfWeek(today) : today);
  const horizon: Horizon = { from, length, buckets: policy.bucketCount + 1 };
  return {
    horizon,
    bucket: policy.bucket,
    siteIds: sites.map(({ id }) => id),
    calendars: workedDays(sites, horizon),
    tolerances: sites.map(({ id }) => policies.of(id)),
    forecast: sites.map(({ id }) => policies.of(id).consumption),
  };
}

async function readSites(work: Work): Promise<SiteRow[]> {
  const { rows } = await sql<SiteRow>`
    select s.id, s.time_zone as "timeZone", c.week, c.overrides
    from catalog_site s
    left join catalog_calendar ours on ours.is_default
      and ours.organisation_id = (select o.id from identity_organisation o where o.is_company)
    left join catalog_calendar c on c.id = coalesce(s.calendar_id, ours.id)
    where s.is_active order by s.code`.execute(work.sql);
  return rows;
}

function workedDays(sites: readonly SiteRow[], { from, length, buckets }: Horizon): WorkedDays[] {
  const known = new Map<string, WorkedDays>();
  return sites.map(({ timeZone, week, overrides }) => {
    const key = JSON.stringify([timeZone, week, overrides]);
    const before = known.get(key);
    if (before) return before;
    const calendar = new WorkingCalendar(
      week ? { zone: timeZone, week, overrides: overrides ?? {} } : { zone: timeZone, week: OFFICE_WEEK },
    );
    const first = from - DAYS_BACK;
    const days = DAYS_BACK + buckets * length + DAYS_AHEAD;
    const isWorked = Uint8Array.from({ length: days }, (_, day) =>
      Number(calendar.isWorkingDay(fromDayNumber(first + day))),
    );
    const made = { first, isWorked };
    known.set(key, made);
    return made;
  });
}
