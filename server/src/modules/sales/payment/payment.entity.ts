import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { Invoice } from '../invoice/invoice.entity.ts';
import type { PaymentKind, PaymentMethod } from '../invoice/invoice.state.ts';

/** Money that came from a customer or went back to it; only ever added. */
@Entity({ tableName: 'sales_payment' })
export class Payment {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text', defaultRaw: 'assigned by the database' })
  number!: string;
  @Property({ type: 'uuid' })
  customerId!: string;
  /** RECEIPT is money that came, REFUND money that went back. */
  @Property({ type: 'text' })
  kind: PaymentKind = 'RECEIPT';
  @Property({ type: 'character', length: 3 })
  currency!: string;
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  amount!: Decimal;
  @Property({ type: 'date' })
  paidOn!: string;
  @Property({ type: 'text' })
  method: PaymentMethod = 'TRANSFER';
  @Property({ type: 'text' })
  reference: string = '';
  @Property({ type: 'text' })
  note: string = '';
  /** A refund names the credit note it pays out. */
  @ManyToOne(() => Invoice, { mapToPk: true, fieldName: 'credit_note_id', nullable: true })
  creditNoteId: string | null = null;
  @Property({ type: 'timestamptz' })
  recordedAt: Date = new Date();
  @Property({ type: 'uuid', nullable: true })
  recordedByPersonId: string | null = null;
}
