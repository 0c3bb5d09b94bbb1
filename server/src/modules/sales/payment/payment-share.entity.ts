import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { Invoice } from '../invoice/invoice.entity.ts';
import { Payment } from './payment.entity.ts';

/** Which invoice a payment settles, and how far; only ever added. */
@Entity({ tableName: 'sales_payment_share' })
export class PaymentShare {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  customerId!: string;
  @ManyToOne(() => Payment, { mapToPk: true, fieldName: 'payment_id' })
  paymentId!: string;
  @ManyToOne(() => Invoice, { mapToPk: true, fieldName: 'invoice_id' })
  invoiceId!: string;
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  amount!: Decimal;
}
