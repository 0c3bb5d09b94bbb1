import { fc } from '../../support/properties.ts';
import { expect, test } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import {
  beyondTolerance,
  isDeliveredInFull,
  mostReceivable,
  openQuantity,
} from '../../../server/src/modules/purchasing/order/over-receipt.calc.ts';

const d = (value: number | string) => new Decimal(value);
const amount = fc.integer({ min: 0, max: 1_000_000 }).map((thousandths) => d(thousandths).div(1000));

test('open is what is ordered less what is accepted and in quarantine', () => {
  expect(openQuantity(d(100), d(60), d(15)).toString()).toBe('25');
});

test('open quantity is never below zero, however much came', () => {
  fc.assert(
    fc.property(amount, amount, amount, (ordered, accepted, quarantine) =>
      openQuantity(ordered, accepted, quarantine).gte(0),
    ),
  );
});

test('an over-receipt of one line takes nothing from what is still to come on another', () => {
  const lines = [openQuantity(d(100), d(130), d(0)), openQuantity(d(50), d(0), d(0))];
  expect(Decimal.sum(...lines).toString()).toBe('50');
});

test('five per cent over 200 lets 210 through, and 206 is within it', () => {
  expect(mostReceivable(d(200), d('0.05')).toString()).toBe('210');
  expect(beyondTolerance(d(200), d(206), { over: d('0.05'), under: d(0) }).toString()).toBe('0');
});

test('a quantity exactly on the limit is within the tolerance, the smallest amount more is not', () => {
  const tolerance = { over: d('0.05'), under: d('0.1') };
  expect(beyondTolerance(d(100), d(105), tolerance).toString()).toBe('0');
  expect(beyondTolerance(d(100), d('105.000001'), tolerance).toString()).toBe('0.000001');
  expect(isDeliveredInFull(d(100), d(90), tolerance)).toBe(true);
  expect(isDeliveredInFull(d(100), d('89.999999'), tolerance)).toBe(false);
});

test('without tolerance only the ordered quantity is let through', () => {
  expect(beyondTolerance(d(100), d(101), { over: d(0), under: d(0) }).toString()).toBe('1');
});
