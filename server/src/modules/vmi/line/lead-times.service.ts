import { sql, type RawBuilder } from 'kysely';
import { todayIn } from '../../../kernel/calendar-date.ts';
import { WorkingCalendar } from '../../../kernel/calendar.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { StoredOverrides, StoredWeek } from '../../catalog/calendar/calendar.entity.ts';
import { OFFICE_WEEK } from '../../catalog/calendar/party-calendars.service.ts';
import { dueDates } from './due-dates.calc.ts';

/** Which calendars count for an agreement: those of its supplier and its site. */
interface Pair {
  agreementId: string;
  timeZone: string;
  supplierCalendarId: string | null;
  siteCalendarId: string | null;
  longest: number;
}

interface StoredCalendar {
  id: string;
  timeZone: string;
  week: StoredWeek;
  overrides: StoredOverrides;
}

/** Arrival days of goods ordered today, as a table for set-based statements: lead time n is element n + 1 of `dues`. */
export interface DueTable {
  /** `(agreement_id, today, dues date[])` */
  readonly rows: RawBuilder<unknown>;
}

/** Turns lead times into arrival days on the calendars of supplier and site, once per pair of calendars. */
class LeadTimes {
  /** For the agreements in force that satisfy `which`, a condition over `a`. */
  async table(work: Work, which: RawBuilder<unknown>): Promise<DueTable> {
    const { rows: pairs } = await sql<Pair>`
      select a.id as "agreementId", s.time_zone as "timeZone",
        coalesce(own.id, ours.id) as "supplierCalendarId", coalesce(s.calendar_id, ours.id) as "siteCalendarId",
        coalesce(t.longest, 0) as longest
      from vmi_agreement a
      join catalog_site s on s.id = a.site_id
      left join catalog_calendar own on own.organisation_id = a.supplier_id and own.is_default
      left join catalog_calendar ours on ours.is_default
        and ours.organisation_id = (select o.id from identity_organisation o where o.is_company)
      left join (
        select t.supplier_id, max(t.lead_time_days) as longest from catalog_supplier_item t
        where t.supplier_id in (select a.supplier_id from vmi_agreement a where a.state in ('ACTIVE', 'SUSPENDED') and ${which})
        group by 1) t on t.supplier_id = a.supplier_id
      where a.state in ('ACTIVE', 'SUSPENDED') and ${which}`.execute(work.sql);
    const calendars = await this.calendars(work, pairs);
    const known = new Map<string, { place: number; today: string; dues: string[] }>();
    const rows = pairs.map((pair) => {
      const key = [pair.supplierCalendarId, pair.siteCalendarId, pair.timeZone, pair.longest].join(' ');
      let group = known.get(key);
      if (!group) {
        const today = todayIn(pair.timeZone, work.clock);
        const [supplier, site] = [calendars(pair.supplierCalendarId), calendars(pair.siteCalendarId)];
        group = { place: known.size, today, dues: dueDates(today, pair.longest, supplier, site) };
        known.set(key, group);
      }
      return { agreementId: pair.agreementId, group: group.place };
    });
    return { rows: tableOf(rows, [...known.values()]) };
  }

  private async calendars(work: Work, pairs: readonly Pair[]): Promise<(id: string | null) => WorkingCalendar> {
    const ids = [...new Set(pairs.flatMap((pair) => [pair.supplierCalendarId, pair.siteCalendarId]))];
    const { rows } = await sql<StoredCalendar>`
      select id, time_zone as "timeZone", week, overrides from catalog_calendar where id = any(${ids.filter((id) => id !== null)}::uuid[])`.execute(
      work.sql,
    );
    const known = new Map(
      rows.map(({ id, timeZone, ...hours }) => [id, new WorkingCalendar({ zone: timeZone, ...hours })]),
    );
    const office = new WorkingCalendar({ zone: 'UTC', week: OFFICE_WEEK });
    return (id) => known.get(id ?? '') ?? office;
  }
}

// Arrays tell the database how many agreements there are; of a document it would guess.
const tableOf = (pairs: readonly { agreementId: string; group: number }[], groups: readonly object[]) => sql`
  (select p.agreement_id, g.today, g.dues
   from unnest(${pairs.map(({ agreementId }) => agreementId)}::uuid[], ${pairs.map(({ group }) => group)}::int[]) as p(agreement_id, "group")
   join jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as g(place int, today date, dues date[]) on g.place = p."group")`;

export const leadTimes = new LeadTimes();
