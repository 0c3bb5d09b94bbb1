import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { Unaudited } from '../../../platform/audit/changes.ts';
import { PurchaseOrder } from './purchase-order.entity.ts';

/** The order as it was sent at one time; only ever added. */
@Unaudited()
@Entity({ tableName: 'purchasing_order_version' })
export class PurchaseOrderVersion {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @ManyToOne(() => PurchaseOrder, { mapToPk: true, fieldName: 'order_id' })
  orderId!: string;
  @Property({ type: 'integer' })
  version!: number;
  @Property({ type: 'text' })
  reason: string = '';
  @Property({ type: 'jsonb' })
  snapshot!: object;
  @Property({ type: 'timestamptz' })
  createdAt: Date = new Date();
  @Property({ type: 'uuid', nullable: true })
  createdByPersonId: string | null = null;
}
