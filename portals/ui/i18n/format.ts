import type { DateString, DecimalString, InstantString } from '../graphql/graphql.ts';
import { currentLocale } from './i18n.ts';

type NumericText = `${number}`;

function isNumericText(text: string): text is NumericText {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** Formatters are costly to build and few in kind, so each is built once. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = currentLocale() + JSON.stringify(options);
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(currentLocale(), options);
  numberFormats.set(key, format);
  return format;
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = currentLocale() + JSON.stringify(options);
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(currentLocale(), options);
  dateFormats.set(key, format);
  return format;
}

/** A decimal string with the language's separators, digit for digit: nothing passes through a float. */
export function formatDecimal(value: DecimalString, options: Intl.NumberFormatOptions = {}): string {
  return isNumericText(value) ? numberFormat({ maximumFractionDigits: 20, ...options }).format(value) : value;
}

export function formatMoney(amount: DecimalString, currency: string): string {
  if (!isNumericText(amount)) return `${amount} ${currency}`;
  return numberFormat({
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    maximumFractionDigits: 20,
  }).format(amount);
}

/** A ratio such as `0.874` as a percentage. */
export function formatShare(ratio: DecimalString, digits = 1): string {
  return formatDecimal(ratio, { style: 'percent', maximumFractionDigits: digits });
}

export function formatCount(value: number): string {
  return numberFormat({}).format(value);
}

/** A calendar date, shown as written whatever zone the reader is in. */
export function formatDate(date: DateString): string {
  const instant = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(instant.valueOf()) ? date : dateFormat({ dateStyle: 'medium', timeZone: 'UTC' }).format(instant);
}

/** The same without its year, where a row of days says which it is. */
export function formatDay(date: DateString): string {
  const instant = new Date(`${date}T00:00:00Z`);
  const options = { month: 'numeric', day: 'numeric', timeZone: 'UTC' } as const;
  return Number.isNaN(instant.valueOf()) ? date : dateFormat(options).format(instant);
}

/** An instant in the given zone (the reader's own when none is given), with the zone's name. */
export function formatInstant(instant: InstantString, timeZone?: string): string {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(timeZone ? { timeZone } : {}),
  };
  return dateFormat(options).format(new Date(instant));
}

const AGE_STEPS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago an instant was: "3 minutes ago". */
export function formatAge(instant: InstantString, now: Date): string {
  const seconds = Math.round((new Date(instant).valueOf() - now.valueOf()) / 1000);
  const relative = new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' });
  const step = AGE_STEPS.find(([, size]) => Math.abs(seconds) >= size);
  return step ? relative.format(Math.round(seconds / step[1]), step[0]) : relative.format(0, 'second');
}
