import { fc } from '../../support/properties.ts';
import { expect, it } from 'vitest';
import { pegsOf, type PegEnd } from '../../../server/src/modules/planning/plan/pegs.calc.ts';

const end = (id: string, bucket: number, quantity: number): PegEnd => ({
  type: 'Demand',
  id,
  label: '',
  day: '2026-11-23',
  bucket,
  quantity,
  planningItemId: null,
});
const ends = (mark: string) =>
  fc
    .array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 50 })), { maxLength: 12 })
    .map((rows) =>
      rows.sort(([a], [b]) => a - b).map(([bucket, quantity], at) => end(`${mark}${at}`, bucket, quantity)),
    );
const sum = (rows: readonly { quantity: number }[]) => rows.reduce((total, { quantity }) => total + quantity, 0);

it('gives every demand what it asks for, but for what is told to be uncovered', () => {
  fc.assert(
    fc.property(ends('s'), ends('d'), (supplies, demands) => {
      const { pegs, uncovered, unused } = pegsOf(supplies, demands);
      for (const demand of demands)
        expect(
          sum(pegs.filter((peg) => peg.demand === demand)) + sum(uncovered.filter(({ id }) => id === demand.id)),
        ).toBe(demand.quantity);
      for (const supply of supplies)
        expect(
          sum(pegs.filter((peg) => peg.supply === supply)) + sum(unused.filter(({ id }) => id === supply.id)),
        ).toBe(supply.quantity);
      return pegs.every(({ quantity }) => quantity > 0) && (uncovered.length === 0 || unused.length === 0);
    }),
  );
});

it('serves the earlier demand first, from the earlier supply', () => {
  const [first, second] = [end('d1', 1, 30), end('d2', 2, 50)];
  const [stock, order] = [end('s1', 0, 40), end('s2', 2, 60)];
  const { pegs, unused } = pegsOf([stock, order], [first, second]);
  expect(pegs.map(({ supply, demand, quantity }) => [supply.id, demand.id, quantity])).toEqual([
    ['s1', 'd1', 30],
    ['s1', 'd2', 10],
    ['s2', 'd2', 40],
  ]);
  expect(unused.map(({ id, quantity }) => [id, quantity])).toEqual([['s2', 20]]);
});
