import { Decimal } from '../../kernel/decimal.ts';
import type { Locale } from '../../kernel/locale.ts';

type Digits = `${number}`;

/** Digits as a language writes them, one by one: nothing passes through a float. */
export function numberText(value: Decimal | string, locale: Locale, options: Intl.NumberFormatOptions = {}): string {
  const digits = new Decimal(value).toFixed() as Digits;
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20, ...options }).format(digits);
}

/** An amount with the code of its currency, in payable units. */
export const moneyText = (amount: Decimal | string, currency: string, locale: Locale, digits = 2): string =>
  numberText(amount, locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
    ...(digits > 2 ? {} : paid(currency)),
  });

/** As many places as the currency is paid in. */
function paid(currency: string): Intl.NumberFormatOptions {
  const places =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return { minimumFractionDigits: places, maximumFractionDigits: places };
}

/** A share such as 0.13 as a percentage. */
export const shareText = (share: string, locale: Locale): string =>
  numberText(share, locale, { style: 'percent', maximumFractionDigits: 2 });

/** A calendar day, as written whatever zone the reader is in; nothing for none. */
export const dayText = (day: string | null, locale: Locale): string =>
  day === null
    ? ''
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
