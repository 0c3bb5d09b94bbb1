import { describe, expect, it } from 'vitest';
import { fromDayNumber, UnknownTimeZone, type IsoWeekday } from '../../../server/src/kernel/calendar-date.ts';
import { NoWorkingTime, WorkingCalendar, type WorkingWeek } from '../../../server/src/kernel/calendar.ts';
import { InvalidWorkingHours, type WorkingInterval } from '../../../server/src/kernel/working-hours.ts';
import { computed, IN_TIME } from '../../support/effort.ts';
import { fc } from '../../support/properties.ts';

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
const officeDay: WorkingInterval[] = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];
const everyDay = (days: readonly IsoWeekday[], hours: WorkingInterval[]): WorkingWeek =>
  Object.fromEntries(days.map((day) => [day, hours]));
const officeWeek = everyDay([1, 2, 3, 4, 5], officeDay);

const nationalDay = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`2026-10-0${day}`, []]));
const shanghai = new WorkingCalendar({ zone: 'Asia/Shanghai', week: officeWeek, overrides: nationalDay });
const withMakeUpDay = new WorkingCalendar({
  zone: 'Asia/Shanghai',
  week: officeWeek,
  overrides: new Map([...Object.entries(nationalDay), ['2026-10-10', officeDay]]),
});

const local = (wall: string) => new Date(`${wall}:00+08:00`);

describe('the service example: Mon-Fri 09-12 and 13-18 in Shanghai, closed 1 to 7 October', () => {
  const created = local('2026-09-29T16:30');

  it('is due for a first answer after 120 minutes, the next morning', () => {
    expect(shanghai.addBusinessMinutes(created, 120)).toEqual(local('2026-09-30T09:30'));
  });

  it('is due for a solution after 960 minutes, behind the holidays', () => {
    expect(shanghai.addBusinessMinutes(created, 960)).toEqual(local('2026-10-08T16:30'));
  });

  it('was first answered after 180 minutes', () => {
    expect(shanghai.businessMinutesBetween(created, local('2026-09-30T10:30'))).toBe(180);
  });

  it('was on hold for 1005 minutes', () => {
    expect(shanghai.businessMinutesBetween(local('2026-09-30T10:30'), local('2026-10-09T11:15'))).toBe(1005);
  });

  it('is due after target and hold together, over the weekend', () => {
    expect(shanghai.addBusinessMinutes(created, 960 + 1005)).toEqual(local('2026-10-12T17:15'));
  });

  it('was solved in 585 minutes net of the hold', () => {
    expect(shanghai.businessMinutesBetween(created, local('2026-10-12T10:00')) - 1005).toBe(585);
  });
});

describe('working days', () => {
  it('skips weekends and holidays', () => {
    expect(shanghai.isWorkingDay('2026-09-30')).toBe(true);
    expect(shanghai.isWorkingDay('2026-10-01')).toBe(false);
    expect(shanghai.isWorkingDay('2026-10-10')).toBe(false);
    expect(shanghai.nextWorkingDay('2026-09-30')).toBe('2026-10-08');
  });

  it('works on a make-up Saturday', () => {
    expect(withMakeUpDay.isWorkingDay('2026-10-10')).toBe(true);
    expect(withMakeUpDay.addWorkingDays('2026-09-30', 3)).toBe('2026-10-10');
    expect(withMakeUpDay.businessMinutesBetween(local('2026-10-09T17:00'), local('2026-10-12T10:00'))).toBe(600);
  });

  it('adds no days as the same day when it works, else as the next that does', () => {
    expect(shanghai.addWorkingDays('2026-09-30', 0)).toBe('2026-09-30');
    expect(shanghai.addWorkingDays('2026-10-03', 0)).toBe('2026-10-08');
  });

  it('counts backwards', () => {
    expect(shanghai.addWorkingDays('2026-10-08', -1)).toBe('2026-09-30');
    expect(shanghai.workingDaysBetween('2026-09-29', '2026-10-09')).toBe(3);
    expect(shanghai.workingDaysBetween('2026-10-09', '2026-09-29')).toBe(-3);
    expect(shanghai.workingDaysBetween('2026-10-01', '2026-10-07')).toBe(0);
    expect(shanghai.workingDaysBetween('2026-10-07', '2026-10-01')).toBe(0);
  });

  it('returns to a working day by as many days back, and counts the days it went', () => {
    const anyDate = fc.integer({ min: 20_000, max: 21_500 }).map(fromDayNumber);
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -300, max: 300 }), (date, n) => {
        const start = withMakeUpDay.addWorkingDays(date, 0);
        const end = withMakeUpDay.addWorkingDays(start, n);
        expect(withMakeUpDay.addWorkingDays(end, -n)).toBe(start);
        expect(withMakeUpDay.workingDaysBetween(start, end)).toBe(n);
      }),
    );
  });
});

