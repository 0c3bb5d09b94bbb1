import { fc } from '../../support/properties.ts';
import { expect, it } from 'vitest';
import { accuracy } from '../../../server/src/modules/planning/forecast/accuracy.calc.ts';
import { consumeByClass, consumeForecast } from '../../../server/src/modules/planning/forecast/consumption.calc.ts';
import { chooseForecast } from '../../../server/src/modules/planning/forecast/forecast-choice.calc.ts';
import { fit } from '../../../server/src/modules/planning/forecast/forecast-methods.calc.ts';

const SEASON = [12, -4, -10, 2];
const series = (length: number, value: (t: number) => number) => Array.from({ length }, (_, t) => value(t));
const seasonal = (t: number) => 100 + 2 * t + SEASON[t % 4]!;
const multiplied = (t: number) => (100 + 2 * t) * (1 + SEASON[t % 4]! / 40);

it('measures errors: MAE 15, WAPE 0.20, bias 0 (supply.md)', () => {
  expect(accuracy([100, 0, 80, 120], [90, 10, 100, 100])).toMatchObject({
    mae: 15,
    wape: 0.2,
    bias: 0,
    trackingSignal: 0,
  });
});

it('scales errors by those of the naive forecast, and lets the tracking signal tell a lean', () => {
  expect(accuracy([10, 10], [6, 6], [1, 3, 5])).toEqual({ mae: 4, wape: 0.4, mase: 2, bias: 4, trackingSignal: 2 });
});

it.each([
  ['added to', seasonal, 'ADDITIVE', 6],
  ['multiplied with', multiplied, 'MULTIPLICATIVE', 0],
] as const)('continues a season %s the trend', (_words, value, kind, digits) => {
  const fitted = fit('HOLT_WINTERS', series(40, value), 4)!;
  expect(fitted.parameters['seasonality']).toBe(kind);
  for (const ahead of [1, 2, 3, 4, 9]) expect(fitted.expects(ahead)).toBeCloseTo(value(39 + ahead), digits);
});

it.each([
  ['HOLT_WINTERS', 4, series(40, seasonal)],
  ['HOLT', 1, series(24, (t) => 50 + 3 * t + ((t * 7) % 5))],
  ['MOVING_AVERAGE', 1, [...series(20, (t) => 10 + (t % 3)), ...series(8, () => 40)]],
] as const)('chooses %s where it was nearest over the holdout', (method, season, history) => {
  const chosen = chooseForecast({ history, season, holdout: 4, horizon: 3 })!;
  expect(chosen.method).toBe(method);
  expect(chosen.candidates.map(({ mae }) => mae)).toEqual(
    chosen.candidates.map(({ mae }) => mae).sort((a, b) => a - b),
  );
});

it('keeps to the method a person chose, and still shows the others', () => {
  const chosen = chooseForecast({ history: series(24, seasonal), season: 4, holdout: 4, horizon: 2, method: 'SES' })!;
  expect([chosen.method, chosen.candidates.length, chosen.forecast.length]).toEqual(['SES', 6, 2]);
});

it('has an answer for any history, never less than nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 }), (history) => {
      const chosen = chooseForecast({ history, season: 4, holdout: 3, horizon: 5 })!;
      return chosen.forecast.length === 5 && chosen.forecast.every((value) => value >= 0 && Number.isFinite(value));
    }),
    { numRuns: 20 },
  );
});

it('lets orders consume the forecast of their bucket, then of earlier and later ones', () => {
  expect(consumeForecast([10, 10, 10, 10], [0, 0, 25, 0], { backward: 1, forward: 1 })).toEqual([10, 0, 0, 5]);
  expect(consumeForecast([10, 10, 10, 10], [0, 0, 25, 0], { backward: 0, forward: 0 })).toEqual([10, 10, 0, 10]);
});

it('lets orders consume the forecast of their class, then that of no class; orders of no class whatever is left', () => {
  const window = { backward: 0, forward: 0 };
  const left = (none: [number, number], retail: [number, number], export_: [number, number]) =>
    [
      ...consumeByClass(
        new Map(
          [none, retail, export_].map(([forecast, orders], key) => [key, { forecast: [forecast], orders: [orders] }]),
        ),
        window,
      ).values(),
    ].flat();
  expect(left([0, 0], [20, 25], [30, 0])).toEqual([0, 0, 30]);
  expect(left([10, 0], [20, 25], [30, 0])).toEqual([5, 0, 30]);
  expect(left([10, 40], [20, 5], [30, 30])).toEqual([0, 0, 0]);
  expect(left([10, 12], [20, 5], [30, 10])).toEqual([0, 13, 20]);
});

it('consumes no more forecast than there is, nor than was ordered', () => {
  const row = fc.array(fc.nat(50), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(row, row, fc.nat(3), fc.nat(3), (forecast, orders, backward, forward) => {
      const left = consumeForecast(forecast, orders, { backward, forward });
      const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
      const taken = sum(forecast) - sum(left);
      return left.every((value, at) => value >= 0 && value <= forecast[at]!) && taken <= sum(orders);
    }),
  );
});
