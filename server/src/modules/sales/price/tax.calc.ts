import { Decimal } from '../../../kernel/decimal.ts';
import { Money } from '../../../kernel/money.ts';

/** LINE rounds the tax of every line; GLOBAL rounds once per rate, over the sum of its lines. */
export type TaxRounding = 'LINE' | 'GLOBAL';

/** A line's amount, before tax, or with it where prices include tax; already rounded to payable units. */
export interface TaxedLine {
  readonly amount: Money;
  /** A fraction: 0.13 is 13 %. */
  readonly rate: Decimal;
}

export interface TaxShare {
  readonly net: Money;
  readonly tax: Money;
}

/**
 * Net and tax of each line, such that the lines always add up to the document:
 *     exclusive  tax = amount x rate               net = amount
 *     inclusive  tax = amount x rate / (1 + rate)  net = amount - tax
 * Rounded by line; or, GLOBAL, once per rate over the sum, and given to the lines by cumulative rounding.
 * 13 % on three lines of 10.05: 3.93 by line, 3.92 global.
 */
export function taxLines(lines: readonly TaxedLine[], isInclusive: boolean, rounding: TaxRounding): TaxShare[] {
  const taxes =
    rounding === 'LINE' ? lines.map((line) => taxOf(line, isInclusive).round()) : spread(lines, isInclusive);
  return lines.map(({ amount }, index) => {
    const tax = taxes[index] ?? Money.zero(amount.currency);
    return { net: isInclusive ? amount.minus(tax) : amount, tax };
  });
}

function taxOf({ amount, rate }: TaxedLine, isInclusive: boolean): Money {
  return amount.times(isInclusive ? rate.div(rate.plus(1)) : rate);
}

function spread(lines: readonly TaxedLine[], isInclusive: boolean): Money[] {
  const done = new Map<string, { exact: Money; given: Money }>();
  return lines.map((line) => {
    const key = line.rate.toString();
    const none = Money.zero(line.amount.currency);
    const before = done.get(key) ?? { exact: none, given: none };
    const exact = before.exact.plus(taxOf(line, isInclusive));
    const tax = exact.round().minus(before.given);
    done.set(key, { exact, given: before.given.plus(tax) });
    return tax;
  });
}

/** What a line comes to before tax rules: price x quantity less the discount, in payable units. */
export function lineAmount(unitPrice: Money, quantity: Decimal, discount: Decimal): Money {
  return unitPrice.times(quantity).times(new Decimal(1).minus(discount)).round();
}
