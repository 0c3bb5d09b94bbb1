import { fc } from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { decimal, InvalidNumber } from '../../../server/src/kernel/decimal.ts';
import { Quantity, UnitMismatch } from '../../../server/src/kernel/quantity.ts';

const q = (value: string | number, unit = 'EA') => Quantity.of(value, unit);

describe('decimal', () => {
  it.each(['', ' ', 'abc', '1e5', '0x1f', 'NaN', 'Infinity', '1,5', '.5', '9'.repeat(41), '9'.repeat(500)])(
    'refuses %j as a number',
    (text) => {
      expect(() => decimal(text)).toThrow(InvalidNumber);
    },
  );

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300])('refuses the float %d', (float) => {
    expect(() => decimal(float)).toThrow(InvalidNumber);
  });

  it('adds tenths exactly', () => {
    expect(decimal('0.1').plus('0.2').toString()).toBe('0.3');
    expect(decimal(0.1).plus(0.2).toString()).toBe('0.3');
  });

  it('prints very small and very large numbers in plain notation', () => {
    expect(decimal('0.0000000001').toString()).toBe('0.0000000001');
    expect(decimal(1e21).toString()).toBe('1000000000000000000000');
  });
});

describe('Quantity', () => {
  it('adds, subtracts, negates and multiplies in its unit', () => {
    expect(q('12.5').plus(q('0.5')).toString()).toBe('13 EA');
    expect(q(3).minus(q(5)).toString()).toBe('-2 EA');
    expect(q(3).negated().toString()).toBe('-3 EA');
    expect(q('1.5').times('1.1').toString()).toBe('1.65 EA');
  });

  it('leaves its operands as they were', () => {
    const stock = q(10);
    stock.minus(q(4));
    expect(stock.equals(q(10))).toBe(true);
  });

  it('compares by amount, not by notation', () => {
    expect(q('1.0').equals(q('1'))).toBe(true);
    expect([q(2).gt(q(1)), q(2).gte(q(2)), q(2).lt(q(1)), q(2).lte(q(2))]).toEqual([true, true, false, true]);
    expect(q(2).max(q(3)).equals(q(3))).toBe(true);
    expect(q(2).min(q(3)).equals(q(2))).toBe(true);
  });

  it('knows zero from negative', () => {
    expect([q(0).isZero(), q(0).isNegative(), q(0).isPositive()]).toEqual([true, false, false]);
    expect([q(-1).isZero(), q(-1).isNegative(), q(-1).isPositive()]).toEqual([false, true, false]);
    expect(q(0).negated().isNegative()).toBe(false);
  });

  it('sums none to zero and many to their total', () => {
    expect(Quantity.sum([], 'KG').toString()).toBe('0 KG');
    expect(Quantity.sum([q(1, 'KG'), q('2.25', 'KG')], 'KG').toString()).toBe('3.25 KG');
  });

  it('refuses to mix units', () => {
    for (const mix of [
      () => q(1).plus(q(1, 'KG')),
      () => q(1).minus(q(1, 'KG')),
      () => q(1).compare(q(1, 'KG')),
      () => q(1).equals(q(1, 'KG')),
      () => Quantity.sum([q(1)], 'KG'),
    ]) {
      expect(mix).toThrow(UnitMismatch);
    }
  });

  it('travels as text, never as a float', () => {
    expect(JSON.stringify(q('0.1'))).toBe('{"value":"0.1","unit":"EA"}');
  });

  it('subtracts what was added', () => {
    const hundredths = fc.integer({ min: -1e12, max: 1e12 }).map((n) => q(decimal(n).div(100).toString()));
    fc.assert(fc.property(hundredths, hundredths, (a, b) => a.plus(b).minus(b).equals(a)));
  });
});
