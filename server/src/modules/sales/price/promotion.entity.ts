import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** A cut in price for a time, as a share of the price. */
@Entity({ tableName: 'sales_promotion' })
export class Promotion {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text' })
  code!: string;
  @Property({ type: 'text' })
  nameEn!: string;
  @Property({ type: 'text' })
  nameZh: string = '';
  @Property({ type: 'uuid', nullable: true })
  itemId: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  categoryId: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  customerId: string | null = null;
  /** A fraction: 0.1 takes 10 % off. */
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  discount!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  fromQuantity: Decimal = new Decimal(0);
  @Property({ type: 'boolean' })
  appliesToContracts: boolean = false;
  @Property({ type: 'date' })
  validFrom!: string;
  @Property({ type: 'date' })
  validTo: string = 'infinity';
  @Property({ type: 'boolean' })
  isActive: boolean = true;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
