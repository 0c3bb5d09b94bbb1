import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { PurchaseOrder } from './purchase-order.entity.ts';
import { PurchaseOrderLine } from './order-line.entity.ts';
import { openQuantity } from './over-receipt.calc.ts';
import type { ScheduleState } from './purchase-order.state.ts';

/** A part of an order line with its own date. Quantities are in the order unit; received is always accepted + rejected + quarantine. */
@Entity({ tableName: 'purchasing_schedule_line' })
export class ScheduleLine {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @ManyToOne(() => PurchaseOrder, { mapToPk: true, fieldName: 'order_id' })
  orderId!: string;
  @ManyToOne(() => PurchaseOrderLine, { mapToPk: true, fieldName: 'order_line_id' })
  orderLineId!: string;
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'integer' })
  scheduleNo!: number;
  @Property({ type: 'text' })
  unitCode!: string;
  @Property({ type: 'bigint' })
  numerator!: bigint;
  @Property({ type: 'bigint', defaultRaw: '1' })
  denominator: bigint = 1n;
  @Property({ type: 'date' })
  requestedOn!: string;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  requestedQuantity!: Decimal;
  /** Written once, by the first promise; the database keeps it. */
  @Property({ type: 'date', nullable: true })
  firstConfirmedOn: string | null = null;
  @Property({ type: 'date', nullable: true })
  confirmedOn: string | null = null;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', nullable: true })
  confirmedQuantity: Decimal | null = null;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  shippedQuantity: Decimal = new Decimal(0);
  /** Announced by ship notices and not received yet. */
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  inTransitQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  receivedQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  acceptedQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  rejectedQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quarantineQuantity: Decimal = new Decimal(0);
  @Property({ type: 'text' })
  state: ScheduleState = 'OPEN';
  @Property({ type: 'text' })
  closedReason: string = '';
  @Property({ type: 'boolean' })
  isIssued: boolean = false;

  /** What is ordered now: the promise where there is one. */
  get orderedQuantity(): Decimal {
    return this.confirmedQuantity ?? this.requestedQuantity;
  }

  /** What is still to come, never below zero; nothing once the line is closed. */
  get openQuantity(): Decimal {
    return this.state === 'OPEN'
      ? openQuantity(this.orderedQuantity, this.acceptedQuantity, this.quarantineQuantity)
      : new Decimal(0);
  }

  /** What the supplier may still announce. */
  get shippableQuantity(): Decimal {
    return Decimal.max(0, this.openQuantity.minus(this.inTransitQuantity));
  }

  /** A promise; the first one is remembered for ever. */
  promise(on: string, quantity: Decimal): void {
    this.firstConfirmedOn ??= on;
    this.confirmedOn = on;
    this.confirmedQuantity = quantity;
  }
}
