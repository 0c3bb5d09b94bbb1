import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** One part of a bill: quantity / base quantity of it goes into one of the item. */
@Entity({ tableName: 'planning_bill_component' })
export class BillComponent {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  billId!: string;
  @Property({ type: 'integer' })
  position!: number;
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quantity!: Decimal;
  /** quantity / (1 - scrap) is issued, rounded up to whole stock units where those are counted. */
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  scrap: Decimal = new Decimal(0);
  /** Not stocked: what it is made of takes its place. */
  @Property({ type: 'boolean' })
  isPhantom: boolean = false;
  @Property({ type: 'integer', nullable: true })
  operationNo: number | null = null;
  @Property({ type: 'date' })
  validFrom: string = '-infinity';
  @Property({ type: 'date' })
  validTo: string = 'infinity';
}
