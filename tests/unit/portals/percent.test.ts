import { expect, it } from 'vitest';
import { fractionOf, percentOf } from '../../../portals/ui/forms/percent.ts';

it.each([
  ['0', '0'],
  ['0.13', '13'],
  ['0.075', '7.5'],
  ['0.0001', '0.01'],
  ['1', '100'],
  ['12.5', '1250'],
])('the fraction %s is %s percent, and back', (fraction, percent) => {
  expect(percentOf(fraction)).toBe(percent);
  expect(fractionOf(percent)).toBe(fraction);
});
