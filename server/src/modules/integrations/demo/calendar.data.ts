import { addDays, isoWeekday, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { WorkingInterval } from '../../../kernel/working-hours.ts';

const DAY: WorkingInterval[] = [
  { from: '08:30', to: '12:00' },
  { from: '13:00', to: '17:30' },
];

export const workingWeek: Readonly<Record<string, WorkingInterval[]>> = {
  1: DAY,
  2: DAY,
  3: DAY,
  4: DAY,
  5: DAY,
};

const HOLIDAYS = ['01-01', '05-01', '05-02', '05-03', '10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'];
// The lunar new year moves: the day of the eve, by year.
const NEW_YEARS_EVE: Readonly<Record<number, CalendarDate>> = {
  2025: '2025-01-28',
  2026: '2026-02-16',
  2027: '2027-02-05',
  2028: '2028-01-25',
};
const NEW_YEAR_DAYS = 8;

/** Public holidays of China around a year, with the Saturday or Sunday that is worked in exchange. */
export function chineseDays(year: number): Record<CalendarDate, WorkingInterval[]> {
  const overrides: Record<CalendarDate, WorkingInterval[]> = {};
  for (const each of [year, year + 1]) {
    for (const day of HOLIDAYS) overrides[`${each}-${day}`] = [];
    const eve = NEW_YEARS_EVE[each];
    for (let n = 0; eve && n < NEW_YEAR_DAYS; n++) overrides[addDays(eve, n)] = [];
    overrides[saturdayBefore(`${each}-10-01`)] = DAY;
    if (eve) overrides[saturdayBefore(eve)] = DAY;
  }
  return overrides;
}

function saturdayBefore(day: CalendarDate): CalendarDate {
  let before = addDays(day, -1);
  while (isoWeekday(before) !== 6) before = addDays(before, -1);
  return before;
}
