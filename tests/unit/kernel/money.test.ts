import { fc } from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import {
  CurrencyMismatch,
  InvalidWeights,
  minorUnits,
  Money,
  UnknownCurrency,
} from '../../../server/src/kernel/money.ts';

const cny = (amount: string | number) => Money.of(amount, 'CNY');
const amounts = (parts: readonly Money[]) => parts.map((part) => part.toJSON().amount);

const anyMoney = fc
  .tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom('CNY', 'JPY', 'KWD'))
  .map(([units, currency]) => Money.of(units, currency).times(10 ** -minorUnits(currency)));
const anyWeights = fc
  .array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 20 })
  .filter((weights) => weights.some((weight) => weight > 0));

describe('Money', () => {
  it('adds, subtracts and multiplies without rounding', () => {
    expect(cny('10.05').plus(cny('0.95')).toString()).toBe('11.00 CNY');
    expect(cny('10.05').minus(cny('20')).toString()).toBe('-9.95 CNY');
    expect(cny('10.05').times('0.13').toString()).toBe('1.3065 CNY');
    expect(Money.sum([cny(1), cny(2)], 'CNY').equals(cny(3))).toBe(true);
  });

  it('rounds to what the currency is paid in, halves away from zero', () => {
    expect(cny('1.305').round().toString()).toBe('1.31 CNY');
    expect(cny('-1.305').round().toString()).toBe('-1.31 CNY');
    expect(Money.of('1234.5', 'JPY').round().toString()).toBe('1235 JPY');
    expect(cny('1.30651').round(4).toString()).toBe('1.3065 CNY');
  });

  it('knows the decimal places of currencies', () => {
    expect(['CNY', 'USD', 'JPY', 'KRW', 'KWD'].map(minorUnits)).toEqual([2, 2, 0, 0, 3]);
  });

  it('taxes three lines of 10.05 at 13 % as 3.93 by line and as 3.92 globally', () => {
    const lines = [cny('10.05'), cny('10.05'), cny('10.05')];
    const byLine = Money.sum(
      lines.map((line) => line.times('0.13').round()),
      'CNY',
    );
    const globally = Money.sum(lines, 'CNY').times('0.13').round();
    expect([byLine.toString(), globally.toString()]).toEqual(['3.93 CNY', '3.92 CNY']);
  });

  it('refuses to mix currencies', () => {
    expect(() => cny(1).plus(Money.of(1, 'USD'))).toThrow(CurrencyMismatch);
    expect(() => cny(1).gt(Money.of(1, 'USD'))).toThrow(CurrencyMismatch);
    expect(() => Money.sum([cny(1)], 'USD')).toThrow(CurrencyMismatch);
  });

  it.each(['', 'cny', 'RMB!', 'ZZZ'])('refuses %j as a currency', (currency) => {
    expect(() => Money.of(1, currency)).toThrow(UnknownCurrency);
  });

  it('prints at least the payable decimal places', () => {
    expect(JSON.stringify(cny(100))).toBe('{"amount":"100.00","currency":"CNY"}');
    expect(Money.of(100, 'JPY').toString()).toBe('100 JPY');
  });
});

describe('allocate', () => {
  it('splits 100.00 in three as 33.34, 33.33, 33.33', () => {
    expect(amounts(cny(100).allocate([1, 1, 1]))).toEqual(['33.34', '33.33', '33.33']);
  });

  it('gives the left-over cents to the largest remainders', () => {
    expect(amounts(cny('0.10').allocate([1, 2, 4]))).toEqual(['0.01', '0.03', '0.06']);
    expect(amounts(cny('10.00').allocate(['0.5', '0.25', '0.25', 0]))).toEqual(['5.00', '2.50', '2.50', '0.00']);
  });

  it('splits a credit as the mirror of a charge', () => {
    expect(amounts(cny(-100).allocate([1, 1, 1]))).toEqual(['-33.34', '-33.33', '-33.33']);
  });

  it('loses nothing of an amount finer than its currency', () => {
    expect(amounts(cny('0.001').allocate([1, 1]))).toEqual(['0.001', '0.00']);
  });

  it.each([[[]], [[0, 0]], [[1, -1]]])('refuses the weights %j', (weights) => {
    expect(() => cny(1).allocate(weights)).toThrow(InvalidWeights);
    expect(() => cny(1).cumulativeShares(weights)).toThrow(InvalidWeights);
  });

  it('sums to the total, each part less than one payable unit from its exact share', () => {
    fc.assert(
      fc.property(anyMoney, anyWeights, (total, weights) => {
        const whole = weights.reduce((sum, weight) => sum + weight, 0);
        const parts = total.allocate(weights);
        expect(Money.sum(parts, total.currency).equals(total)).toBe(true);
        parts.forEach((part, index) => {
          const exact = total.amount.times(weights[index] ?? 0).div(whole);
          expect(
            part.amount
              .minus(exact)
              .abs()
              .lt(10 ** -minorUnits(total.currency)),
          ).toBe(true);
        });
      }),
    );
  });
});

describe('cumulativeShares', () => {
  it('splits 89.99 over three as 30.00, 29.99, 30.00', () => {
    expect(amounts(cny('89.99').cumulativeShares([1, 1, 1]))).toEqual(['30.00', '29.99', '30.00']);
  });

  it('mirrors for credits', () => {
    expect(amounts(cny('-89.99').cumulativeShares([1, 1, 1]))).toEqual(['-30.00', '-29.99', '-30.00']);
  });

  it('sums to the total', () => {
    fc.assert(
      fc.property(anyMoney, anyWeights, (total, weights) =>
        Money.sum(total.cumulativeShares(weights), total.currency).equals(total),
      ),
    );
  });

  it('keeps earlier parts when later ones are cut finer', () => {
    const [first] = cny('89.99').cumulativeShares([1, 2]);
    const [same] = cny('89.99').cumulativeShares([1, 1, 1]);
    expect(first?.toString()).toBe(same?.toString());
  });
});
