import { fc } from '../../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { checkDigit, InvalidGs1Key, isValidGtin, isValidSscc, ssccFrom } from '../../../server/src/kernel/gs1.ts';

const published: [string, number][] = [
  ['9638527', 2],
  ['2345678', 5],
  ['91739456321', 2],
  ['629104150021', 3],
  ['123456789876', 6],
  ['7539514528423', 6],
  ['7896541230123456', 0],
  ['10614141192837465', 7],
];
const gtins = ['96385272', '5411234512309', '5412345000013', '4000862141404', '4012345500004', '3312345502000'];
const ssccs = ['354107380000001051', '354107380000001068', '106141411928374657'];
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

describe('GS1 keys', () => {
  it.each(published)('ends %s in %d', (body, check) => {
    expect(checkDigit(body)).toBe(check);
  });

  it.each(gtins)('accepts the trade item %s', (gtin) => {
    expect(isValidGtin(gtin)).toBe(true);
  });

  it.each(ssccs)('accepts the logistic unit %s', (sscc) => {
    expect(isValidSscc(sscc)).toBe(true);
  });

  it.each(['', '6291041500214', '629104150021', '62910415002133', '6291041500a13', ' 6291041500213'])(
    'refuses %j as a trade item',
    (text) => {
      expect(isValidGtin(text)).toBe(false);
    },
  );

  it('refuses a body that is not made of digits', () => {
    expect(() => checkDigit('12a')).toThrow(InvalidGs1Key);
    expect(() => checkDigit('')).toThrow(InvalidGs1Key);
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(digits(12), fc.nat(11), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const wrong = String((Number(body.charAt(at)) + shift) % 10);
        return !isValidGtin(`${body.slice(0, at)}${wrong}${body.slice(at + 1)}${checkDigit(body)}`);
      }),
    );
  });
});

describe('ssccFrom', () => {
  it('numbers a logistic unit', () => {
    expect(ssccFrom(1, '0614141', 192837465)).toBe('106141411928374657');
    expect(ssccFrom(3, '5410738', 105n)).toBe('354107380000001051');
  });

  it('makes valid codes from any fitting parts', () => {
    fc.assert(
      fc.property(fc.nat(9), digits(7), fc.nat(999_999_999), (extension, prefix, serial) =>
        isValidSscc(ssccFrom(extension, prefix, serial)),
      ),
    );
  });

  it.each([
    [10, '0614141', 1],
    [1, '061', 1],
    [1, '06141410614141', 1],
    [1, '0614141', 1_000_000_000],
    [1, '0614141', -1],
    [1, '06141x1', 1],
  ])('refuses parts that do not fit: %d, %s, %d', (extension, prefix, serial) => {
    expect(() => ssccFrom(extension, prefix, serial)).toThrow(InvalidGs1Key);
  });
});
