import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { PurchaseOrder } from './purchase-order.entity.ts';

/** One item of an order in its order unit, whose ratio to the stock unit is frozen here: a later change of the pack changes nothing. */
@Entity({ tableName: 'purchasing_order_line' })
export class PurchaseOrderLine {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @ManyToOne(() => PurchaseOrder, { mapToPk: true, fieldName: 'order_id' })
  orderId!: string;
  @Property({ type: 'integer' })
  lineNo!: number;
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'text' })
  description: string = '';
  @Property({ type: 'text' })
  unitCode!: string;
  @Property({ type: 'bigint' })
  numerator!: bigint;
  @Property({ type: 'bigint', defaultRaw: '1' })
  denominator: bigint = 1n;
  /** Per order unit. */
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  unitPrice: Decimal = new Decimal(0);
  @Property({ type: 'character', length: 3 })
  currency!: string;
  @Property({ type: 'boolean' })
  isConsignment: boolean = false;
  /** A fraction of the ordered quantity: 0.05 is five per cent. */
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  overTolerance: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  underTolerance: Decimal = new Decimal(0);
  @Property({ type: 'integer' })
  dateToleranceDays: number = 0;
  @Property({ type: 'boolean' })
  isIssued: boolean = false;
}
