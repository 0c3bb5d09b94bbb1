import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** What one lot of an item is made of, in one revision. */
@Entity({ tableName: 'planning_bill' })
export class Bill {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  itemId!: string;
  /** None: at every site. */
  @Property({ type: 'uuid', nullable: true })
  siteId: string | null = null;
  @Property({ type: 'text' })
  revision: string = '1';
  @Property({ type: 'integer' })
  alternate: number = 1;
  /** The components make this many: quantity / base_quantity of a component goes into one, exactly. */
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  baseQuantity: Decimal = new Decimal(1);
  @Property({ type: 'date' })
  validFrom: string = '-infinity';
  @Property({ type: 'date' })
  validTo: string = 'infinity';
  @Property({ type: 'text' })
  note: string = '';
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
  @Property({ type: 'timestamptz' })
  createdAt: Date = new Date();
}
