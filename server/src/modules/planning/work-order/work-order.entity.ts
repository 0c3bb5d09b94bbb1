import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { NotPossibleNow } from '../planning.errors.ts';
import { workOrderTransitions, type WorkOrderAct, type WorkOrderState } from './work-order.state.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** An order to our own production. */
@Entity({ tableName: 'planning_work_order' })
export class WorkOrder {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text', defaultRaw: 'assigned by the database' })
  number!: string;
  @Property({ type: 'text', nullable: true })
  externalNumber: string | null = null;
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'uuid', nullable: true })
  billId: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  routingId: string | null = null;
  /** The planned order it was made from. */
  @Property({ type: 'uuid', nullable: true })
  plannedOrderId: string | null = null;
  @Property({ type: 'text' })
  state: WorkOrderState = 'PLANNED';
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quantity!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  receivedQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  scrappedQuantity: Decimal = new Decimal(0);
  /** Unknown only of orders that ended elsewhere. */
  @Property({ type: 'date', nullable: true })
  startOn: string | null = null;
  @Property({ type: 'date', nullable: true })
  dueOn: string | null = null;
  @Property({ type: 'text' })
  scrapReason: string = '';
  @Property({ type: 'text' })
  note: string = '';
  @Property({ type: 'timestamptz' })
  createdAt: Date = new Date();
  @Property({ type: 'timestamptz', nullable: true })
  releasedAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  completedAt: Date | null = null;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;

  /** What is still to come of it. */
  get outstanding(): Decimal {
    return Decimal.max(0, this.quantity.minus(this.receivedQuantity).minus(this.scrappedQuantity));
  }

  /** Moves to where the act leads. @throws NotPossibleNow when the transition table does not name it. */
  go(act: WorkOrderAct): void {
    const next = workOrderTransitions[this.state][act];
    if (!next) throw new NotPossibleNow({ state: this.state });
    this.state = next;
  }
}
