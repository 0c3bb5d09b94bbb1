import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { Unaudited } from '../../../platform/audit/changes.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { SalesOrderLine } from '../order/sales-order-line.entity.ts';
import { SalesOrder } from '../order/sales-order.entity.ts';
import { Shipment } from './shipment.entity.ts';

/** A quantity of one order line in a shipment, in the stock unit. */
@Unaudited()
@Entity({ tableName: 'sales_shipment_line' })
export class ShipmentLine {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  customerId!: string;
  @ManyToOne(() => Shipment, { mapToPk: true, fieldName: 'shipment_id' })
  shipmentId!: string;
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
  invoicedQuantity: Decimal = new Decimal(0);
}
