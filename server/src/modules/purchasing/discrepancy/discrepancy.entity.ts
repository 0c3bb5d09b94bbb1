import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { ReceiptLine } from '../receipt/receipt-line.entity.ts';
import { Receipt } from '../receipt/receipt.entity.ts';
import type { DiscrepancyKind, DiscrepancyResolution, DiscrepancyState } from './discrepancy.state.ts';

/** A difference between what was announced or ordered and what came; the supplier sees it too. */
@Entity({ tableName: 'purchasing_discrepancy' })
export class Discrepancy {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @ManyToOne(() => Receipt, { mapToPk: true, fieldName: 'receipt_id' })
  receiptId!: string;
  @ManyToOne(() => ReceiptLine, { mapToPk: true, fieldName: 'receipt_line_id', nullable: true })
  receiptLineId: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  noticeLineId: string | null = null;
  @Property({ type: 'uuid', nullable: true })
  itemId: string | null = null;
  @Property({ type: 'text' })
  kind!: DiscrepancyKind;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', nullable: true })
  expectedQuantity: Decimal | null = null;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  actualQuantity!: Decimal;
  @Property({ type: 'text' })
  unitCode!: string;
  @Property({ type: 'text' })
  detail: string = '';
  @Property({ type: 'text' })
  state: DiscrepancyState = 'OPEN';
  @Property({ type: 'text', nullable: true })
  resolution: DiscrepancyResolution | null = null;
  @Property({ type: 'text' })
  resolutionNote: string = '';
  @Property({ type: 'timestamptz' })
  openedAt: Date = new Date();
  @Property({ type: 'timestamptz', nullable: true })
  resolvedAt: Date | null = null;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
