import { Decimal, decimal, type DecimalInput } from './decimal.ts';
import { defineError } from './domain-error.ts';

/** Raised when quantities of two units meet; only a stated ratio may bring them together. */
export class UnitMismatch extends defineError('UNIT_MISMATCH', {
  en: 'Cannot combine {left} with {right}: convert to one unit first',
  zh: '不能将 {left} 与 {right} 混合计算，请先换算为同一单位',
}) {}

/** An amount of something in its unit. Immutable; it never rounds, and it refuses to mix units. */
export class Quantity {
  readonly value: Decimal;
  readonly unit: string;

  private constructor(value: Decimal, unit: string) {
    this.value = value;
    this.unit = unit;
  }

  /** @throws InvalidNumber when `value` is no decimal number. */
  static of(value: DecimalInput, unit: string): Quantity {
    return new Quantity(decimal(value), unit);
  }

  static zero(unit: string): Quantity {
    return new Quantity(new Decimal(0), unit);
  }

  /** The total of any number of quantities of one unit; of none, zero. */
  static sum(quantities: Iterable<Quantity>, unit: string): Quantity {
    let total = Quantity.zero(unit);
    for (const quantity of quantities) total = total.plus(quantity);
    return total;
  }

  plus(other: Quantity): Quantity {
    return new Quantity(this.value.plus(this.sameUnit(other)), this.unit);
  }

  minus(other: Quantity): Quantity {
    return new Quantity(this.value.minus(this.sameUnit(other)), this.unit);
  }

  times(factor: DecimalInput): Quantity {
    return new Quantity(this.value.times(decimal(factor)), this.unit);
  }

  negated(): Quantity {
    return new Quantity(this.value.negated(), this.unit);
  }

  min(other: Quantity): Quantity {
    return this.lte(other) ? this : other;
  }

  max(other: Quantity): Quantity {
    return this.gte(other) ? this : other;
  }

  /** -1, 0 or 1 as this is less than, equal to or more than the other. */
  compare(other: Quantity): -1 | 0 | 1 {
    return this.value.comparedTo(this.sameUnit(other)) as -1 | 0 | 1;
  }

  gt(other: Quantity): boolean {
    return this.compare(other) > 0;
  }

  gte(other: Quantity): boolean {
    return this.compare(other) >= 0;
  }

  lt(other: Quantity): boolean {
    return this.compare(other) < 0;
  }

  lte(other: Quantity): boolean {
    return this.compare(other) <= 0;
  }

  equals(other: Quantity): boolean {
    return this.compare(other) === 0;
  }

  isZero(): boolean {
    return this.value.isZero();
  }

  isPositive(): boolean {
    return this.value.gt(0);
  }

  isNegative(): boolean {
    return this.value.lt(0);
  }

  /** The form people read: `12.5 EA`. */
  toString(): string {
    return `${this.value.toString()} ${this.unit}`;
  }

  toJSON(): { value: string; unit: string } {
    return { value: this.value.toString(), unit: this.unit };
  }

  private sameUnit(other: Quantity): Decimal {
    if (other.unit !== this.unit) throw new UnitMismatch({ left: this.unit, right: other.unit });
    return other.value;
  }
}
