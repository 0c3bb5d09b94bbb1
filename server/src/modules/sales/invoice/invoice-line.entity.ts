import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { Unaudited } from '../../../platform/audit/changes.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { SalesOrderLine } from '../order/sales-order-line.entity.ts';
import { ShipmentLine } from '../shipment/shipment-line.entity.ts';
import { Invoice } from './invoice.entity.ts';
import type { InvoiceLineKind } from './invoice.state.ts';

/** One position of an invoice, at the price of its order line. */
@Unaudited()
@Entity({ tableName: 'sales_invoice_line' })
export class InvoiceLine {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  customerId!: string;
  @ManyToOne(() => Invoice, { mapToPk: true, fieldName: 'invoice_id' })
  invoiceId!: string;
  @Property({ type: 'integer' })
  lineNo!: number;
  @ManyToOne(() => SalesOrderLine, { mapToPk: true, fieldName: 'order_line_id', nullable: true })
  orderLineId: string | null = null;
  @ManyToOne(() => ShipmentLine, { mapToPk: true, fieldName: 'shipment_line_id', nullable: true })
  shipmentLineId: string | null = null;
  /** Of a credit note: the position it takes back. */
  @Property({ type: 'uuid', nullable: true })
  creditsLineId: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  itemId: string | null = null;
  @Property({ type: 'text', default: 'GOODS' })
  kind: InvoiceLineKind = 'GOODS';
  @Property({ type: 'text' })
  description: string = '';
  /** In `unit_code`, as ordered. */
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quantity!: Decimal;
  @Property({ type: 'text' })
  unitCode!: string;
  /** The same in the stock unit. */
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quantityStock!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  unitPrice!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  discount: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  taxRate: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  netAmount!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  taxAmount!: Decimal;
  @Property({ type: 'boolean' })
  isIssued: boolean = false;
}
