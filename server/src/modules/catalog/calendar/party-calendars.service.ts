import { sql } from 'kysely';
import { WorkingCalendar, type WorkingWeek } from '../../../kernel/calendar.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { StoredOverrides, StoredWeek } from './calendar.entity.ts';

const OFFICE_HOURS = [{ from: '09:00', to: '17:00' }];
/** Monday to Friday: how a party works that has told nobody otherwise. */
export const OFFICE_WEEK: WorkingWeek = {
  1: OFFICE_HOURS,
  2: OFFICE_HOURS,
  3: OFFICE_HOURS,
  4: OFFICE_HOURS,
  5: OFFICE_HOURS,
};

const remembered = new WeakMap<Work, Map<string, Promise<WorkingCalendar>>>();

/** Knows when the parties work. */
export class PartyCalendars {
  /** The default calendar of the organisation; else the company's; else Monday to Friday. Asked once per transaction. */
  of(work: Work, organisationId: string): Promise<WorkingCalendar> {
    let known = remembered.get(work);
    if (!known) remembered.set(work, (known = new Map<string, Promise<WorkingCalendar>>()));
    let calendar = known.get(organisationId);
    if (!calendar) known.set(organisationId, (calendar = this.read(work, organisationId)));
    return calendar;
  }

  private async read(work: Work, organisationId: string): Promise<WorkingCalendar> {
    const { rows } = await sql<{ time_zone: string; week: StoredWeek; overrides: StoredOverrides }>`
      select c.time_zone, c.week, c.overrides
      from catalog_calendar c join identity_organisation o on o.id = c.organisation_id
      where c.is_default and (c.organisation_id = ${organisationId} or o.is_company)
      order by c.organisation_id = ${organisationId} desc limit 1`.execute(work.sql);
    const [found] = rows;
    return found
      ? new WorkingCalendar({
          zone: found.time_zone,
          week: found.week,
          overrides: found.overrides,
        })
      : new WorkingCalendar({ zone: 'UTC', week: OFFICE_WEEK });
  }
}

export const partyCalendars = new PartyCalendars();
