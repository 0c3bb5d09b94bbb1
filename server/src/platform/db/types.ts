import { Type } from '@mikro-orm/core';
import { Decimal } from '../../kernel/decimal.ts';

/** An exact number: `numeric` in the database, Decimal in code, never a float. */
export class DecimalType extends Type<Decimal, string> {
  override convertToDatabaseValue(value: Decimal | string | null): string {
    return value === null ? (null as unknown as string) : value.toString();
  }
  override convertToJSValue(value: string | null): Decimal {
    return value === null ? (null as unknown as Decimal) : new Decimal(value);
  }
  override compareAsType(): string {
    return 'string';
  }
  override getColumnType(): string {
    return 'numeric';
  }
}
