import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { PurchaseOrder } from '../order/purchase-order.entity.ts';
import type { AnswerDecision, OrderAnswerState } from './order-answer.state.ts';

/** What the supplier answered to one version of an order. */
@Entity({ tableName: 'purchasing_order_answer' })
export class OrderAnswer {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @ManyToOne(() => PurchaseOrder, { mapToPk: true, fieldName: 'order_id' })
  orderId!: string;
  @Property({ type: 'integer' })
  version!: number;
  @Property({ type: 'text' })
  decision!: AnswerDecision;
  @Property({ type: 'text' })
  state!: OrderAnswerState;
  @Property({ type: 'text' })
  note: string = '';
  @Property({ type: 'text' })
  reviewNote: string = '';
  @Property({ type: 'timestamptz' })
  answeredAt: Date = new Date();
  @Property({ type: 'uuid', nullable: true })
  answeredByPersonId: string | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  reviewedAt: Date | null = null;
}
