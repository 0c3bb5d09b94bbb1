import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { Receipt } from './receipt.entity.ts';

/** One item of a receipt in the unit that was counted; names ending in Stock are in the item's stock unit, as the ledger has it. */
@Entity({ tableName: 'purchasing_receipt_line' })
export class ReceiptLine {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @ManyToOne(() => Receipt, { mapToPk: true, fieldName: 'receipt_id' })
  receiptId!: string;
  @Property({ type: 'integer' })
  lineNo!: number;
  @Property({ type: 'uuid', nullable: true })
  noticeLineId: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  scheduleLineId: string | null = null;
  /** Null for goods that nobody here knows. */
  @Property({ type: 'uuid', nullable: true })
  itemId: string | null = null;
  @Property({ type: 'text' })
  description: string = '';
  @Property({ type: 'text' })
  unitCode!: string;
  @Property({ type: 'bigint', defaultRaw: '1' })
  numerator: bigint = 1n;
  @Property({ type: 'bigint', defaultRaw: '1' })
  denominator: bigint = 1n;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  receivedQuantity!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  acceptedQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  rejectedQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quarantineQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  acceptedStock: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  rejectedStock: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quarantineStock: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  returnedStock: Decimal = new Decimal(0);
  /** Accepted, and found faulty later, when a customer sent it back. */
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  claimedStock: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  putAwayStock: Decimal = new Decimal(0);
  @Property({ type: 'text' })
  rejectReason: string = '';
  @Property({ type: 'text' })
  lot: string = '';
  @Property({ type: 'uuid' })
  ownerId!: string;
  /** Per counted unit. */
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  unitPrice: Decimal = new Decimal(0);
  @Property({ type: 'character', length: 3 })
  currency!: string;
}
