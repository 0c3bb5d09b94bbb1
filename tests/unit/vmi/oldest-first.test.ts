import { fc } from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { takeOldestFirst } from '../../../server/src/modules/vmi/consignment/oldest-first.calc.ts';

const lots = (...amounts: number[]) =>
  amounts.map((amount, n) => ({ locationId: `L${n}`, lot: '', available: new Decimal(amount) }));

describe('taking the oldest first', () => {
  it('empties each lot before it touches the next', () => {
    const takings = takeOldestFirst(lots(5, 8, 3), new Decimal(9));
    expect(takings.map(({ locationId, quantity }) => [locationId, quantity.toNumber()])).toEqual([
      ['L0', 5],
      ['L1', 4],
    ]);
  });

  it('takes what there is when that is not enough', () => {
    expect(takeOldestFirst(lots(2, 1), new Decimal(9)).map(({ quantity }) => quantity.toNumber())).toEqual([2, 1]);
  });

  it('takes in all what was wanted or what there is, and never more of a lot than it has', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 8 }), fc.nat(300), (amounts, wanted) => {
        const takings = takeOldestFirst(lots(...amounts), new Decimal(wanted));
        const total = takings.reduce((sum, { quantity }) => sum + quantity.toNumber(), 0);
        expect(total).toBe(
          Math.min(
            wanted,
            amounts.reduce((sum, amount) => sum + amount, 0),
          ),
        );
        for (const { locationId, quantity } of takings) {
          expect(quantity.toNumber()).toBeLessThanOrEqual(amounts[Number(locationId.slice(1))] ?? 0);
          expect(quantity.gt(0)).toBe(true);
        }
      }),
    );
  });
});
