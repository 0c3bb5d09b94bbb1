import { expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { daysOfSupply } from '../../../server/src/modules/vmi/line/days-of-supply.calc.ts';

const demand = (...values: number[]) => values.map((value) => new Decimal(value));
const days = (stock: number, ...values: number[]) =>
  daysOfSupply(new Decimal(stock), demand(...values))?.toString() ?? null;

it('counts until stock meets zero: 100 against 20, 30, 25, 40 is 3.625', () => {
  expect(days(100, 20, 30, 25, 40)).toBe('3.625');
});

it('is unknown without demand', () => {
  expect(days(100)).toBeNull();
  expect(days(100, 0, 0)).toBeNull();
});

it('is negative when stock is short already', () => {
  expect(days(-30, 20, 20)).toBe('-1.5');
});

it('is nothing when nothing is left', () => {
  expect(days(0, 20, 20)).toBe('0');
});

it('is the whole horizon when stock is used up exactly at its end', () => {
  expect(days(50, 20, 30)).toBe('2');
});

it('is unknown when the demand given does not use the stock up', () => {
  expect(days(51, 20, 30)).toBeNull();
});

it('passes over periods without demand', () => {
  expect(days(10, 0, 0, 20)).toBe('2.5');
});

it('counts periods of several days in days', () => {
  expect(daysOfSupply(new Decimal(10), demand(20), 7)?.toString()).toBe('3.5');
});
