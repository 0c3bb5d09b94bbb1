import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { ReceiptLine } from './receipt-line.entity.ts';

/** What was decided about goods in quarantine; only ever added. */
@Entity({ tableName: 'purchasing_inspection' })
export class Inspection {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @ManyToOne(() => ReceiptLine, { mapToPk: true, fieldName: 'receipt_line_id' })
  receiptLineId!: string;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  acceptedQuantity!: Decimal;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  rejectedQuantity!: Decimal;
  @Property({ type: 'text' })
  reason: string = '';
  @Property({ type: 'timestamptz' })
  inspectedAt: Date = new Date();
  @Property({ type: 'uuid', nullable: true })
  inspectedByPersonId: string | null = null;
}
