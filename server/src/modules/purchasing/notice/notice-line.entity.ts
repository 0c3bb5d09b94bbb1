import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { ScheduleLine } from '../order/schedule-line.entity.ts';
import { HandlingUnit } from './handling-unit.entity.ts';
import { ShipmentNotice } from './shipment-notice.entity.ts';

/** One schedule line's goods, or a part of them, in a notice; in the order unit. */
@Entity({ tableName: 'purchasing_notice_line' })
export class ShipmentNoticeLine {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @ManyToOne(() => ShipmentNotice, { mapToPk: true, fieldName: 'notice_id' })
  noticeId!: string;
  @Property({ type: 'integer' })
  lineNo!: number;
  @ManyToOne(() => ScheduleLine, { mapToPk: true, fieldName: 'schedule_line_id' })
  scheduleLineId!: string;
  @Property({ type: 'uuid' })
  orderLineId!: string;
  @Property({ type: 'uuid' })
  itemId!: string;
  @ManyToOne(() => HandlingUnit, { mapToPk: true, fieldName: 'handling_unit_id', nullable: true })
  handlingUnitId: string | null = null;
  @Property({ type: 'text' })
  unitCode!: string;
  @Property({ type: 'bigint' })
  numerator!: bigint;
  @Property({ type: 'bigint' })
  denominator!: bigint;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quantity!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  receivedQuantity: Decimal = new Decimal(0);
  @Property({ type: 'text' })
  lot: string = '';
}
