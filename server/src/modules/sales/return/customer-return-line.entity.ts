import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { SalesOrderLine } from '../order/sales-order-line.entity.ts';
import { SalesOrder } from '../order/sales-order.entity.ts';
import { CustomerReturn } from './customer-return.entity.ts';
import type { ReturnOutcome } from './return.state.ts';

/** One order line of a return, and what it turned out to be. Quantities are in the stock unit. */
@Entity({ tableName: 'sales_return_line' })
export class CustomerReturnLine {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  customerId!: string;
  @ManyToOne(() => CustomerReturn, { mapToPk: true, fieldName: 'return_id' })
  returnId!: string;
  @Property({ type: 'integer' })
  lineNo!: number;
  @ManyToOne(() => SalesOrder, { mapToPk: true, fieldName: 'order_id' })
  orderId!: string;
  @ManyToOne(() => SalesOrderLine, { mapToPk: true, fieldName: 'order_line_id' })
  orderLineId!: string;
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quantity!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  receivedQuantity: Decimal = new Decimal(0);
  @Property({ type: 'text' })
  reason: string = '';
  @Property({ type: 'text' })
  lot: string = '';
  @Property({ type: 'text', nullable: true })
  outcome: ReturnOutcome | null = null;
  @Property({ type: 'text' })
  inspectionNote: string = '';
  /** The claim against the supplier, of a module beside this one. */
  @Property({ type: 'text', nullable: true })
  claimType: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  claimId: string | null = null;
}