describe('business time', () => {
  it('ends at closing time when a span is filled exactly', () => {
    expect(shanghai.addBusinessMinutes(local('2026-09-29T16:30'), 90)).toEqual(local('2026-09-29T18:00'));
  });

  it('adds no minutes as the same instant, even at night', () => {
    expect(shanghai.addBusinessMinutes(local('2026-09-29T03:00'), 0)).toEqual(local('2026-09-29T03:00'));
  });

  it('is zero at night, at lunch, and when the end is not later', () => {
    expect(shanghai.businessMinutesBetween(local('2026-09-29T18:00'), local('2026-09-30T09:00'))).toBe(0);
    expect(shanghai.businessMinutesBetween(local('2026-09-29T12:00'), local('2026-09-29T13:00'))).toBe(0);
    expect(shanghai.businessMinutesBetween(local('2026-09-30T10:00'), local('2026-09-29T10:00'))).toBe(0);
  });

  it('counts seconds as fractions of a minute', () => {
    const from = new Date('2026-09-29T10:00:00+08:00');
    expect(shanghai.businessMinutesBetween(from, new Date('2026-09-29T10:00:30+08:00'))).toBe(0.5);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses to add %d minutes', (minutes) => {
    expect(() => shanghai.addBusinessMinutes(new Date(0), minutes)).toThrow(RangeError);
  });

  it('counts back exactly what was added, at any moment of a year', () => {
    const nightShift = everyDay(
      [1, 3, 6, 7],
      [
        { from: '00:00', to: '02:30' },
        { from: '02:45', to: '06:00' },
        { from: '22:00', to: '24:00' },
      ],
    );
    const berlin = new WorkingCalendar({ zone: 'Europe/Berlin', week: nightShift });
    const moment = fc.integer({ min: Date.UTC(2026, 0, 1) / 1000, max: Date.UTC(2027, 0, 1) / 1000 });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 20_000 }), (seconds, minutes) => {
        const from = new Date(seconds * 1000);
        expect(berlin.businessMinutesBetween(from, berlin.addBusinessMinutes(from, minutes))).toBe(minutes);
      }),
    );
  });
});

describe('changes of the clocks', () => {
  const aroundTheClock = new WorkingCalendar({
    zone: 'Europe/Berlin',
    week: everyDay([1, 2, 3, 4, 5, 6, 7], [{ from: '00:00', to: '24:00' }]),
  });

  it('counts 23 hours on the day clocks go forward and 25 on the day they go back', () => {
    const spring = [new Date('2026-03-29T00:00:00+01:00'), new Date('2026-03-30T00:00:00+02:00')] as const;
    const autumn = [new Date('2026-10-25T00:00:00+02:00'), new Date('2026-10-26T00:00:00+01:00')] as const;
    expect(aroundTheClock.businessMinutesBetween(...spring)).toBe(23 * 60);
    expect(aroundTheClock.businessMinutesBetween(...autumn)).toBe(25 * 60);
  });

  it('is elapsed time when work never stops', () => {
    const from = new Date('2026-03-28T12:00:00Z');
    expect(aroundTheClock.addBusinessMinutes(from, 4321).getTime()).toBe(from.getTime() + 4321 * MINUTE);
  });

  it('keeps office hours on the wall clock of New York', () => {
    const newYork = new WorkingCalendar({ zone: 'America/New_York', week: officeWeek });
    const friday = new Date('2026-03-06T17:00:00-05:00');
    expect(newYork.addBusinessMinutes(friday, 120)).toEqual(new Date('2026-03-09T10:00:00-04:00'));
  });

  it('agrees with a count of half hours on the wall clock, in zones that change at odd times', () => {
    const hours = [
      { from: '00:00', to: '06:00' },
      { from: '22:00', to: '24:00' },
    ];
    const halfHour = fc.integer({
      min: Date.UTC(2026, 0, 1) / HALF_HOUR,
      max: Date.UTC(2027, 0, 1) / HALF_HOUR,
    });
    const zones = fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Cairo');
    fc.assert(
      fc.property(zones, halfHour, fc.integer({ min: 0, max: 400 }), (zone, first, count) => {
        const calendar = new WorkingCalendar({ zone, week: everyDay([1, 2, 4, 5, 7], hours) });
        const wallClock = new Intl.DateTimeFormat('en-GB', {
          timeZone: zone,
          weekday: 'short',
          hour: '2-digit',
        });
        let worked = 0;
        for (let n = first; n < first + count; n += 1) {
          const [weekday = '', hour = ''] = wallClock.format(n * HALF_HOUR).split(', ');
          const open = Number(hour) < 6 || Number(hour) >= 22;
          worked += open && weekday !== 'Wed' && weekday !== 'Sat' ? 30 : 0;
        }
        const [from, to] = [new Date(first * HALF_HOUR), new Date((first + count) * HALF_HOUR)];
        expect(calendar.businessMinutesBetween(from, to)).toBe(worked);
      }),
    );
  });

  it('counts hours that touch the skipped hour once', () => {
    const sunday = (hours: WorkingInterval[]) => new WorkingCalendar({ zone: 'Europe/Berlin', week: { 7: hours } });
    const day = [new Date('2026-03-28T23:00:00Z'), new Date('2026-03-29T22:00:00Z')] as const;
    const whole = sunday([{ from: '01:00', to: '05:00' }]);
    const cut = sunday([
      { from: '01:00', to: '02:30' },
      { from: '02:30', to: '03:00' },
      { from: '03:00', to: '05:00' },
    ]);
    expect(whole.businessMinutesBetween(...day)).toBe(180);
    expect(cut.businessMinutesBetween(...day)).toBe(180);
  });
});

