import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { noticeChange } from '../../../server/src/modules/promising/notice/promise-change.calc.ts';
import type { Standing } from '../../../server/src/modules/promising/pegging/standing.calc.ts';

const standing = (late: number, unpegged: number, expectedOn: string | null): Standing => ({
  late: new Decimal(late),
  unpegged: new Decimal(unpegged),
  expectedOn,
});
const FIRST = standing(40, 0, '2026-10-20');
const SLIPPED = standing(90, 0, '2026-10-20');
const ON_TIME = standing(0, 0, '2026-10-10');

describe('the notice of a changed promise', () => {
  it('opens once when units become late, run short or slip further', () => {
    expect(noticeChange(false, FIRST, SLIPPED)).toBe('OPEN');
    expect(noticeChange(false, ON_TIME, standing(0, 15, '2026-10-10'))).toBe('OPEN');
    expect(noticeChange(false, FIRST, standing(40, 0, '2026-10-25'))).toBe('OPEN');
  });

  it('is not opened for what the customer knows, nor for good news', () => {
    expect(noticeChange(false, FIRST, FIRST)).toBeNull();
    expect(noticeChange(false, SLIPPED, FIRST)).toBeNull();
    expect(noticeChange(false, FIRST, ON_TIME)).toBeNull();
  });

  it('takes up further slips while it is open, and nothing else', () => {
    expect(noticeChange(true, SLIPPED, standing(90, 10, '2026-10-21'))).toBe('UPDATE');
    expect(noticeChange(true, SLIPPED, FIRST)).toBe('UPDATE');
    expect(noticeChange(true, SLIPPED, SLIPPED)).toBeNull();
  });

  it('ends when the promise holds again', () => {
    expect(noticeChange(true, SLIPPED, ON_TIME)).toBe('END');
  });
});
