import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** What a work order needs of one part, and what was issued. */
@Entity({ tableName: 'planning_work_order_component' })
export class WorkOrderComponent {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  workOrderId!: string;
  @Property({ type: 'integer' })
  position!: number;
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  requiredQuantity!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  issuedQuantity: Decimal = new Decimal(0);
  /** Of its work order: what an ended order did not take is not needed any more. */
  @Property({ type: 'boolean' })
  isOpen: boolean = true;
}
