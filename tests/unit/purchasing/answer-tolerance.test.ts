import { fc } from '../../support/properties.ts';
import { expect, test } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { isWithinTolerance, shareOut } from '../../../server/src/modules/purchasing/answer/answer-tolerance.calc.ts';

const d = (value: number | string) => new Decimal(value);
const asked = { on: '2027-01-10', quantity: d(100), over: d('0.05'), under: d('0.1'), days: 2 };
const promised = (on: string, quantity: number) => ({ on, quantity: d(quantity) });

test('a promise on the limits of quantity and day is within the tolerance', () => {
  expect(isWithinTolerance(asked, [promised('2027-01-12', 105)])).toBe(true);
  expect(isWithinTolerance(asked, [promised('2027-01-08', 90)])).toBe(true);
});

test('a unit or a day beyond a limit is outside the tolerance', () => {
  expect(isWithinTolerance(asked, [promised('2027-01-10', 106)])).toBe(false);
  expect(isWithinTolerance(asked, [promised('2027-01-10', 89)])).toBe(false);
  expect(isWithinTolerance(asked, [promised('2027-01-13', 100)])).toBe(false);
  expect(isWithinTolerance(asked, [promised('2027-01-07', 100)])).toBe(false);
});

test('a split is judged by the sum of its quantities and by each of its days', () => {
  expect(isWithinTolerance(asked, [promised('2027-01-10', 60), promised('2027-01-12', 40)])).toBe(true);
  expect(isWithinTolerance(asked, [promised('2027-01-10', 60), promised('2027-01-13', 40)])).toBe(false);
});

test('the parts of a split sum to what was asked for', () => {
  const parts = shareOut(d(100), [promised('2027-01-10', 60), promised('2027-01-20', 35)]);
  expect(parts.map(String)).toEqual(['60', '40']);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 6 }),
      (quantity, promises) =>
        Decimal.sum(
          ...shareOut(
            d(quantity),
            promises.map((amount) => promised('2027-01-10', amount)),
          ),
        ).eq(quantity),
    ),
  );
});
