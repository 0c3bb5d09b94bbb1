import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { LoadBucket } from '../capacity/rough-cut.calc.ts';

/** A computed amount as decimals are shown: sums of fractions without their last digits' noise. */
export const amountText = (amount: number): string => String(Number(amount.toFixed(6)));

/** Load week by week, as people read it. */
export function loadWeeks(from: CalendarDate, weeks: readonly LoadBucket[]) {
  return weeks.map(({ required, available, overload }, place) => ({
    startsOn: addDays(from, 7 * place),
    requiredHours: amountText(required),
    availableHours: amountText(available),
    isOverloaded: overload > 1e-9,
  }));
}
