import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** Goods sent back to the supplier, with the credit expected for them; only ever added. */
@Entity({ tableName: 'purchasing_supplier_return' })
export class SupplierReturn {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text', defaultRaw: 'assigned by the database' })
  number!: string;
  @Property({ type: 'uuid' })
  supplierId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'text' })
  reason!: string;
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  expectedCredit: Decimal = new Decimal(0);
  @Property({ type: 'character', length: 3 })
  currency!: string;
  @Property({ type: 'text' })
  carrier: string = '';
  @Property({ type: 'text' })
  tracking: string = '';
  @Property({ type: 'date' })
  returnedOn!: string;
  @Property({ type: 'timestamptz' })
  createdAt: Date = new Date();
  @Property({ type: 'uuid', nullable: true })
  returnedByPersonId: string | null = null;
}
