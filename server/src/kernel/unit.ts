import { Decimal, decimal, InvalidNumber, type DecimalInput } from './decimal.ts';
import { defineError } from './domain-error.ts';
import { Quantity } from './quantity.ts';

/**
 * An exact fraction, for unit conversion. Chains of conversions multiply ratios and stay exact;
 * digits are lost only where a ratio finally meets a decimal number.
 */
export class Ratio {
  readonly num: bigint;
  readonly den: bigint;

  private constructor(num: bigint, den: bigint) {
    this.num = num;
    this.den = den;
  }

  /**
   * The reduced fraction num/den; the sign is carried by the numerator.
   * @throws RangeError when `den` is zero or either is no whole number.
   */
  static of(num: bigint | number, den: bigint | number = 1n): Ratio {
    const [above, below] = [BigInt(num), BigInt(den)];
    if (below === 0n) throw new RangeError('A ratio needs a denominator other than zero');
    const divisor = greatestCommonDivisor(above, below) * (below < 0n ? -1n : 1n);
    return new Ratio(above / divisor, below / divisor);
  }

  /** Reads `1/3`, `0.5` or `12`. @throws InvalidNumber on anything else. */
  static parse(text: string): Ratio {
    const [above = '', below, ...rest] = text.split('/');
    const numerator = fraction(above);
    if (below === undefined) return numerator;
    const denominator = fraction(below);
    if (rest.length > 0 || denominator.num === 0n) throw new InvalidNumber({ input: text });
    return numerator.times(denominator.inverse());
  }

  times(other: Ratio): Ratio {
    return Ratio.of(this.num * other.num, this.den * other.den);
  }

  /** @throws RangeError when the ratio is zero. */
  inverse(): Ratio {
    return Ratio.of(this.den, this.num);
  }

  equals(other: Ratio): boolean {
    return this.num === other.num && this.den === other.den;
  }

  /** The value to 40 significant digits: the last step of a calculation, never an intermediate one. */
  toDecimal(): Decimal {
    return new Decimal(this.num.toString()).div(this.den.toString());
  }

  toString(): string {
    return this.den === 1n ? this.num.toString() : `${this.num}/${this.den}`;
  }
}

/**
 * The same amount in another unit; `ratio` says how many of `toUnit` make one of the quantity's unit.
 * Exact whenever the result has at most 40 digits. For a chain of units multiply the ratios and convert once.
 */
export function convert(quantity: Quantity, ratio: Ratio, toUnit: string): Quantity {
  return Quantity.of(quantity.value.times(ratio.num.toString()).div(ratio.den.toString()), toUnit);
}

/** How an order meets its pack size: part of the agreement with the supplier, so it never changes by itself. */
export type RoundingPolicy = 'UP' | 'DOWN_TO_MAX' | 'NEAREST';

/** What the policies need to know beyond the multiple itself. */
export interface RoundingOptions {
  /** DOWN_TO_MAX: the limit that may not be passed; by default the value itself. */
  readonly max?: DecimalInput;
  /** NEAREST: the excess over the lower multiple, as a fraction of the multiple, that is dropped; by default 0.5. */
  readonly tolerance?: DecimalInput;
}

/** Raised when an order multiple is zero or negative. */
export class InvalidMultiple extends defineError('INVALID_MULTIPLE', {
  en: 'The order multiple must be above zero, not {multiple}',
  zh: '订货倍数必须大于零，而不是 {multiple}',
}) {}

/**
 * Rounds a needed amount, once, to whole multiples of a pack (all in one unit); never below zero.
 *     UP           ceil(value / multiple) x multiple
 *     DOWN_TO_MAX  as UP while that is at most max, else floor(max / multiple) x multiple
 *     NEAREST      down when value - floor(value / multiple) x multiple <= tolerance x multiple, else up
 * Order-up-to 20 from 0 in multiples of 3: UP 21, DOWN_TO_MAX 18.
 */
export function roundToMultiple(
  value: DecimalInput,
  multiple: DecimalInput,
  policy: RoundingPolicy,
  options: RoundingOptions = {},
): Decimal {
  const pack = decimal(multiple);
  if (pack.lte(0)) throw new InvalidMultiple({ multiple: pack.toString() });
  const packs = packsIn(decimal(value), pack);
  return Decimal.max(0, wholePacks(packs, pack, policy, options)).times(pack);
}

function wholePacks(packs: Decimal, pack: Decimal, policy: RoundingPolicy, options: RoundingOptions): Decimal {
  switch (policy) {
    case 'UP':
      return packs.ceil();
    case 'DOWN_TO_MAX': {
      const limit = options.max === undefined ? packs : packsIn(decimal(options.max), pack);
      return Decimal.min(packs.ceil(), limit.floor());
    }
    case 'NEAREST':
      return packs.minus(packs.floor()).lte(decimal(options.tolerance ?? '0.5')) ? packs.floor() : packs.ceil();
  }
}

// A converted amount may carry an error in its last digit (1/3 x 3): six guard digits keep it from costing a whole pack.
function packsIn(value: Decimal, pack: Decimal): Decimal {
  return value.div(pack).toSignificantDigits(Decimal.precision - 6);
}

function fraction(text: string): Ratio {
  const value = decimal(text);
  const places = value.decimalPlaces();
  return Ratio.of(BigInt(value.toFixed(places).replace('.', '')), 10n ** BigInt(places));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
