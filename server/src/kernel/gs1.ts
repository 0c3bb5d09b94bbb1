import { defineError } from './domain-error.ts';

/** Raised when digits cannot form a GS1 key of the required length. */
export class InvalidGs1Key extends defineError('INVALID_GS1_KEY', {
  en: '"{input}" cannot form a GS1 key',
  zh: '“{input}”无法构成 GS1 编码',
}) {}

const GTIN_LENGTHS: readonly number[] = [8, 12, 13, 14];
const SSCC_LENGTH = 18;
const SSCC_BODY_AFTER_EXTENSION = 16;

/**
 * The last digit of a GS1 key (GTIN, SSCC, GLN), from the digits before it:
 *     (10 - sum(digit x weight) mod 10) mod 10, weights 3, 1, 3, 1 ... from the right.
 * Source: GS1 General Specifications, 7.9.
 * @throws InvalidGs1Key when `body` is not made of digits.
 */
export function checkDigit(body: string): number {
  if (!/^\d+$/.test(body)) throw new InvalidGs1Key({ input: body });
  let sum = 0;
  for (let fromRight = 0; fromRight < body.length; fromRight += 1) {
    sum += Number(body.charAt(body.length - 1 - fromRight)) * (fromRight % 2 === 0 ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10;
}

/** Whether a text is a trade item number of 8, 12, 13 or 14 digits with a correct check digit. */
export function isValidGtin(text: string): boolean {
  return GTIN_LENGTHS.includes(text.length) && endsInCheckDigit(text);
}

/** Whether a text is a logistic unit's serial code of 18 digits with a correct check digit. */
export function isValidSscc(text: string): boolean {
  return text.length === SSCC_LENGTH && endsInCheckDigit(text);
}

/**
 * The code of one logistic unit: extension digit, company prefix (4 to 12 digits), serial padded to fill, check digit.
 * @throws InvalidGs1Key when the parts do not fit into 18 digits.
 */
export function ssccFrom(extensionDigit: number, companyPrefix: string, serial: bigint | number): string {
  const room = SSCC_BODY_AFTER_EXTENSION - companyPrefix.length;
  const body = `${extensionDigit}${companyPrefix}${serial.toString().padStart(room, '0')}`;
  const fits = /^\d$/.test(String(extensionDigit)) && /^\d{4,12}$/.test(companyPrefix) && /^\d{17}$/.test(body);
  if (!fits) throw new InvalidGs1Key({ input: body });
  return `${body}${checkDigit(body)}`;
}

function endsInCheckDigit(text: string): boolean {
  return /^\d+$/.test(text) && checkDigit(text.slice(0, -1)) === Number(text.slice(-1));
}
