import { isCalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';

/** Why a cell was not taken, in words for both languages. */
export interface Unreadable {
  readonly en: string;
  readonly zh: string;
}
/** How one kind of cell is read: its value, or what was wanted instead. Values are as JSON carries them: numbers as text. */
export type Read<T> = (text: string) => T | Unreadable;

export const isUnreadable = (value: unknown): value is Unreadable => typeof value === 'object' && value !== null;

// Zeros behind the sixth place say nothing.
const NUMBER = /^[+-]?(\d{1,14}(\.\d{0,6}0*)?|\.\d{1,6}0*)$/;
const YES = new Set(['yes', 'true', '1', 'y', '是']);
const NO = new Set(['no', 'false', '0', 'n', '否']);

/** A decimal number of at most six places, thousands separated by nothing; the text comes back in its shortest form. */
export function readDecimal(text: string): string | Unreadable {
  return NUMBER.test(text)
    ? new Decimal(text).toFixed()
    : { en: 'a decimal number such as 12.5, of six places at most', zh: '十进制数（如 12.5，最多六位小数）' };
}

export function readInteger(text: string): number | Unreadable {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : { en: 'a whole number', zh: '整数' };
}

export function readBoolean(text: string): boolean | Unreadable {
  const word = text.toLowerCase();
  return YES.has(word) || (NO.has(word) ? false : { en: 'yes or no', zh: '是或否 (yes/no)' });
}

export function readDate(text: string): string | Unreadable {
  return isCalendarDate(text) ? text : { en: 'a date such as 2026-11-24', zh: '日期（如 2026-11-24）' };
}

export function readCurrency(text: string): string | Unreadable {
  return /^[A-Z]{3}$/.test(text) ? text : { en: 'a currency code such as CNY', zh: '货币代码（如 CNY）' };
}

export function readZone(text: string): string | Unreadable {
  return isZone(text) ? text : { en: 'a time zone such as Asia/Shanghai', zh: '时区（如 Asia/Shanghai）' };
}

export const readChoice =
  <const T extends string>(values: readonly T[], others: Readonly<Record<string, T>> = {}): Read<T> =>
  (text) =>
    values.find((value) => value.toUpperCase() === text.toUpperCase()) ??
    others[text.toUpperCase()] ?? {
      en: `one of ${values.join(', ')}`,
      zh: `以下之一：${values.join('、')}`,
    };

function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return /^[A-Za-z]/.test(text);
  } catch {
    return false;
  }
}
