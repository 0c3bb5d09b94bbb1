import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { Ratio } from '../../../kernel/unit.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import type { PriceExplanation } from '../price/pricing.service.ts';
import { SalesOrder } from './sales-order.entity.ts';
import type { LineOrigin } from './sales-order.state.ts';

/** One item of a sales order. Quantities are in the stock unit; the price is per one ordered unit, frozen. */
@Entity({ tableName: 'sales_order_line' })
export class SalesOrderLine {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  customerId!: string;
  @ManyToOne(() => SalesOrder, { mapToPk: true, fieldName: 'order_id' })
  orderId!: string;
  @Property({ type: 'integer' })
  lineNo!: number;
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'text' })
  description: string = '';
  @Property({ type: 'text' })
  unitCode!: string;
  @Property({ type: 'bigint', defaultRaw: '1' })
  numerator: bigint = 1n;
  @Property({ type: 'bigint', defaultRaw: '1' })
  denominator: bigint = 1n;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  orderedQuantity!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  cancelledQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  allocatedQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  pickedQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  shippedQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  deliveredQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  returnedQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  invoicedQuantity: Decimal = new Decimal(0);
  @Property({ type: 'character', length: 3 })
  currency!: string;
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  unitPrice: Decimal = new Decimal(0);
  /** A fraction: 0.1 is 10 %; it is in the net amount already. */
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  discount: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  taxRate: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  netAmount: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  taxAmount: Decimal = new Decimal(0);
  /** Why this price. */
  @Property({ type: 'jsonb' })
  priceExplanation: Partial<PriceExplanation> = {};
  @Property({ type: 'date' })
  requestedOn!: string;
  /** Written once, by the first promise: lateness is measured against it. */
  @Property({ type: 'date', nullable: true })
  firstConfirmedOn: string | null = null;
  @Property({ type: 'date', nullable: true })
  confirmedOn: string | null = null;
  @Property({ type: 'date', nullable: true })
  estimatedOn: string | null = null;
  @Property({ type: 'boolean' })
  isDemand: boolean = false;
  @Property({ type: 'boolean' })
  isShared: boolean = false;
  @Property({ type: 'boolean' })
  isBackordered: boolean = false;
  /** The line it was split off from, or stands in for. */
  @Property({ type: 'uuid', nullable: true })
  originLineId: string | null = null;
  @Property({ type: 'text', nullable: true })
  originKind: LineOrigin | null = null;

  /** What is still to be sent; never below zero. */
  get openQuantity(): Decimal {
    return Decimal.max(0, this.orderedQuantity.minus(this.cancelledQuantity).minus(this.shippedQuantity));
  }

  /** What may still be cancelled: what is open and lies in no packed shipment. */
  get cancellableQuantity(): Decimal {
    return Decimal.max(0, this.openQuantity.minus(this.pickedQuantity));
  }

  /** What stock has to be found for. */
  get uncoveredQuantity(): Decimal {
    return Decimal.max(0, this.openQuantity.minus(this.allocatedQuantity));
  }

  /** What was ordered and not cancelled, in the stock unit. */
  get wantedQuantity(): Decimal {
    return this.orderedQuantity.minus(this.cancelledQuantity);
  }

  /** One ordered unit in stock units. */
  get ratio(): Ratio {
    return Ratio.of(this.numerator, this.denominator);
  }

  /** An amount in the stock unit, in the unit it was ordered in. */
  inOrderedUnit(stock: Decimal): Decimal {
    return stock.times(this.ratio.inverse().toDecimal()).toDecimalPlaces(6);
  }

  /** An amount in the ordered unit, in the stock unit. */
  inStockUnit(ordered: Decimal): Decimal {
    return ordered.times(this.ratio.toDecimal()).toDecimalPlaces(6);
  }

  /** The day it should be delivered as things stand. */
  get dueOn(): string {
    return this.confirmedOn ?? this.requestedOn;
  }
}
