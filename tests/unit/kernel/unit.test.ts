import { fc } from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { decimal, InvalidNumber } from '../../../server/src/kernel/decimal.ts';
import { Quantity } from '../../../server/src/kernel/quantity.ts';
import {
  convert,
  InvalidMultiple,
  Ratio,
  roundToMultiple,
  type RoundingPolicy,
} from '../../../server/src/kernel/unit.ts';

const round = (value: string, multiple: string, policy: RoundingPolicy, options = {}) =>
  roundToMultiple(value, multiple, policy, options).toString();

const whole = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 12n });
const ratio = fc.tuple(positive, positive).map(([num, den]) => Ratio.of(num, den));

describe('Ratio', () => {
  it('keeps fractions reduced, with the sign above', () => {
    expect(Ratio.of(6, -8).toString()).toBe('-3/4');
    expect(Ratio.of(0, 5).toString()).toBe('0');
  });

  it.each([
    ['1/3', '1/3'],
    ['0.5', '1/2'],
    ['12', '12'],
    ['0.25/1.5', '1/6'],
    ['-0.125', '-1/8'],
  ])('reads %s as %s', (text, printed) => {
    expect(Ratio.parse(text).toString()).toBe(printed);
  });

  it.each(['', '/', '1/', '1/0', '1/2/3', 'a/b', '1e3'])('refuses to read %j', (text) => {
    expect(() => Ratio.parse(text)).toThrow(InvalidNumber);
  });

  it('refuses a zero denominator and the inverse of zero', () => {
    expect(() => Ratio.of(1, 0)).toThrow(RangeError);
    expect(() => Ratio.of(0).inverse()).toThrow(RangeError);
  });

  it('multiplies back to one with its inverse, whatever its digits', () => {
    fc.assert(fc.property(ratio, (r) => r.times(r.inverse()).equals(Ratio.of(1))));
  });

  it('multiplies in any order to the same ratio', () => {
    fc.assert(fc.property(ratio, ratio, ratio, (a, b, c) => a.times(b).times(c).equals(c.times(a).times(b))));
  });

  it('becomes a decimal only when asked', () => {
    expect(Ratio.parse('1/3').times(Ratio.of(3)).toDecimal().toString()).toBe('1');
    expect(Ratio.parse('1/8').toDecimal().toString()).toBe('0.125');
  });
});

describe('convert', () => {
  it('counts cases as pieces and pieces as cases', () => {
    expect(convert(Quantity.of(2, 'CASE'), Ratio.of(12), 'EA').toString()).toBe('24 EA');
    expect(convert(Quantity.of(18, 'EA'), Ratio.of(1, 12), 'CASE').toString()).toBe('1.5 CASE');
  });

  it('stays exact along a chain of units that are no finite decimals', () => {
    const eachToCase = Ratio.parse('1/12');
    const caseToPallet = Ratio.parse('1/35');
    const chained = convert(Quantity.of(420, 'EA'), eachToCase.times(caseToPallet), 'PALLET');
    expect(chained.toString()).toBe('1 PALLET');
  });

  it('converts any whole number by a multiple and back without loss', () => {
    fc.assert(
      fc.property(whole, positive, (amount, perPack) => {
        const packs = Quantity.of(amount.toString(), 'PACK');
        const pieces = convert(packs, Ratio.of(perPack), 'EA');
        return convert(pieces, Ratio.of(1n, perPack), 'PACK').equals(packs);
      }),
    );
  });
});

describe('roundToMultiple', () => {
  it('orders up to 20 from 0 in threes as 21, or as 18 when 20 is the limit', () => {
    expect(round('20', '3', 'UP')).toBe('21');
    expect(round('20', '3', 'DOWN_TO_MAX')).toBe('18');
  });

  it('rounds up under a limit that leaves room', () => {
    expect(round('10', '3', 'DOWN_TO_MAX', { max: '20' })).toBe('12');
    expect(round('19', '3', 'DOWN_TO_MAX', { max: '20' })).toBe('18');
    expect(round('25', '3', 'DOWN_TO_MAX', { max: '20' })).toBe('18');
    expect(round('2', '3', 'DOWN_TO_MAX', { max: '2' })).toBe('0');
  });

  it('drops an excess within the tolerance and orders one more beyond it', () => {
    expect(round('11', '10', 'NEAREST', { tolerance: '0.1' })).toBe('10');
    expect(round('11.01', '10', 'NEAREST', { tolerance: '0.1' })).toBe('20');
    expect(round('15', '10', 'NEAREST')).toBe('10');
    expect(round('16', '10', 'NEAREST')).toBe('20');
    expect(round('1', '10', 'NEAREST', { tolerance: '0' })).toBe('10');
  });

  it('keeps a whole number of packs and fractions of a unit exact', () => {
    for (const policy of ['UP', 'DOWN_TO_MAX', 'NEAREST'] as const) {
      expect(round('21', '3', policy)).toBe('21');
      expect(round('0.9', '0.3', policy)).toBe('0.9');
    }
  });

  it('does not order a pack for the last digit of a converted amount', () => {
    const ninths = decimal('17').div(9).times(9);
    expect(roundToMultiple(ninths, 17, 'UP').toString()).toBe('17');
    expect(roundToMultiple(ninths, 17, 'DOWN_TO_MAX').toString()).toBe('17');
    expect(roundToMultiple('17.0000000000000000000000000000000000001', 17, 'UP').toString()).toBe('17');
  });

  it('never goes below zero', () => {
    for (const policy of ['UP', 'DOWN_TO_MAX', 'NEAREST'] as const) expect(round('-7', '3', policy)).toBe('0');
  });

  it.each(['0', '-3'])('refuses a multiple of %s', (multiple) => {
    expect(() => roundToMultiple('1', multiple, 'UP')).toThrow(InvalidMultiple);
  });

  it('always yields a multiple, less than one pack away, on the side the policy names', () => {
    const thousandths = fc.integer({ min: 0, max: 1e9 }).map((n) => decimal(n).div(1000));
    const packs = fc.integer({ min: 1, max: 1e5 }).map((n) => decimal(n).div(1000));
    fc.assert(
      fc.property(thousandths, packs, (value, pack) => {
        const up = roundToMultiple(value, pack, 'UP');
        const down = roundToMultiple(value, pack, 'DOWN_TO_MAX');
        const nearest = roundToMultiple(value, pack, 'NEAREST');
        expect([up, down, nearest].every((rounded) => rounded.mod(pack).isZero())).toBe(true);
        expect(up.gte(value) && up.minus(value).lt(pack)).toBe(true);
        expect(down.lte(value) && value.minus(down).lt(pack)).toBe(true);
        expect(nearest.minus(value).abs().lte(pack.div(2))).toBe(true);
      }),
    );
  });
});
