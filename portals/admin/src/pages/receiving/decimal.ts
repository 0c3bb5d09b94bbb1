import type { DecimalString } from '#ui/graphql/graphql.ts';

interface Scaled {
  readonly units: bigint;
  readonly digits: number;
}

function scaled(value: DecimalString): Scaled {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const units = BigInt(`${whole}${fraction}`);
  return { units: value.startsWith('-') ? -units : units, digits: fraction.length };
}

function at({ units, digits }: Scaled, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - digits);
}

function text(units: bigint, digits: number): DecimalString {
  const plain = units
    .toString()
    .replace('-', '')
    .padStart(digits + 1, '0');
  const fraction = plain.slice(plain.length - digits).replace(/0+$/, '');
  const whole = digits === 0 ? plain : plain.slice(0, -digits);
  return `${units < 0n ? '-' : ''}${whole}${digits > 0 && fraction ? `.${fraction}` : ''}`;
}

/** The sum of two decimal strings, digit for digit. An empty text counts as nothing. */
export function plus(one: DecimalString, other: DecimalString): DecimalString {
  const [left, right] = [scaled(one || '0'), scaled(other || '0')];
  const digits = Math.max(left.digits, right.digits);
  return text(at(left, digits) + at(right, digits), digits);
}

/** What remains of `one` after `other` is taken away; never below nothing. */
export function rest(one: DecimalString, other: DecimalString): DecimalString {
  const difference = plus(one, other.startsWith('-') ? other.slice(1) : `-${other || '0'}`);
  return difference.startsWith('-') ? '0' : difference;
}
