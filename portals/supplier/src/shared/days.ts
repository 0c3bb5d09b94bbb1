import { currentLocale } from '#ui/i18n/i18n.ts';

function formatDay(date: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(currentLocale(), { ...options, timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** "Nov", and with the year where it begins: what stands above a column of a grid. */
export function monthName(date: string): string {
  return formatDay(date, date.slice(5, 7) === '01' ? { month: 'short', year: '2-digit' } : { month: 'short' });
}

/** "24": the day of the month, without the language's own suffix, for narrow columns. */
export function dayNumber(date: string): string {
  return String(Number(date.slice(8, 10)));
}

/** The calendar date of the reader's device, for what is preset in a form. */
export function todayHere(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
