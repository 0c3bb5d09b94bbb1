import { defineError } from './domain-error.ts';

/** One stretch of work on one day, [from, to) on the wall clock as `HH:MM`; `24:00` is the end of the day. */
export interface WorkingInterval {
  readonly from: string;
  readonly to: string;
}

/** Raised when a day's working hours are malformed, empty, overlapping or out of order. */
export class InvalidWorkingHours extends defineError('INVALID_WORKING_HOURS', {
  en: 'Working hours {from}-{to} are malformed, empty, or begin before the previous ones end',
  zh: '工作时段 {from}-{to} 格式错误、为空，或早于前一时段结束',
}) {}

const WALL_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** A day's hours as minutes after midnight, in order and without overlap. @throws InvalidWorkingHours */
export function parseWorkingHours(hours: readonly WorkingInterval[]): (readonly [from: number, to: number])[] {
  let previousEnd = 0;
  return hours.map(({ from, to }) => {
    const [start, end] = [minutesOf(from), minutesOf(to)];
    if (!(start >= previousEnd && end > start)) throw new InvalidWorkingHours({ from, to });
    previousEnd = end;
    return [start, end];
  });
}

function minutesOf(wallTime: string): number {
  if (wallTime === '24:00') return 24 * 60;
  const [, hours, minutes] = WALL_TIME.exec(wallTime) ?? [];
  return Number(hours) * 60 + Number(minutes);
}
