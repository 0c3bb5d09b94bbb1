import { fc } from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  fromDayNumber,
  instantAt,
  InvalidDate,
  isCalendarDate,
  isoWeekday,
  parseCalendarDate,
  startOfMonth,
  startOfWeek,
  todayIn,
  toDayNumber,
  UnknownTimeZone,
  weekdayOfDayNumber,
} from '../../../server/src/kernel/calendar-date.ts';
import { fixedClock } from '../../../server/src/kernel/clock.ts';

const dayNumber = fc.integer({ min: -20_000, max: 60_000 });

describe('calendar dates', () => {
  it('reads a day that exists', () => {
    expect(parseCalendarDate('2028-02-29')).toBe('2028-02-29');
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '20261001', '2026-10-01T00:00', '', 'today'])(
    'refuses %j',
    (text) => {
      expect(() => parseCalendarDate(text)).toThrow(InvalidDate);
      expect(isCalendarDate(text)).toBe(false);
    },
  );

  it('steps over month and year ends', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  it('counts days across a change of the clocks', () => {
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
    expect(daysBetween('2026-10-02', '2026-10-01')).toBe(-1);
  });

  it('finds the Monday of the week and the first of the month', () => {
    expect(startOfWeek('2026-10-04')).toBe('2026-09-28');
    expect(startOfWeek('2026-09-28')).toBe('2026-09-28');
    expect(startOfMonth('2026-10-31')).toBe('2026-10-01');
    expect(isoWeekday('2026-10-04')).toBe(7);
  });

  it('knows that it is already tomorrow in Shanghai', () => {
    const clock = fixedClock('2026-09-30T16:30:00Z');
    expect(todayIn('Asia/Shanghai', clock)).toBe('2026-10-01');
    expect(todayIn('America/New_York', clock)).toBe('2026-09-30');
  });

  it.each(['Mars/Olympus', '', '+08:00'])('refuses %j as a zone', (zone) => {
    expect(() => todayIn(zone, fixedClock('2026-01-01T00:00:00Z'))).toThrow(UnknownTimeZone);
  });

  it('numbers days without gaps and with the right weekday', () => {
    fc.assert(
      fc.property(dayNumber, (n) => {
        const date = fromDayNumber(n);
        expect(toDayNumber(date)).toBe(n);
        expect(addDays(date, 1)).toBe(fromDayNumber(n + 1));
        expect(weekdayOfDayNumber(n)).toBe(isoWeekday(date));
      }),
    );
  });
});

describe('instantAt', () => {
  const at = (date: string, minutes: number, zone: string) => instantAt(date, minutes, zone).toISOString();

  it('places the wall clock in its zone', () => {
    expect(at('2026-10-08', 9 * 60, 'Asia/Shanghai')).toBe('2026-10-08T01:00:00.000Z');
    expect(at('2026-10-08', 24 * 60, 'Asia/Shanghai')).toBe('2026-10-08T16:00:00.000Z');
  });

  it('takes a skipped time as the moment the clocks jump', () => {
    for (const minutes of [120, 150, 180]) {
      expect(at('2026-03-29', minutes, 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
    }
  });

  it('takes a repeated time as its first occurrence', () => {
    expect(at('2026-10-25', 150, 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('begins a day whose midnight is skipped at the jump', () => {
    expect(at('2026-04-24', 0, 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
  });
});
