import { fc } from '../../support/properties.ts';
import { expect, test } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { priceAt, type Price } from '../../../server/src/modules/catalog/supplier-item/price-break.calc.ts';

const price = (
  from: number,
  unitPrice: number,
  validFrom: string | null = null,
  validTo: string | null = null,
): Price => ({
  fromQuantity: new Decimal(from),
  unitPrice: new Decimal(unitPrice),
  validFrom,
  validTo,
});
const at = (prices: Price[], quantity: number, date = '2026-06-15') =>
  priceAt(prices, new Decimal(quantity), date)?.toNumber() ?? null;

test('the price from the highest quantity that is reached holds', () => {
  const prices = [price(0, 10), price(100, 9), price(500, 8)];
  expect([1, 99, 100, 499, 500, 9000].map((quantity) => at(prices, quantity))).toEqual([10, 10, 9, 9, 8, 8]);
});

test('there is no price below the first quantity, and none at all without prices', () => {
  expect(at([price(10, 5)], 9.999)).toBeNull();
  expect(at([], 1)).toBeNull();
});

test('a price holds on its first and its last day and not outside of them', () => {
  const prices = [price(0, 10, '2026-01-01', '2026-06-30')];
  const days = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'];
  expect(days.map((day) => at(prices, 1, day))).toEqual([null, 10, 10, null]);
});

test('of two prices from the same quantity the one that began last holds', () => {
  const prices = [price(0, 11, '2026-06-01'), price(0, 10, '2026-01-01'), price(0, 12, '2026-07-01')];
  expect(at(prices, 1)).toBe(11);
  expect(at([price(0, 10), price(0, 9, '2020-01-01')], 1)).toBe(9);
});

test('the order in which prices are written down does not matter', () => {
  const somePrice = fc
    .tuple(fc.nat(20), fc.nat(100), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .map(([from, unit, begin, length]) =>
      price(from, unit, `2026-0${begin}-01`, `2026-0${Math.min(9, begin + length)}-28`),
    );
  const distinct = fc.uniqueArray(somePrice, {
    selector: (one) => `${one.fromQuantity.toString()} ${one.validFrom}`,
    maxLength: 12,
  });
  fc.assert(
    fc.property(distinct, fc.nat(25), (prices, quantity) => {
      expect(at([...prices].reverse(), quantity)).toBe(at(prices, quantity));
    }),
  );
});
