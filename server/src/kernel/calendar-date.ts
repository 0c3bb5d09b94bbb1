import { Temporal } from 'temporal-polyfill';
import type { Clock } from './clock.ts';
import { dateOfDayNumber, dayNumberOf } from './day-number.ts';
import { defineError } from './domain-error.ts';

/** A day without a time or a zone, `2026-10-01`; such texts sort as the days do. */
export type CalendarDate = string;

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Raised when a text names no day of the calendar. */
export class InvalidDate extends defineError('INVALID_DATE', {
  en: '"{input}" is not a date (YYYY-MM-DD)',
  zh: '“{input}”不是有效日期（YYYY-MM-DD）',
}) {}

/** Raised when a text names no time zone of the IANA database. */
export class UnknownTimeZone extends defineError('UNKNOWN_TIME_ZONE', {
  en: '"{zone}" is not a time zone',
  zh: '“{zone}”不是有效时区',
}) {}

const EPOCH = Temporal.PlainDate.from('1970-01-01');
const ZONE_NAME = /^[A-Za-z]/;

const knownZones = new Set<string>();

/** The text itself once it is known to name a day that exists. @throws InvalidDate */
export function parseCalendarDate(text: string): CalendarDate {
  toDayNumber(text);
  return text;
}

/** Whether a text names a day that exists, for input that is checked rather than refused. */
export function isCalendarDate(text: string): boolean {
  try {
    return parseCalendarDate(text) === text;
  } catch {
    return false;
  }
}

/** That many days later, or earlier when negative. @throws InvalidDate */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Whole months later, or earlier; a day the target month lacks becomes its last: 01-31 plus one is 02-28. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return plainDate(date).add({ months }).toString();
}

/** The days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** The Monday of the date's ISO week. */
export function startOfWeek(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - isoWeekday(date));
}

/** The first day of the date's month. */
export function startOfMonth(date: CalendarDate): CalendarDate {
  return `${parseCalendarDate(date).slice(0, 8)}01`;
}

/** The weekday of a date, Monday 1 to Sunday 7. */
export function isoWeekday(date: CalendarDate): IsoWeekday {
  return weekdayOfDayNumber(toDayNumber(date));
}

/** Which day it is now in a zone. @throws UnknownTimeZone */
export function todayIn(zone: string, clock: Clock): CalendarDate {
  return dateIn(zone, clock.now());
}

interface LocalDay {
  readonly date: CalendarDate;
  readonly startsAt: number;
  readonly endsAt: number;
}

// The day last asked for in each zone: pages ask for today, row by row.
const lastDays = new Map<string, LocalDay>();

/** Which day an instant falls on in a zone. @throws UnknownTimeZone */
export function dateIn(zone: string, instant: Date): CalendarDate {
  const moment = instant.getTime();
  const last = lastDays.get(zone);
  if (last && moment >= last.startsAt && moment < last.endsAt) return last.date;
  const day = localDay(parseTimeZone(zone), moment);
  lastDays.set(zone, day);
  return day.date;
}

function localDay(zone: string, moment: number): LocalDay {
  const here = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
  const date = here.toPlainDate();
  return {
    date: date.toString(),
    startsAt: here.startOfDay().epochMilliseconds,
    endsAt: date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
  };
}

/** The text itself once it is known to name a zone. @throws UnknownTimeZone */
export function parseTimeZone(zone: string): string {
  if (knownZones.has(zone)) return zone;
  if (!ZONE_NAME.test(zone)) throw new UnknownTimeZone({ zone });
  try {
    EPOCH.toZonedDateTime(zone);
  } catch {
    throw new UnknownTimeZone({ zone });
  }
  knownZones.add(zone);
  return zone;
}

/**
 * The instant at which a day's wall clock shows `minutes` after midnight (1440 is the next midnight).
 * A time the clocks skip is the moment they jump; a time they show twice is the first. Order is therefore kept.
 */
export function instantAt(date: CalendarDate, minutes: number, zone: string): Date {
  const wall = plainDate(date).toPlainDateTime().add({ minutes });
  const earliest = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const skipped = !earliest.toPlainDateTime().equals(wall);
  const moment = skipped ? (earliest.getTimeZoneTransition('next') ?? earliest) : earliest;
  return new Date(moment.epochMilliseconds);
}

/** The number of a day counted from 1970-01-01, for stepping through many days. */
export function toDayNumber(date: CalendarDate): number {
  const day = dayNumberOf(date);
  if (day === null) throw new InvalidDate({ input: date });
  return day;
}

/** The date of a day number; the inverse of `toDayNumber`. */
export function fromDayNumber(dayNumber: number): CalendarDate {
  return dateOfDayNumber(dayNumber) ?? EPOCH.add({ days: dayNumber }).toString();
}

/** The weekday of a day number, without building a date: 1970-01-01 was a Thursday. */
export function weekdayOfDayNumber(dayNumber: number): IsoWeekday {
  return (((((dayNumber + 3) % 7) + 7) % 7) + 1) as IsoWeekday;
}

const plainDate = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(parseCalendarDate(text));
