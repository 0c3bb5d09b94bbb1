import { Decimal as BaseDecimal } from 'decimal.js';
import { defineError } from './domain-error.ts';

const PRECISION = 40;

/**
 * Decimal numbers for quantities, money and rates: 40 significant digits, halves away from zero,
 * always printed in plain notation so that databases and people read them alike.
 */
export const Decimal = BaseDecimal.clone({
  precision: PRECISION,
  rounding: BaseDecimal.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Decimal = BaseDecimal;

/** What people and protocols hand in as a number; text is preferred, because a float has already lost digits. */
export type DecimalInput = string | number | Decimal;

/** Raised when a text or number is not a plain finite decimal of at most 40 digits. */
export class InvalidNumber extends defineError('INVALID_NUMBER', {
  en: '"{input}" is not a decimal number',
  zh: '“{input}”不是有效的十进制数',
}) {}

const PLAIN_NOTATION = /^[+-]?\d+(\.\d+)?$/;
const MAX_TEXT = 2 * PRECISION;

/**
 * Reads a number exactly as it is written.
 * @throws InvalidNumber on anything but plain notation with at most 40 digits: no exponents, no NaN, no infinity.
 */
export function decimal(input: DecimalInput): Decimal {
  if (input instanceof BaseDecimal) return input.constructor === Decimal ? input : new Decimal(input);
  const text = typeof input === 'number' ? plainText(input) : input.trim();
  if (text.length > MAX_TEXT || !PLAIN_NOTATION.test(text)) throw invalid(input);
  const value = new Decimal(text);
  if (value.precision(true) > PRECISION || value.decimalPlaces() > PRECISION) throw invalid(input);
  return value;
}

function plainText(input: number): string {
  return Number.isFinite(input) ? new Decimal(input).toString() : String(input);
}

function invalid(input: string | number): InvalidNumber {
  return new InvalidNumber({ input: String(input).slice(0, MAX_TEXT) });
}
