import { sql } from 'kysely';
import { WorkingCalendar, type WorkingWeek } from '../../../kernel/calendar.ts';
import type { WorkingInterval } from '../../../kernel/working-hours.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';

interface Kept {
  readonly zone: string;
  readonly week: WorkingWeek;
  readonly overrides: Readonly<Record<string, readonly WorkingInterval[]>>;
}

/** When so many business minutes after a moment are over, by a calendar as it stands now. @throws NotFound */
export async function dueMoments(work: Work, calendarId: string, from: Date, minutes: readonly number[]) {
  const { rows } = await sql<Kept>`
    select time_zone as zone, week, overrides from catalog_calendar where id = ${calendarId}`.execute(work.sql);
  const [kept] = rows;
  if (!kept) throw new NotFound({}, ['calendarId']);
  const calendar = new WorkingCalendar(kept);
  return minutes.map((many) => calendar.addBusinessMinutes(from, many).toISOString());
}
