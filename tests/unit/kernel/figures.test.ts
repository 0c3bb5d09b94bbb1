import { expect, test } from 'vitest';
import { withFigures } from '../../../server/src/kernel/figures.ts';

test('figures keep every digit to six places, and lose the zeros at their end', () => {
  expect(
    withFigures(
      `{"a": 123456789012.345678, "b": 12.500000, "c": 0.000000, "d": 100, "e": 3.33333333333333333333, "f": -2.0000005, "g": 0.9999999}`,
    ),
  ).toEqual({ a: '123456789012.345678', b: '12.5', c: '0', d: '100', e: '3.333333', f: '-2.000001', g: '1' });
});

test('what is no number stays what it is', () => {
  const other = { text: '1.50', nothing: null, is: true, list: ['2026-01-05'] };
  expect(withFigures(JSON.stringify(other))).toEqual(other);
});
