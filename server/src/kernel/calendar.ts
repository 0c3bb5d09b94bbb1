import {
  dateIn,
  fromDayNumber,
  instantAt,
  parseCalendarDate,
  parseTimeZone,
  toDayNumber,
  weekdayOfDayNumber,
  type CalendarDate,
  type IsoWeekday,
} from './calendar-date.ts';
import { defineError } from './domain-error.ts';
import { parseWorkingHours, type WorkingInterval } from './working-hours.ts';

/** Working hours per ISO weekday; a weekday left out is free. */
export type WorkingWeek = Readonly<Partial<Record<IsoWeekday, readonly WorkingInterval[]>>>;

type HoursByDate = ReadonlyMap<CalendarDate, readonly WorkingInterval[]>;

/** A calendar as it is stored and exchanged. Overrides replace a day's hours: [] is a holiday, hours a make-up workday. */
export interface WorkingCalendarDefinition {
  readonly zone: string;
  readonly week: WorkingWeek;
  readonly overrides?: HoursByDate | Readonly<Record<CalendarDate, readonly WorkingInterval[]>>;
}

/** Raised when a search for working time leaves the horizon, as in a calendar without any. */
export class NoWorkingTime extends defineError('NO_WORKING_TIME', {
  en: 'The working calendar does not offer that much working time within 100 years of {date}',
  zh: '工作日历在 {date} 前后一百年内没有足够的工作时间',
}) {}

type Span = readonly [start: number, end: number];

const MINUTE = 60_000;
const HORIZON_DAYS = 36_525;

/**
 * When a site works: the hours of each weekday in a time zone, with exceptions by date (holidays, make-up workdays).
 * Days are counted in its own zone; business time is elapsed time, exact through changes of the clocks.
 */
export class WorkingCalendar {
  readonly zone: string;
  readonly week: WorkingWeek;
  readonly overrides: HoursByDate;
  private readonly weekHours: ReadonlyMap<number, readonly Span[]>;
  private readonly overrideHours: ReadonlyMap<number, readonly Span[]>;
  private readonly spansByDay = new Map<number, readonly Span[]>();

  /** @throws UnknownTimeZone, InvalidDate or InvalidWorkingHours */
  constructor({ zone, week, overrides = {} }: WorkingCalendarDefinition) {
    this.zone = parseTimeZone(zone);
    this.week = week;
    this.overrides = overrides instanceof Map ? overrides : new Map(Object.entries(overrides));
    this.weekHours = hoursByWeekday(week);
    this.overrideHours = new Map(
      [...this.overrides].map(([date, hours]) => [toDayNumber(parseCalendarDate(date)), parseWorkingHours(hours)]),
    );
  }

  isWorkingDay(date: CalendarDate): boolean {
    return this.isWorking(toDayNumber(date));
  }

  /** The first working day after the date. @throws NoWorkingTime */
  nextWorkingDay(date: CalendarDate): CalendarDate {
    return this.addWorkingDays(date, 1);
  }

  /**
   * The n-th working day after the date, or before it when n is negative; the date itself never counts.
   * With n = 0 the date itself when it is a working day, else the next one. @throws NoWorkingTime
   */
  addWorkingDays(date: CalendarDate, n: number): CalendarDate {
    if (!Number.isSafeInteger(n)) throw new RangeError(`Not a number of days: ${n}`);
    const step = n < 0 ? -1 : 1;
    const start = toDayNumber(date);
    if (n === 0 && this.isWorking(start)) return date;
    let day = start;
    for (let left = Math.max(1, Math.abs(n)); left > 0; left -= 1) day = this.seek(day, step, start);
    return fromDayNumber(day);
  }

  /** How many working days lie after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: CalendarDate, to: CalendarDate): number {
    const [start, end] = [toDayNumber(from), toDayNumber(to)];
    if (end < start) return 0 - this.countWorking(end, start - 1);
    return this.countWorking(start + 1, end);
  }

  /** The working time inside [from, to), in minutes; seconds count as fractions. Zero when `to` is not later. */
  businessMinutesBetween(from: Date, to: Date): number {
    const [start, end] = [from.getTime(), to.getTime()];
    if (end <= start) return 0;
    const lastDay = this.dayOf(to);
    let total = 0;
    for (let day = this.dayOf(from); day <= lastDay; day += 1) {
      for (const [opens, closes] of this.spansOf(day)) {
        total += Math.max(0, Math.min(closes, end) - Math.max(opens, start));
      }
    }
    return total / MINUTE;
  }

  /**
   * The earliest instant by which that many working minutes have passed; a span filled exactly ends at its closing.
   * @throws NoWorkingTime, and RangeError when `minutes` is negative or not finite.
   */
  addBusinessMinutes(instant: Date, minutes: number): Date {
    if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError(`Not a duration in minutes: ${minutes}`);
    let left = Math.round(minutes * MINUTE);
    if (left === 0) return new Date(instant);
    const start = instant.getTime();
    const firstDay = this.dayOf(instant);
    for (let day = firstDay; ; day = this.seek(day, 1, firstDay)) {
      for (const [opens, closes] of this.spansOf(day)) {
        const begins = Math.max(opens, start);
        const available = Math.max(0, closes - begins);
        if (left <= available) return new Date(begins + left);
        left -= available;
      }
    }
  }

  private dayOf(instant: Date): number {
    return toDayNumber(dateIn(this.zone, instant));
  }

  private hoursOf(day: number): readonly Span[] {
    return this.overrideHours.get(day) ?? this.weekHours.get(weekdayOfDayNumber(day)) ?? [];
  }

  private isWorking(day: number): boolean {
    return this.hoursOf(day).length > 0;
  }

  private countWorking(first: number, last: number): number {
    let count = 0;
    for (let day = first; day <= last; day += 1) count += Number(this.isWorking(day));
    return count;
  }

  // Every search is bounded by its origin, so that it ends in a calendar without working time.
  private seek(from: number, step: 1 | -1, origin: number): number {
    for (let day = from + step; Math.abs(day - origin) <= HORIZON_DAYS; day += step) {
      if (this.isWorking(day)) return day;
    }
    throw new NoWorkingTime({ date: fromDayNumber(origin) });
  }

  // Zone arithmetic costs microseconds per wall time and its result never changes, so each day is translated once.
  private spansOf(day: number): readonly Span[] {
    const known = this.spansByDay.get(day);
    if (known !== undefined) return known;
    const hours = this.hoursOf(day);
    if (hours.length === 0) return hours;
    const date = fromDayNumber(day);
    const at = (minutes: number): number => instantAt(date, minutes, this.zone).getTime();
    const spans = hours.map(([from, to]): Span => [at(from), at(to)]);
    this.spansByDay.set(day, spans);
    return spans;
  }
}

// Stored calendars come back as JSON, and a Sunday filed under 0 would otherwise be lost without a word.
function hoursByWeekday(week: WorkingWeek): Map<number, readonly Span[]> {
  const hours = new Map<number, readonly Span[]>();
  for (const [day, intervals] of Object.entries(week)) {
    if (!/^[1-7]$/.test(day)) throw new RangeError(`Not an ISO weekday: ${day}`);
    hours.set(Number(day), parseWorkingHours(intervals));
  }
  return hours;
}
