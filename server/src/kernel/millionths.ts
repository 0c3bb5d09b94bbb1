/**
 * Amounts as whole millionths, which is what a numeric(18, 6) of the database keeps: for long sums of amounts, where
 * they are as exact as decimals and take a small part of the time. What is divided or rounded belongs in a Decimal.
 */
export type Millionths = bigint;

const PLACES = 6;
const ONE = 1_000_000n;
const NO_FRACTION = '000000';
const ZERO = '0'.charCodeAt(0);

/**
 * Reads an amount as Postgres writes it, for example "-12.5".
 * @throws RangeError with more than six places, SyntaxError on what is no plain number
 */
export function millionths(amount: string): Millionths {
  const point = amount.indexOf('.');
  if (point < 0) return BigInt(amount) * ONE;
  const places = amount.length - point - 1;
  if (places > PLACES) throw new RangeError(`${amount} is finer than a millionth`);
  return BigInt(amount.slice(0, point) + amount.slice(point + 1).padEnd(PLACES, '0'));
}

/** The amount in plain notation, without zeros at its end. */
export function plainAmount(value: Millionths): string {
  if (value < 0n) return `-${plainAmount(-value)}`;
  if (value === 0n) return '0';
  const digits = String(value).padStart(PLACES + 1, '0');
  const point = digits.length - PLACES;
  if (digits.endsWith(NO_FRACTION)) return digits.slice(0, point);
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === ZERO) end--;
  return `${digits.slice(0, point)}.${digits.slice(point, end)}`;
}
