import { addDays, isoWeekday, type CalendarDate } from '../../../kernel/calendar-date.ts';

/** Numbers from 0 to 1 that look random and are the same for the same seed (a linear congruential generator). */
export function numbersFrom(seed: string): () => number {
  let state = [...seed].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

/** What was used or sold of an item on a day. */
export interface PastDay {
  readonly day: CalendarDate;
  readonly quantity: number;
}

/** Use of one item on each working day (Monday to Saturday) of the last `days`, around `mean`, a little seasonal. */
export function pastUsage(sku: string, mean: number, today: CalendarDate, days: number): PastDay[] {
  const next = numbersFrom(sku);
  return Array.from({ length: days }, (_, index) => addDays(today, index - days)).flatMap((day, index) => {
    const swing = 1 + 0.15 * Math.sin((index / days) * Math.PI * 2);
    const quantity = Math.round((mean * 7 * swing * (0.6 + 0.8 * next())) / 6);
    return isoWeekday(day) === 7 || quantity === 0 ? [] : [{ day, quantity }];
  });
}

const YEAR_OF_WEEKS = 52;

/** What was sold of one item in each of the `weeks` before a Monday, on its Friday: a summer business that grows a little. */
export function pastSeasons(sku: string, mean: number, monday: CalendarDate, weeks: number): PastDay[] {
  const next = numbersFrom(`seasons ${sku}`);
  return Array.from({ length: weeks }, (_, index) => {
    const monthOfYear = Number(addDays(monday, 7 * (index - weeks)).slice(5, 7));
    const summer = 1 + 0.25 * Math.cos(((monthOfYear - 6) / 12) * Math.PI * 2);
    const growth = 1 - (0.1 * (weeks - index)) / YEAR_OF_WEEKS;
    const quantity = Math.round(mean * summer * growth * (0.88 + 0.24 * next()));
    return { day: addDays(monday, 7 * (index - weeks) + 4), quantity };
  });
}
