import { expect, it } from 'vitest';
import { inverseNormal } from '../../../server/src/modules/planning/stock/inverse-normal.calc.ts';
import {
  reorderPoint,
  safetyStock,
  uncertaintyOf,
} from '../../../server/src/modules/planning/stock/safety-stock.calc.ts';
import { quantile, statisticsOf } from '../../../server/src/modules/planning/stock/statistics.calc.ts';

it('keeps 154.12 for d = 30, sd = 3, L = 7, sL = 4 at 90 %; a table of z would give 153.94 (supply.md)', () => {
  const { z, quantity } = safetyStock({ demand: 30, demandDeviation: 3, leadTime: 7, leadTimeDeviation: 4 }, 0.9);
  expect(quantity).toBeCloseTo(154.12, 2);
  expect((quantity / z) * 1.28).toBeCloseTo(153.94, 1);
  expect(reorderPoint({ demand: 30, leadTime: 7 }, quantity)).toBeCloseTo(364.12, 2);
});

it('reduces to z sd sqrt(L) and to z d sL when the other is certain', () => {
  const z = inverseNormal(0.95);
  const quantityFor = (demandDeviation: number, leadTimeDeviation: number) =>
    safetyStock({ demand: 30, demandDeviation, leadTime: 4, leadTimeDeviation }, 0.95).quantity;
  expect(quantityFor(3, 0)).toBeCloseTo(z * 3 * 2, 10);
  expect(quantityFor(0, 2)).toBeCloseTo(z * 30 * 2, 10);
});

it.each([
  [0.5, 0],
  [0.9, 1.2815515655446004],
  [0.95, 1.6448536269514722],
  [0.975, 1.959963984540054],
  [0.99, 2.3263478740408408],
  [0.999, 3.090232306167813],
  [1e-10, -6.361340902404056],
])('the inverse normal of %d is %d', (probability, z) => {
  expect(inverseNormal(probability)).toBeCloseTo(z, 12);
});

it('refuses what is no probability', () => {
  for (const value of [0, 1, -1, NaN]) expect(() => inverseNormal(value)).toThrow(RangeError);
});

it('learns mean, deviation and ninth decile from lead times', () => {
  expect(statisticsOf([4, 6, 8])).toEqual({ count: 3, mean: 6, deviation: 2, p90: 7.6 });
  expect(statisticsOf([5])).toEqual({ count: 1, mean: 5, deviation: 0, p90: 5 });
  expect([statisticsOf([]), quantile([1, 2, 3, 4], 0.5)]).toEqual([null, 2.5]);
});

it('keeps safety stock by what demand and lead times were', () => {
  const [demand, leadTime] = [statisticsOf([27, 30, 33])!, statisticsOf([3, 7, 11])!];
  expect(uncertaintyOf(demand, leadTime)).toEqual({
    demand: 30,
    demandDeviation: 3,
    leadTime: 7,
    leadTimeDeviation: 4,
  });
  expect(safetyStock(uncertaintyOf(demand, leadTime), 0.9).quantity).toBeCloseTo(154.12, 2);
});
