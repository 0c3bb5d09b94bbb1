import { addDays, daysBetween, type CalendarDate } from '../../../kernel/calendar-date.ts';

/** Moves days of the files to the days they are taken in as. */
export type Shift = (day: CalendarDate) => CalendarDate;

export const asItIs: Shift = (day) => day;

/** Moves every day by the same number of days, so that the newest of `days` becomes `today`. */
export function toToday(days: readonly CalendarDate[], today: CalendarDate): Shift {
  const newest = days.reduce((latest, day) => (day > latest ? day : latest), '');
  if (newest === '') return asItIs;
  const distance = daysBetween(newest, today);
  const known = new Map<CalendarDate, CalendarDate>();
  return (day) => {
    const moved = known.get(day) ?? addDays(day, distance);
    known.set(day, moved);
    return moved;
  };
}
