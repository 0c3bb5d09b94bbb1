import { expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { isWithinTolerance } from '../../../server/src/modules/vmi/proposal/answer-tolerance.calc.ts';

const part = (quantity: number, deliverOn: string) => ({ quantity: new Decimal(quantity), deliverOn });
const proposed = part(100, '2026-12-01');
const tolerance = { quantity: new Decimal('0.05'), days: 2 };
const within = (...offered: ReturnType<typeof part>[]) => isWithinTolerance(proposed, offered, tolerance);

it('lets a quantity differ by the agreed fraction, and no more', () => {
  expect(within(part(95, '2026-12-01'))).toBe(true);
  expect(within(part(105, '2026-12-01'))).toBe(true);
  expect(within(part(94, '2026-12-01'))).toBe(false);
  expect(within(part(106, '2026-12-01'))).toBe(false);
});

it('lets a day differ by the agreed number, in either direction', () => {
  expect(within(part(100, '2026-12-03'))).toBe(true);
  expect(within(part(100, '2026-11-29'))).toBe(true);
  expect(within(part(100, '2026-12-04'))).toBe(false);
});

it('judges a split by its sum and by every one of its days', () => {
  expect(within(part(60, '2026-12-01'), part(40, '2026-12-03'))).toBe(true);
  expect(within(part(60, '2026-12-01'), part(40, '2026-12-09'))).toBe(false);
  expect(within(part(60, '2026-12-01'), part(20, '2026-12-02'))).toBe(false);
});

it('takes only the proposal itself where nothing was agreed', () => {
  const none = { quantity: new Decimal(0), days: 0 };
  expect(isWithinTolerance(proposed, [proposed], none)).toBe(true);
  expect(isWithinTolerance(proposed, [part(101, '2026-12-01')], none)).toBe(false);
});
