import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { SupplierItem } from './supplier-item.entity.ts';

/** The price of one order unit that holds from a quantity upward, between two days; open ends are null. */
@Entity({ tableName: 'catalog_price_break' })
@Unique({
  name: 'catalog_price_break_unique',
  properties: ['supplierItemId', 'fromQuantity', 'validFrom'],
})
export class PriceBreak {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => SupplierItem, { mapToPk: true, fieldName: 'supplier_item_id' })
  supplierItemId!: string;
  @ManyToOne(() => Organisation, { mapToPk: true, fieldName: 'supplier_id' })
  supplierId!: string;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', default: 0 })
  fromQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  unitPrice!: Decimal;
  @Property({ type: 'date', defaultRaw: `'-infinity'` })
  validFrom: string = '-infinity';
  @Property({ type: 'date', defaultRaw: `'infinity'` })
  validTo: string = 'infinity';
}
