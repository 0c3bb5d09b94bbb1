import { fc } from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { peg, type Demand, type Supply } from '../../../server/src/modules/promising/pegging/pegging.calc.ts';
import { newlyLate, standingOf } from '../../../server/src/modules/promising/pegging/standing.calc.ts';

const supply = (id: string, on: string | null, quantity: number): Supply => ({
  id,
  on,
  quantity: new Decimal(quantity),
});
const demand = (id: string, quantity: number): Demand => ({ id, quantity: new Decimal(quantity) });

const ORDERS = [demand('SO-1', 20), demand('SO-2', 100)];
const corridor = (asn1On: string, asn1: number): Supply[] => [
  supply('ASN2', '2026-10-20', 40),
  supply('ASN1', asn1On, asn1),
  supply('STOCK', null, 30),
];
const secondOrder = (supplies: readonly Supply[]) => {
  const pegs = peg(supplies, ORDERS).filter(({ demandId }) => demandId === 'SO-2');
  return { pegs, standing: standingOf(new Decimal(100), '2026-10-12', pegs) };
};
const plain = (pegs: readonly { supplyId: string; quantity: Decimal }[]) =>
  pegs.map(({ supplyId, quantity }) => [supplyId, quantity.toNumber()]);

describe('pegging', () => {
  it('gives the second order what the first left: stock 10, ASN1 50, ASN2 40, of which 40 late', () => {
    const { pegs, standing } = secondOrder(corridor('2026-10-10', 50));
    expect(plain(pegs)).toEqual([
      ['STOCK', 10],
      ['ASN1', 50],
      ['ASN2', 40],
    ]);
    expect(standing).toEqual({ late: new Decimal(40), unpegged: new Decimal(0), expectedOn: '2026-10-20' });
  });

  it('finds 90 late and 50 newly late when ASN1 slips to 10-15', () => {
    const before = secondOrder(corridor('2026-10-10', 50)).standing;
    const after = secondOrder(corridor('2026-10-15', 50)).standing;
    expect(after.late.toNumber()).toBe(90);
    expect(newlyLate(before, after).toNumber()).toBe(50);
  });

  it('leaves 15 unpegged when ASN1 is shipped 15 short', () => {
    const { standing } = secondOrder(corridor('2026-10-10', 35));
    expect(standing.unpegged.toNumber()).toBe(15);
    expect(standing.late.toNumber()).toBe(40);
  });

  it('never counts stock as late, nor anything of a line without a promised day', () => {
    expect(standingOf(new Decimal(5), '2020-01-01', [{ on: null, quantity: new Decimal(5) }]).late.toNumber()).toBe(0);
    expect(standingOf(new Decimal(5), null, [{ on: '2030-01-01', quantity: new Decimal(5) }]).late.toNumber()).toBe(0);
  });

  const amounts = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 9 });
  const days = fc.constantFrom(null, '2026-10-01', '2026-10-05', '2026-10-09');
  const dated = fc.array(fc.tuple(days, fc.integer({ min: 0, max: 60 })), { maxLength: 9 });
  const book = (supplies: [string | null, number][], wanted: number[]) => {
    const given = supplies.map(([on, quantity], n) => supply(`S${n}`, on, quantity));
    const demands = wanted.map((quantity, n) => demand(`D${n}`, quantity));
    return { given, demands, pegs: peg(given, demands) };
  };
  const sum = (pegs: readonly { quantity: Decimal }[]) =>
    Decimal.sum(0, ...pegs.map(({ quantity }) => quantity)).toNumber();

  it('pegs no unit twice, nothing nobody wants, and all it can', () => {
    fc.assert(
      fc.property(dated, amounts, (supplies, wanted) => {
        const { given, demands, pegs } = book(supplies, wanted);
        for (const { id, quantity } of given)
          expect(sum(pegs.filter(({ supplyId }) => supplyId === id))).toBeLessThanOrEqual(quantity.toNumber());
        for (const { id, quantity } of demands)
          expect(sum(pegs.filter(({ demandId }) => demandId === id))).toBeLessThanOrEqual(quantity.toNumber());
        expect(sum(pegs)).toBe(Math.min(sum(given), sum(demands)));
        expect(pegs.every(({ quantity }) => quantity.gt(0))).toBe(true);
      }),
    );
  });

  it('never lets a later order take from an earlier one, whatever it wants', () => {
    fc.assert(
      fc.property(dated, amounts, fc.integer({ min: 1, max: 90 }), (supplies, wanted, more) => {
        const { given, demands, pegs } = book(supplies, wanted);
        const withOneMore = peg(given, [...demands, demand('LAST', more)]);
        expect(withOneMore.filter(({ demandId }) => demandId !== 'LAST')).toEqual(pegs);
      }),
    );
  });

  it('does not depend on the order in which supplies are told', () => {
    fc.assert(
      fc.property(dated, amounts, (supplies, wanted) => {
        const { given, demands, pegs } = book(supplies, wanted);
        expect(peg([...given].reverse(), demands)).toEqual(pegs);
      }),
    );
  });
});
