import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { millionths, plainAmount } from '../../../server/src/kernel/millionths.ts';

it('reads amounts as Postgres writes them', () => {
  expect(['0', '12', '12.500000', '-0.5', '-0.000001', '999999999999.999999'].map(millionths)).toEqual([
    0n,
    12_000_000n,
    12_500_000n,
    -500_000n,
    -1n,
    999_999_999_999_999_999n,
  ]);
});

it('refuses what is finer than a millionth, and what is no amount', () => {
  expect(() => millionths('0.0000001')).toThrow(RangeError);
  expect(() => millionths('1e5')).toThrow(SyntaxError);
});

it('adds and prints as a decimal does', () => {
  const amount = fc.bigInt(-(10n ** 18n) + 1n, 10n ** 18n - 1n).map((n) => new Decimal(String(n)).div(1_000_000));
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      expect(plainAmount(millionths(a.toFixed(6)) + millionths(b.toString()))).toBe(a.plus(b).toString());
    }),
  );
});
