import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { ReceiptLine } from '../receipt/receipt-line.entity.ts';
import { SupplierReturn } from './supplier-return.entity.ts';

/** One rejected item that went back, in its stock unit. */
@Entity({ tableName: 'purchasing_supplier_return_line' })
export class SupplierReturnLine {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  supplierId!: string;
  @ManyToOne(() => SupplierReturn, { mapToPk: true, fieldName: 'return_id' })
  returnId!: string;
  @Property({ type: 'integer' })
  lineNo!: number;
  @ManyToOne(() => ReceiptLine, { mapToPk: true, fieldName: 'receipt_line_id' })
  receiptLineId!: string;
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quantityStock!: Decimal;
  @Property({ type: 'text' })
  lot: string = '';
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  expectedCredit: Decimal = new Decimal(0);
  @Property({ type: 'character', length: 3 })
  currency!: string;
}
