import { fc } from '../../support/properties.ts';
import { expect, it } from 'vitest';
import { dateIn } from '../../../server/src/kernel/calendar-date.ts';
import { dateOfDayNumber, dayNumberOf } from '../../../server/src/kernel/day-number.ts';

const DAY_MS = 86_400_000;
const [FIRST, LAST] = [-719_528, 2_932_896];

it('counts days as the platform does, in every year of four digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: FIRST, max: LAST }), (day) => {
      const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
      expect(dateOfDayNumber(day)).toBe(date);
      expect(dayNumberOf(date)).toBe(day);
    }),
    { numRuns: 2000 },
  );
  expect([dateOfDayNumber(FIRST), dateOfDayNumber(LAST)]).toEqual(['0000-01-01', '9999-12-31']);
  expect([dateOfDayNumber(FIRST - 1), dateOfDayNumber(LAST + 1)]).toEqual([null, null]);
});

it('knows no day that does not exist', () => {
  for (const text of ['2026-02-29', '2100-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', ''])
    expect(dayNumberOf(text)).toBeNull();
  expect(dayNumberOf('2024-02-29')).toBe(19_782);
});

it('finds the day of an instant in its zone, also where the clocks change at midnight or a day is left out', () => {
  const zones = ['Europe/Berlin', 'America/Sao_Paulo', 'Asia/Shanghai', 'Pacific/Apia', 'Africa/Cairo'];
  const shown = new Map(zones.map((timeZone) => [timeZone, new Intl.DateTimeFormat('en-CA', { timeZone })]));
  const instants = fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2020, 0, 1) });
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, fc.integer({ min: 0, max: 90_000_000 }), (zone, at, later) => {
      for (const moment of [at, at + later])
        expect(dateIn(zone, new Date(moment))).toBe(shown.get(zone)?.format(moment));
    }),
    { numRuns: 1000 },
  );
});
