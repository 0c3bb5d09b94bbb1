import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** What one unit of a currency is worth in the company's currency from a day on. Documents freeze it when they are submitted. */
@Entity({ tableName: 'sales_exchange_rate' })
export class ExchangeRate {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'character', length: 3 })
  currency!: string;
  @Property({ type: 'date' })
  validFrom!: string;
  @Property({ type: DecimalType, columnType: 'numeric(18,9)' })
  rate!: Decimal;
}
