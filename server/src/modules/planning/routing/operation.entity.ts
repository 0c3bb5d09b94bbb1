import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** One step of a routing: its set-up per order and its run time per unit. */
@Entity({ tableName: 'planning_operation' })
export class Operation {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  routingId!: string;
  @Property({ type: 'integer' })
  operationNo!: number;
  @Property({ type: 'uuid' })
  workCentreId!: string;
  @Property({ type: 'text' })
  name: string = '';
  /** Per order, and per stock unit made. */
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  setupHours: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  runHours: Decimal = new Decimal(0);
}
