import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { ShipmentNotice } from './shipment-notice.entity.ts';

/** A pallet or carton of a notice with its own SSCC. */
@Entity({ tableName: 'purchasing_handling_unit' })
export class HandlingUnit {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @ManyToOne(() => ShipmentNotice, { mapToPk: true, fieldName: 'notice_id' })
  noticeId!: string;
  @Property({ type: 'integer' })
  position!: number;
  @Property({ type: 'text' })
  sscc!: string;
}
