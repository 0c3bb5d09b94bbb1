import { fc } from '../../support/properties.ts';
import { expect, it } from 'vitest';
import { addDays } from '../../../server/src/kernel/calendar-date.ts';
import { millionths } from '../../../server/src/kernel/millionths.ts';
import {
  daysCovered,
  projectStock,
  type ProjectionInput,
} from '../../../server/src/modules/vmi/line/projection.calc.ts';
import { timeBuckets } from '../../../server/src/modules/vmi/line/time-buckets.calc.ts';

const of = (amount: number) => millionths(String(amount));
const today = '2026-11-24';
const input = (values: Partial<ProjectionInput>): ProjectionInput => ({
  onHand: 0n,
  usage: null,
  supplies: [],
  limits: { minimum: of(10), maximum: of(100) },
  buckets: timeBuckets(today, 'DAY', 3),
  ...values,
});
const stock = (values: Partial<ProjectionInput>) =>
  projectStock(input(values)).map(({ projected }) => Number(projected) / 1e6);

it('adds receipts to what is there and takes demand off: 1982 - 0 + 300 = 2282', () => {
  const supplies = [{ on: today, quantity: of(300) }];
  expect(stock({ onHand: of(1982), supplies })[0]).toBe(2282);
});

it('carries stock from bucket to bucket', () => {
  const supplies = [{ on: addDays(today, 1), quantity: of(50) }];
  expect(stock({ onHand: of(20), usage: of(15), supplies })).toEqual([5, 40, 25]);
});

it('puts what is past due into the first bucket and says how much that is', () => {
  const supplies = [
    { on: addDays(today, -9), quantity: of(7) },
    { on: today, quantity: of(1) },
  ];
  const [first] = projectStock(input({ supplies }));
  expect([first?.receipts, first?.pastDue]).toEqual([of(8), of(7)]);
});

it('leaves what comes after the last bucket out', () => {
  const supplies = [{ on: addDays(today, 3), quantity: of(7) }];
  expect(stock({ supplies })).toEqual([0, 0, 0]);
});

it('colours each bucket by its limits, both ends included', () => {
  const colours = [0, 9, 10, 100, 101].map((onHand) => projectStock(input({ onHand: of(onHand) }))[0]?.colour);
  expect(colours).toEqual(['OUT_OF_STOCK', 'BELOW_MIN', 'ON_TRACK', 'ON_TRACK', 'ABOVE_MAX']);
});

it('has no data where a limit is missing', () => {
  const limits = { minimum: null, maximum: of(1) };
  expect(projectStock(input({ onHand: of(5), limits }))[0]?.colour).toBe('NO_DATA');
});

it('counts the days of a bucket: a week takes seven days of usage, the first one what is left of it', () => {
  const buckets = timeBuckets(today, 'WEEK', 2);
  expect(buckets).toEqual([
    { startsOn: '2026-11-24', endsOn: '2026-11-29' },
    { startsOn: '2026-11-30', endsOn: '2026-12-06' },
  ]);
  expect(stock({ onHand: of(20), usage: of(1), buckets })).toEqual([14, 7]);
});

it('says how long the stock of a bucket lasts', () => {
  const cover = (stock: number, usage: number) => daysCovered(of(stock), of(usage))?.toNumber();
  expect(cover(29, 8)).toBe(3.625);
  expect(cover(-4, 8)).toBe(-0.5);
  expect(cover(16, 8)).toBe(2);
  expect(cover(37, 0)).toBeUndefined();
  expect(daysCovered(of(37), null)).toBeNull();
});

it('makes months of calendar months', () => {
  expect(timeBuckets('2026-01-31', 'MONTH', 3)).toEqual([
    { startsOn: '2026-01-31', endsOn: '2026-01-31' },
    { startsOn: '2026-02-01', endsOn: '2026-02-28' },
    { startsOn: '2026-03-01', endsOn: '2026-03-31' },
  ]);
});

it('ends with the same stock whatever the buckets', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(50), fc.array(fc.tuple(fc.nat(27), fc.nat(99))), (onHand, usage, came) => {
      const supplies = came.map(([day, quantity]) => ({
        on: addDays('2026-11-30', day),
        quantity: of(quantity),
      }));
      const ends = (['DAY', 'WEEK'] as const).map((unit) => {
        const buckets = timeBuckets('2026-11-30', unit, unit === 'DAY' ? 28 : 4);
        const grid = projectStock(input({ onHand: of(onHand), usage: of(usage), supplies, buckets }));
        return grid.at(-1)?.projected;
      });
      expect(ends[0]).toBe(ends[1]);
    }),
  );
});
