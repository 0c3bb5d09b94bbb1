import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { Unaudited } from '../../../platform/audit/changes.ts';
import { Shipment } from './shipment.entity.ts';
import type { ShipmentEventKind } from './shipment.state.ts';

/** What happened to a shipment, for the customer to follow; only ever added. */
@Unaudited()
@Entity({ tableName: 'sales_shipment_event' })
export class ShipmentEvent {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  customerId!: string;
  @ManyToOne(() => Shipment, { mapToPk: true, fieldName: 'shipment_id' })
  shipmentId!: string;
  @Property({ type: 'text' })
  kind!: ShipmentEventKind;
  @Property({ type: 'timestamptz' })
  happenedAt!: Date;
  @Property({ type: 'text' })
  place: string = '';
  @Property({ type: 'text' })
  note: string = '';
  @Property({ type: 'timestamptz' })
  recordedAt: Date = new Date();
  @Property({ type: 'uuid', nullable: true })
  recordedByPersonId: string | null = null;
}
