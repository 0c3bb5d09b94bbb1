import { expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { Money } from '../../../server/src/kernel/money.ts';
import { Ratio } from '../../../server/src/kernel/unit.ts';
import { shareOf } from '../../../server/src/modules/sales/invoice/invoice-amounts.calc.ts';
import {
  choosePrice,
  choosePromotion,
  translatePrice,
  type PriceOffer,
  type PriceSource,
} from '../../../server/src/modules/sales/price/price.calc.ts';
import { lineAmount, taxLines } from '../../../server/src/modules/sales/price/tax.calc.ts';
import { readRows } from '../../../server/src/modules/sales/quick-order/quick-order.calc.ts';

const offer = (from: number, price: number, source: PriceSource = 'PRICE_LIST', unitCode = 'EA'): PriceOffer => ({
  source,
  listCode: source,
  listName: source,
  currency: 'CNY',
  isTaxInclusive: false,
  unitCode,
  ratio: Ratio.of(unitCode === 'BOX' ? 12 : 1),
  fromQuantity: new Decimal(from),
  unitPrice: new Decimal(price),
});
const asked = (quantity: number, unitCode = 'EA') => ({
  unitCode,
  ratio: Ratio.of(unitCode === 'BOX' ? 12 : 1),
  quantity: new Decimal(quantity),
});
const yuan = (amount: string) => Money.of(amount, 'CNY');

it.each([
  [9, '90'],
  [10, '80'],
  [19, '152'],
  [20, '140'],
])('tiers 1: 10, 10: 8, 20: 7 make %i cost %s', (quantity, total) => {
  const chosen = choosePrice([offer(1, 10), offer(10, 8), offer(20, 7)], asked(quantity));
  expect(chosen?.unitPrice.times(quantity).toString()).toBe(total);
});

it('a contract goes before every list, and a list before the catalogue, whatever they cost', () => {
  const all = [offer(0, 5, 'CATALOGUE'), offer(0, 6, 'DEFAULT_LIST'), offer(0, 7), offer(0, 9, 'CONTRACT')];
  expect(choosePrice(all, asked(1))?.offer.source).toBe('CONTRACT');
  expect(choosePrice(all.slice(0, 3), asked(1))?.offer.source).toBe('PRICE_LIST');
  expect(choosePrice([], asked(1))).toBeNull();
});

it('a price in another unit is converted, and its tiers count in its own unit', () => {
  const tiers = [offer(1, 10), offer(24, 9)];
  expect(choosePrice(tiers, asked(1, 'BOX'))?.unitPrice.toString()).toBe('120');
  expect(choosePrice(tiers, asked(2, 'BOX'))?.unitPrice.toString()).toBe('108');
});

it('the better promotion holds, on contracts only where it says so', () => {
  const promotion = (code: string, discount: number, appliesToContracts = false) => ({
    ...{ code, nameEn: code, nameZh: '', appliesToContracts },
    discount: new Decimal(discount),
    fromQuantity: new Decimal(5),
  });
  const both = [promotion('A', 0.05, true), promotion('B', 0.1)];
  expect(choosePromotion(both, 'PRICE_LIST', new Decimal(5))?.code).toBe('B');
  expect(choosePromotion(both, 'CONTRACT', new Decimal(5))?.code).toBe('A');
  expect(choosePromotion(both, 'PRICE_LIST', new Decimal(4))).toBeNull();
});

it('a price goes over a rate and over to the other side of tax', () => {
  const rate = new Decimal('0.13');
  const priced = (from: boolean, to: boolean) =>
    translatePrice(new Decimal(100), new Decimal(7), { rate, from, to }).toString();
  expect(priced(false, false)).toBe('700');
  expect(priced(false, true)).toBe('791');
  expect(priced(true, false)).toBe('619.469');
});

it('13 % on three lines of 10.05 is 3.93 by line and 3.92 global', () => {
  const lines = Array.from({ length: 3 }, () => ({ amount: yuan('10.05'), rate: new Decimal('0.13') }));
  const taxed = (rounding: 'LINE' | 'GLOBAL') =>
    Money.sum(
      taxLines(lines, false, rounding).map(({ tax }) => tax),
      'CNY',
    ).toString();
  expect(taxed('LINE')).toBe('3.93 CNY');
  expect(taxed('GLOBAL')).toBe('3.92 CNY');
});

it('where prices include tax, net and tax add up to the price', () => {
  const [share] = taxLines([{ amount: yuan('113'), rate: new Decimal('0.13') }], true, 'LINE');
  expect([share?.net.toString(), share?.tax.toString()]).toEqual(['100.00 CNY', '13.00 CNY']);
});

it('89.99 over 3 parts is 30.00, 29.99, 30.00, whenever they come', () => {
  const share = (before: number) =>
    shareOf(yuan('89.99'), new Decimal(before), new Decimal(1), new Decimal(3)).toString();
  expect([0, 1, 2].map(share)).toEqual(['30.00 CNY', '29.99 CNY', '30.00 CNY']);
});

it('a discount comes off before it is rounded to what can be paid', () => {
  expect(lineAmount(yuan('9.99'), new Decimal(3), new Decimal('0.1')).toString()).toBe('26.97 CNY');
});

it('reads pasted rows by tab, comma, semicolon or space, and names every row it cannot read', () => {
  const { wanted, unreadable } = readRows('sku,quantity\nA-1\t5\n\nB-2;2.5;box\nC-3 x\nD-4\nE-5, 1, EA, more');
  expect(wanted.map(({ row, sku, quantity, unit }) => [row, sku, quantity.toString(), unit])).toEqual([
    [2, 'A-1', '5', null],
    [4, 'B-2', '2.5', 'box'],
  ]);
  expect(unreadable.map(({ row, reason }) => [row, reason])).toEqual([
    [5, 'BAD_QUANTITY'],
    [6, 'UNREADABLE'],
    [7, 'UNREADABLE'],
  ]);
});
