import { expect, it } from 'vitest';
import { fit } from '../../../server/src/modules/planning/forecast/forecast-methods.calc.ts';
import { croston } from '../../../server/src/modules/planning/forecast/intermittent.calc.ts';
import { holt, movingAverage, simpleSmoothing } from '../../../server/src/modules/planning/forecast/smoothing.calc.ts';

/** Saudi oil production 1996-2007 (Hyndman and Athanasopoulos, first edition, 7.1; R package fpp, `oildata`). */
const OIL = [
  446.6565229, 454.4733065, 455.662974, 423.6322388, 456.2713279, 440.5880501, 425.3325201, 485.1494479, 506.0481621,
  526.7919833, 514.268889, 494.2110193,
];
/** The same to 2013, as the second edition prints it (7.1; R package fpp2, `oil`). */
const OIL_TO_2013 = [
  445.36, 453.2, 454.41, 422.38, 456.04, 440.39, 425.19, 486.21, 500.43, 521.28, 508.95, 488.89, 509.87, 456.72, 473.82,
  525.95, 549.83, 542.34,
];
/** Passengers of Australian airlines 1990-2004 (first edition, 7.2; R package fpp, `ausair`). */
const AIR = [
  17.5534, 21.8601, 23.8866, 26.9293, 26.8885, 28.8314, 30.0751, 30.9535, 30.1857, 31.5797, 32.577569, 33.477398,
  39.021581, 41.386432, 41.596552,
];
/** The same to 2016, as the second edition prints it (7.2; R package fpp2, `ausair`). */
const AIR_TO_2016 = [
  17.55, 21.86, 23.89, 26.93, 26.89, 28.83, 30.08, 30.95, 30.19, 31.58, 32.58, 33.48, 39.02, 41.39, 41.6, 44.66, 46.95,
  48.73, 51.49, 50.03, 60.64, 63.36, 66.36, 68.2, 68.12, 69.78, 72.6,
];

it.each([
  [0.2, 484.802468],
  [0.6, 501.837461],
])(
  'simple smoothing with alpha %d started at the first value expects %d (R ses, initial simple)',
  (alpha, expected) => {
    expect(simpleSmoothing(OIL, alpha, OIL[0]!).expects(1)).toBeCloseTo(expected, 5);
  },
);

it('fits simple smoothing as R does: alpha 0.892, level 447.5, forecast 496.49', () => {
  const fitted = fit('SES', OIL, 1)!;
  expect(fitted.parameters['alpha']).toBeCloseTo(0.892, 3);
  expect(fitted.parameters['level']).toBeCloseTo(447.48, 2);
  expect(fitted.expects(3)).toBeCloseTo(496.4935, 3);
});

it('fits the longer oil series to the printed forecast 542.68, alpha 0.834 (second edition, 7.1)', () => {
  const fitted = fit('SES', OIL_TO_2013, 1)!;
  expect(fitted.parameters['alpha']).toBeCloseTo(0.834, 3);
  expect(fitted.expects(1)).toBeCloseTo(542.68, 2);
});

it('continues the trend of Holt with alpha 0.8 and beta 0.2 (first edition, 7.2)', () => {
  const { expects } = holt(AIR, { alpha: 0.8, beta: 0.2 }, { level: AIR[0]!, trend: AIR[1]! - AIR[0]! });
  expect([1, 2, 3, 4, 5].map((ahead) => expects(ahead).toFixed(2))).toEqual([
    '43.76',
    '45.59',
    '47.43',
    '49.27',
    '51.10',
  ]);
});

it('runs Holt from the printed start and weights to the printed forecasts (second edition, 7.2)', () => {
  const { expects } = holt(AIR_TO_2016, { alpha: 0.8302, beta: 0.0001 }, { level: 15.5715, trend: 2.1017 });
  expect([1, 2, 3, 4, 5].map((ahead) => expects(ahead).toFixed(2))).toEqual([
    '74.60',
    '76.70',
    '78.81',
    '80.91',
    '83.01',
  ]);
});

it('expects 1.0, 1.0625 and 1.1892 by Croston with 0.2 (supply.md)', () => {
  const history = [0, 0, 3, 0, 0, 0, 5, 0, 4];
  const after = (length: number) => croston(history.slice(0, length), 0.2).expects(1);
  expect([3, 7, 9].map((length) => after(length).toFixed(4))).toEqual(['1.0000', '1.0625', '1.1892']);
  expect(croston(history, 0.2, true).expects(1)).toBeCloseTo(0.9 * after(9), 12);
});

it('expects the mean of the last buckets by a moving average', () => {
  expect(movingAverage([9, 1, 2, 6], 3).expects(4)).toBe(3);
});
