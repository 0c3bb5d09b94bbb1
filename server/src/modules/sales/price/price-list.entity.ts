import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';

/** Prices for everybody, a group or, as a contract, one customer, between two days. */
@Entity({ tableName: 'sales_price_list' })
export class PriceList {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text' })
  code!: string;
  @Property({ type: 'text' })
  name!: string;
  @Property({ type: 'character', length: 3 })
  currency!: string;
  /** Set for a contract: prices agreed with one customer. */
  @Property({ type: 'uuid', nullable: true })
  customerId: string | null = null;
  @Property({ type: 'boolean' })
  isTaxInclusive: boolean = false;
  @Property({ type: 'boolean' })
  isDefault: boolean = false;
  @Property({ type: 'date' })
  validFrom: string = '-infinity';
  @Property({ type: 'date' })
  validTo: string = 'infinity';
  @Property({ type: 'boolean' })
  isActive: boolean = true;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
  @Property({ type: 'timestamptz' })
  createdAt: Date = new Date();
}
