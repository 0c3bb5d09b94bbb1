import { expect, test } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { Ratio } from '../../../server/src/kernel/unit.ts';
import {
  inStockUnit,
  inUnit,
  wholeCount,
} from '../../../server/src/modules/purchasing/receipt/receipt-quantities.calc.ts';

const d = (value: number | string) => new Decimal(value);

test('what is neither rejected nor in quarantine is accepted', () => {
  const count = wholeCount({ received: d(10), rejected: d(2), quarantine: d(3) });
  expect(count?.accepted.toString()).toBe('5');
});

test('a count that does not add up is none', () => {
  expect(wholeCount({ received: d(10), accepted: d(8), rejected: d(1) })).toBeNull();
  expect(wholeCount({ received: d(10), rejected: d(11) })).toBeNull();
  expect(wholeCount({ received: d(0) })).toBeNull();
  expect(wholeCount({ received: d(-1), accepted: d(-1) })).toBeNull();
});

test('twelve single pieces are exactly one box of twelve', () => {
  const box = Ratio.of(12);
  const piece = inStockUnit(d(1), Ratio.of(1));
  expect(inUnit(piece.times(12), box).toString()).toBe('1');
  expect(inStockUnit(d(1), box).toString()).toBe('12');
});

test('a ratio that no decimal can show is rounded once', () => {
  const third = Ratio.of(1, 3);
  expect(inStockUnit(d(1), third).toString()).toBe('0.333333');
  expect(inStockUnit(d(3), third).toString()).toBe('1');
});
