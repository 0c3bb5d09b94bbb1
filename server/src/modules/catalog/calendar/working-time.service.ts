import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { WorkingCalendar } from '../../../kernel/calendar.ts';
import type { WorkingInterval } from '../../../kernel/working-hours.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { requireText } from '../checks.service.ts';
import { Calendar } from './calendar.entity.ts';

/** A calendar as somebody wants it to be. */
export interface CalendarDraft {
  readonly id: string | null;
  readonly expectedVersion?: number | null;
  readonly organisationId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly week: Readonly<Record<string, WorkingInterval[]>>;
  readonly overrides: Readonly<Record<string, WorkingInterval[]>>;
  readonly isDefault: boolean;
}

/** Keeps the working calendars of the parties. */
export class WorkingTime {
  /** @throws InvalidWorkingHours, UnknownTimeZone, InvalidDate, DuplicateCalendarName, StaleObject */
  async save(work: Work, draft: CalendarDraft): Promise<string> {
    const { week, overrides } = new WorkingCalendar({
      zone: draft.timeZone,
      week: draft.week,
      overrides: draft.overrides,
    });
    const calendar = draft.id ? await this.existing(work, draft) : await this.opened(work, draft);
    if (draft.isDefault) await this.makeWay(work, calendar);
    Object.assign(calendar, {
      name: requireText(draft.name, ['input', 'name']),
      timeZone: draft.timeZone,
      week,
      overrides: Object.fromEntries(overrides),
      isDefault: draft.isDefault,
    });
    work.em.persist(calendar);
    await work.em.flush();
    return calendar.id;
  }

  private async existing(work: Work, draft: CalendarDraft): Promise<Calendar> {
    const calendar = await work.em.findOne(Calendar, draft.id as string, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    if (!calendar || calendar.organisationId !== draft.organisationId) throw new NotFound({}, ['input', 'id']);
    if (calendar.version !== draft.expectedVersion) throw new StaleObject({}, ['input', 'expectedVersion']);
    return calendar;
  }

  private async opened(work: Work, draft: CalendarDraft): Promise<Calendar> {
    if (!(await work.em.findOne(Organisation, draft.organisationId)))
      throw new NotFound({}, ['input', 'organisationId']);
    return Object.assign(new Calendar(), { organisationId: draft.organisationId });
  }

  // An organisation has one default: the new one takes the place of the old one.
  private async makeWay(work: Work, calendar: Calendar): Promise<void> {
    await sql`
      update catalog_calendar set is_default = false, version = version + 1
      where organisation_id = ${calendar.organisationId} and is_default and id <> ${calendar.id}`.execute(work.sql);
  }
}

export const workingTime = new WorkingTime();
