import { accrued, largestRemainder } from './allocation.ts';
import { Decimal, decimal, type DecimalInput } from './decimal.ts';
import { defineError } from './domain-error.ts';

/** Raised when amounts of two currencies meet; only a stated rate may bring them together. */
export class CurrencyMismatch extends defineError('CURRENCY_MISMATCH', {
  en: 'Cannot combine {left} with {right}',
  zh: '不能将 {left} 与 {right} 混合计算',
}) {}

/** Raised when a code is not a currency of ISO 4217. */
export class UnknownCurrency extends defineError('UNKNOWN_CURRENCY', {
  en: '"{currency}" is not a currency code',
  zh: '“{currency}”不是有效的货币代码',
}) {}

/** Raised when an amount is to be split by weights that are negative or all zero. */
export class InvalidWeights extends defineError('INVALID_WEIGHTS', {
  en: 'An amount is split by weights of zero or more, at least one above zero',
  zh: '分摊权重不得为负，且至少一个大于零',
}) {}

const minorUnitsByCurrency = new Map<string, number>();

/** How many decimal places a currency is paid in: 2 for CNY, 0 for JPY, 3 for KWD. @throws UnknownCurrency */
export function minorUnits(currency: string): number {
  const known = minorUnitsByCurrency.get(currency);
  if (known !== undefined) return known;
  if (!Intl.supportedValuesOf('currency').includes(currency)) throw new UnknownCurrency({ currency });
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  minorUnitsByCurrency.set(currency, digits);
  return digits;
}

/**
 * An amount in a currency of ISO 4217. Immutable; it keeps all its digits until it is told to round,
 * its splits always sum to the whole, and it refuses to mix currencies.
 */
export class Money {
  readonly amount: Decimal;
  readonly currency: string;

  private constructor(amount: Decimal, currency: string) {
    this.amount = amount;
    this.currency = currency;
  }

  /** @throws InvalidNumber or UnknownCurrency when a part is malformed. */
  static of(amount: DecimalInput, currency: string): Money {
    minorUnits(currency);
    return new Money(decimal(amount), currency);
  }

  static zero(currency: string): Money {
    return Money.of(0, currency);
  }

  /** The total of any number of amounts in one currency; of none, zero. */
  static sum(amounts: Iterable<Money>, currency: string): Money {
    let total = Money.zero(currency);
    for (const amount of amounts) total = total.plus(amount);
    return total;
  }

  plus(other: Money): Money {
    return this.with(this.amount.plus(this.sameCurrency(other)));
  }

  minus(other: Money): Money {
    return this.with(this.amount.minus(this.sameCurrency(other)));
  }

  times(factor: DecimalInput): Money {
    return this.with(this.amount.times(decimal(factor)));
  }

  negated(): Money {
    return this.with(this.amount.negated());
  }

  /** To `scale` decimal places, by default those the currency is paid in; halves away from zero. */
  round(scale: number = minorUnits(this.currency)): Money {
    return this.with(this.amount.toDecimalPlaces(scale));
  }

  /**
   * Splits in payable units by largest remainder, for parts that are known together:
   * 100.00 by 1, 1, 1 is 33.34, 33.33, 33.33.
   * @throws InvalidWeights
   */
  allocate(weights: readonly DecimalInput[]): Money[] {
    return largestRemainder(this.units(), wholeNumbers(weights)).map((units) => this.fromUnits(units));
  }

  /**
   * Splits in payable units by cumulative rounding, for parts that arrive one after another, such as partial
   * returns: no later part changes an earlier one. 89.99 by 1, 1, 1 is 30.00, 29.99, 30.00.
   * @throws InvalidWeights
   */
  cumulativeShares(weights: readonly DecimalInput[]): Money[] {
    const parts = wholeNumbers(weights);
    const whole = parts.reduce((sum, part) => sum + part, 0n);
    const units = this.units();
    let done = 0n;
    return parts.map((part) => {
      const before = accrued(units, done, whole);
      done += part;
      return this.fromUnits(accrued(units, done, whole) - before);
    });
  }

  /** -1, 0 or 1 as this is less than, equal to or more than the other. */
  compare(other: Money): -1 | 0 | 1 {
    return this.amount.comparedTo(this.sameCurrency(other)) as -1 | 0 | 1;
  }

  gt(other: Money): boolean {
    return this.compare(other) > 0;
  }

  gte(other: Money): boolean {
    return this.compare(other) >= 0;
  }

  lt(other: Money): boolean {
    return this.compare(other) < 0;
  }

  lte(other: Money): boolean {
    return this.compare(other) <= 0;
  }

  equals(other: Money): boolean {
    return this.compare(other) === 0;
  }

  isZero(): boolean {
    return this.amount.isZero();
  }

  isPositive(): boolean {
    return this.amount.gt(0);
  }

  isNegative(): boolean {
    return this.amount.lt(0);
  }

  /** With at least the decimal places the currency is paid in: `100.00 CNY`. */
  toString(): string {
    return `${this.amount.toFixed(this.places())} ${this.currency}`;
  }

  toJSON(): { amount: string; currency: string } {
    return { amount: this.amount.toFixed(this.places()), currency: this.currency };
  }

  private with(amount: Decimal): Money {
    return new Money(amount, this.currency);
  }

  // An amount finer than its currency is split at its own fineness: a split must never lose the difference.
  private places(): number {
    return Math.max(minorUnits(this.currency), this.amount.decimalPlaces());
  }

  private units(): bigint {
    return BigInt(this.amount.toFixed(this.places()).replace('.', ''));
  }

  private fromUnits(units: bigint): Money {
    return this.with(new Decimal(units.toString()).times(new Decimal(10).pow(-this.places())));
  }

  private sameCurrency(other: Money): Decimal {
    if (other.currency !== this.currency) throw new CurrencyMismatch({ left: this.currency, right: other.currency });
    return other.amount;
  }
}

function wholeNumbers(inputs: readonly DecimalInput[]): bigint[] {
  const weights = inputs.map(decimal);
  const places = Math.max(0, ...weights.map((weight) => weight.decimalPlaces()));
  const positive = weights.some((weight) => weight.gt(0));
  if (!positive || weights.some((weight) => weight.lt(0))) throw new InvalidWeights();
  return weights.map((weight) => BigInt(weight.toFixed(places).replace('.', '')));
}
