import type { Decimal } from '../../kernel/decimal.ts';
import { isValidGtin } from '../../kernel/gs1.ts';
import { InvalidGtin, MissingText, NegativeAmount } from './catalog.errors.ts';

/** The text without outer blanks. @throws MissingText when nothing is left. */
export function requireText(text: string, path: readonly string[]): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new MissingText({}, path);
  return trimmed;
}

/** @throws InvalidGtin when a GTIN is given and its length or check digit is wrong. */
export function checkGtin(gtin: string | null | undefined, path: readonly string[]): void {
  if (gtin !== null && gtin !== undefined && !isValidGtin(gtin)) throw new InvalidGtin({ gtin }, path);
}

/** @throws NegativeAmount */
export function notNegative(amount: Decimal | number | null | undefined, path: readonly string[]): void {
  if (amount !== null && amount !== undefined && Number(amount) < 0) throw new NegativeAmount({}, path);
}
