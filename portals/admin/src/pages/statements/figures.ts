import { formatDecimal, formatMoney } from '#ui/i18n/format.ts';

interface Amount {
  readonly value: string;
  readonly unit: string;
}
interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** A quantity with its unit, as plain text. */
export const quantityOf = ({ value, unit }: Amount): string => `${formatDecimal(value)} ${unit}`;
/** An amount with its currency, as plain text. */
export const moneyOf = ({ amount, currency }: Money): string => formatMoney(amount, currency);

/** The calendar date of the reader's device, for what is preset in a form. */
export function todayHere(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
