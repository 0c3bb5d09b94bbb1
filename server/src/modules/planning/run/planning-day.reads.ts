import { sql, type RawBuilder } from 'kysely';
import { todayIn, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';

/** The same inside a statement that asks for more. */
export const planningDayIn = (now: Date, siteId: string | null): RawBuilder<unknown> => sql`
  (${now}::timestamptz at time zone coalesce((select s.time_zone from catalog_site s where s.is_active or s.id = ${siteId}::uuid
    order by s.id = ${siteId}::uuid desc nulls last, s.code limit 1), 'UTC'))::date`;

/** Today where it is asked about: at a site, or that of a work centre; else where runs count it, at the first site by code. */
export async function planningDay(
  work: Work,
  siteId: string | null,
  workCentreId: string | null = null,
): Promise<CalendarDate> {
  const { rows } = await sql<{ zone: string }>`
    select s.time_zone as zone from catalog_site s
    where s.is_active or s.id = ${siteId}::uuid
    order by s.id = coalesce(${siteId}::uuid, (select w.site_id from planning_work_centre w where w.id = ${workCentreId}::uuid)) desc nulls last, s.code
    limit 1`.execute(work.sql);
  return todayIn(rows[0]?.zone ?? 'UTC', work.clock);
}
