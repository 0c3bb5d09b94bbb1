import { fc } from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import {
  availableToPromise,
  promiseDay,
  promiseParts,
} from '../../../server/src/modules/promising/availability/availability.calc.ts';
import { peg, type Supply } from '../../../server/src/modules/promising/pegging/pegging.calc.ts';

const supply = (id: string, on: string | null, quantity: number): Supply => ({
  id,
  on,
  quantity: new Decimal(quantity),
});
const CORRIDOR = [supply('STOCK', null, 30), supply('ASN1', '2026-10-10', 50), supply('ASN2', '2026-10-20', 40)];
const plain = (steps: readonly { on: string | null; quantity: Decimal }[]) =>
  steps.map(({ on, quantity }) => [on, quantity.toNumber()]);

describe('available to promise', () => {
  it('counts what is here and coming, less what is committed, up to each day', () => {
    expect(plain(availableToPromise(CORRIDOR, new Decimal(60)))).toEqual([
      ['2026-10-10', 20],
      ['2026-10-20', 60],
    ]);
    expect(plain(availableToPromise(CORRIDOR, new Decimal(0)))).toEqual([
      [null, 30],
      ['2026-10-10', 80],
      ['2026-10-20', 120],
    ]);
  });

  it('has nothing where more is committed than supplied', () => {
    expect(availableToPromise(CORRIDOR, new Decimal(121))).toEqual([]);
  });

  it('names one step for a day on which two deliveries come', () => {
    const twice = [supply('A', '2026-10-10', 5), supply('B', '2026-10-10', 7)];
    expect(plain(availableToPromise(twice, new Decimal(2)))).toEqual([['2026-10-10', 10]]);
  });

  it('splits what is wanted over the days on which it can be had', () => {
    const steps = availableToPromise(CORRIDOR, new Decimal(20));
    expect(plain(promiseParts(steps, new Decimal(70)))).toEqual([
      [null, 10],
      ['2026-10-10', 50],
      ['2026-10-20', 10],
    ]);
    expect([10, 60, 61, 101].map((wanted) => promiseDay(steps, new Decimal(wanted)))).toEqual([
      null,
      '2026-10-10',
      '2026-10-20',
      undefined,
    ]);
  });

  it('promises a new order exactly what pegging would give it after all the others', () => {
    const days = fc.constantFrom(null, '2026-10-01', '2026-10-05', '2026-10-09');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(days, fc.integer({ min: 0, max: 60 })), { maxLength: 9 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        (supplies, committed, wanted) => {
          const given = supplies.map(([on, quantity], n) => supply(`S${n}`, on, quantity));
          const parts = promiseParts(availableToPromise(given, new Decimal(committed)), new Decimal(wanted));
          const pegs = peg(given, [
            { id: 'BEFORE', quantity: new Decimal(committed) },
            { id: 'NEW', quantity: new Decimal(wanted) },
          ]).filter(({ demandId }) => demandId === 'NEW');
          const byDay = new Map<string | null, number>();
          for (const { on, quantity } of pegs) byDay.set(on, (byDay.get(on) ?? 0) + quantity.toNumber());
          expect(plain(parts)).toEqual([...byDay]);
        },
      ),
    );
  });

  it('never promises the same unit to two orders, one after the other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 8 }), (orders) => {
        let committed = new Decimal(0);
        let promised = new Decimal(0);
        for (const wanted of orders) {
          const parts = promiseParts(availableToPromise(CORRIDOR, committed), new Decimal(wanted));
          promised = promised.plus(Decimal.sum(0, ...parts.map(({ quantity }) => quantity)));
          committed = committed.plus(wanted);
        }
        expect(promised.lte(120)).toBe(true);
      }),
    );
  });
});
