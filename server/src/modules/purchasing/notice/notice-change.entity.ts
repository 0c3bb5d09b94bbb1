import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { ShipmentNotice } from './shipment-notice.entity.ts';

/** A change of the day a shipment is expected, with its reason; only ever added. */
@Entity({ tableName: 'purchasing_notice_change' })
export class ShipmentNoticeChange {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @ManyToOne(() => ShipmentNotice, { mapToPk: true, fieldName: 'notice_id' })
  noticeId!: string;
  @Property({ type: 'date' })
  fromExpectedOn!: string;
  @Property({ type: 'date' })
  toExpectedOn!: string;
  @Property({ type: 'text' })
  reason!: string;
  @Property({ type: 'timestamptz' })
  changedAt: Date = new Date();
  @Property({ type: 'uuid', nullable: true })
  changedByPersonId: string | null = null;
}
