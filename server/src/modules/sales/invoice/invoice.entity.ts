import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { SalesOrder } from '../order/sales-order.entity.ts';
import type { TaxRounding } from '../price/tax.calc.ts';
import { CustomerReturn } from '../return/customer-return.entity.ts';
import type { InvoiceKind, InvoiceState } from './invoice.state.ts';

/** What a customer owes us, or a credit note against it. The number is given at issue, without a gap. */
@Entity({ tableName: 'sales_invoice' })
export class Invoice {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  /** Given at issue, without a gap; a draft has none. */
  @Property({ type: 'text', nullable: true })
  number: string | null = null;
  @Property({ type: 'text' })
  kind: InvoiceKind = 'INVOICE';
  @Property({ type: 'uuid' })
  customerId!: string;
  @ManyToOne(() => SalesOrder, { mapToPk: true, fieldName: 'order_id', nullable: true })
  orderId: string | null = null;
  @ManyToOne(() => CustomerReturn, { mapToPk: true, fieldName: 'return_id', nullable: true })
  returnId: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  creditsInvoiceId: string | null = null;
  @Property({ type: 'text' })
  state: InvoiceState = 'DRAFT';
  @Property({ type: 'character', length: 3 })
  currency!: string;
  /** One unit of `currency` in the company's currency, as the order froze it. */
  @Property({ type: DecimalType, columnType: 'numeric(18,9)' })
  exchangeRate: Decimal = new Decimal(1);
  @Property({ type: 'boolean' })
  isTaxInclusive: boolean = false;
  @Property({ type: 'text' })
  taxRounding: TaxRounding = 'LINE';
  @Property({ type: 'date', nullable: true })
  issuedOn: string | null = null;
  @Property({ type: 'date', nullable: true })
  dueOn: string | null = null;
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  net: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  tax: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  paidAmount: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  creditedAmount: Decimal = new Decimal(0);
  @Property({ type: 'text' })
  reason: string = '';
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
  @Property({ type: 'text', nullable: true })
  externalNumber: string | null = null;
  @Property({ type: 'timestamptz' })
  createdAt: Date = new Date();
  @Property({ type: 'timestamptz', nullable: true })
  issuedAt: Date | null = null;

  /** What it comes to, tax included. */
  get grossAmount(): Decimal {
    return this.net.plus(this.tax);
  }

  /** What is neither paid nor credited. */
  get openNow(): Decimal {
    return this.grossAmount.minus(this.paidAmount).minus(this.creditedAmount);
  }

  /** Settles part of it and says how it stands then. */
  settle(paid: Decimal, credited: Decimal): void {
    this.paidAmount = this.paidAmount.plus(paid);
    this.creditedAmount = this.creditedAmount.plus(credited);
    const isSettled = this.openNow.isZero();
    if (isSettled) this.state = this.paidAmount.isZero() ? 'CREDITED' : 'PAID';
    else if (this.paidAmount.gt(0)) this.state = 'PARTLY_PAID';
  }
}