describe('a calendar', () => {
  it('without working time says so instead of searching for ever', () => {
    const never = new WorkingCalendar({
      zone: 'Asia/Shanghai',
      week: {},
      overrides: { '2026-01-05': officeDay },
    });
    expect(() => never.nextWorkingDay('2026-01-05')).toThrow(NoWorkingTime);
    expect(() => never.addWorkingDays('2026-01-05', -1)).toThrow(NoWorkingTime);
    expect(() => never.addBusinessMinutes(local('2026-01-05T10:00'), 1000)).toThrow(NoWorkingTime);
    expect(never.businessMinutesBetween(local('2026-01-01T00:00'), local('2026-02-01T00:00'))).toBe(480);
  });

  it('refuses a distance beyond its horizon', () => {
    expect(() => shanghai.addWorkingDays('2026-01-05', 1e9)).toThrow(NoWorkingTime);
    const rarely = new WorkingCalendar({
      zone: 'Asia/Shanghai',
      week: { 1: [{ from: '09:00', to: '09:01' }] },
    });
    expect(() => rarely.addBusinessMinutes(local('2026-01-05T10:00'), 1e12)).toThrow(NoWorkingTime);
  });

  it.each([
    ['inverted', [{ from: '12:00', to: '09:00' }]],
    ['empty', [{ from: '12:00', to: '12:00' }]],
    [
      'overlapping',
      [
        { from: '09:00', to: '12:00' },
        { from: '11:00', to: '13:00' },
      ],
    ],
    ['malformed', [{ from: '9', to: '25:00' }]],
  ])('refuses %s hours', (_, hours) => {
    expect(() => new WorkingCalendar({ zone: 'Asia/Shanghai', week: { 1: hours } })).toThrow(InvalidWorkingHours);
  });

  it('refuses a weekday that ISO does not know and half a day of distance', () => {
    const stored = JSON.parse('{"0":[]}') as WorkingWeek;
    expect(() => new WorkingCalendar({ zone: 'Asia/Shanghai', week: stored })).toThrow(RangeError);
    expect(() => shanghai.addWorkingDays('2026-01-05', 0.5)).toThrow(RangeError);
  });

  it('refuses an unknown zone', () => {
    expect(() => new WorkingCalendar({ zone: 'Nowhere', week: officeWeek })).toThrow(UnknownTimeZone);
  });

  it('answers ten years of business time in well under a second', IN_TIME, () => {
    const start = computed();
    const calendar = new WorkingCalendar({ zone: 'America/New_York', week: officeWeek });
    calendar.businessMinutesBetween(new Date('2020-01-01T00:00:00Z'), new Date('2030-01-01T00:00:00Z'));
    calendar.addWorkingDays('2020-01-01', 2600);
    expect(computed() - start).toBeLessThan(1000);
  });
});
