import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { SalesOrder } from '../order/sales-order.entity.ts';
import { NotInThisState } from '../sales.errors.ts';
import { returnTransitions, type ReturnAct, type ReturnResolution, type ReturnState } from './return.state.ts';

/** What a customer sends back, and how it was settled. */
@Entity({ tableName: 'sales_return' })
export class CustomerReturn {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text', defaultRaw: 'assigned by the database' })
  number!: string;
  @Property({ type: 'uuid' })
  customerId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'text' })
  state: ReturnState = 'REQUESTED';
  /** What the customer would like, and what it was settled with. */
  @Property({ type: 'text' })
  wantedResolution!: ReturnResolution;
  @Property({ type: 'text', nullable: true })
  resolution: ReturnResolution | null = null;
  @Property({ type: 'text' })
  reason!: string;
  @Property({ type: 'text' })
  answer: string = '';
  @Property({ type: 'text' })
  carrier: string = '';
  @Property({ type: 'text' })
  tracking: string = '';
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
  /** The order that brings the replacement. */
  @ManyToOne(() => SalesOrder, { mapToPk: true, fieldName: 'replacement_order_id', nullable: true })
  replacementOrderId: string | null = null;
  @Property({ type: 'timestamptz' })
  requestedAt: Date = new Date();
  @Property({ type: 'uuid', nullable: true })
  requestedByPersonId: string | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  approvedAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  receivedAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  resolvedAt: Date | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  closedAt: Date | null = null;

  /** Moves to where the act leads. @throws NotInThisState when the transition table does not name it. */
  go(act: ReturnAct): void {
    const next = returnTransitions[this.state][act];
    if (!next) throw new NotInThisState({ number: this.number, state: this.state });
    this.state = next;
  }
}
