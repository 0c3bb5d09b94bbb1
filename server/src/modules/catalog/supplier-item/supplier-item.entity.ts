import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { Item } from '../item/item.entity.ts';
import { Unit } from '../unit/unit.entity.ts';

/** On which terms a supplier supplies an item: its number, pack, order quantities and lead time there. */
@Entity({ tableName: 'catalog_supplier_item' })
@Unique({ name: 'catalog_supplier_item_unique', properties: ['supplierId', 'itemId'] })
export class SupplierItem {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => Organisation, { mapToPk: true, fieldName: 'supplier_id' })
  supplierId!: string;
  @ManyToOne(() => Item, { mapToPk: true, fieldName: 'item_id', index: 'catalog_supplier_item_item' })
  itemId!: string;
  @Property({ type: 'text', default: '' })
  supplierSku: string = '';
  @ManyToOne(() => Unit, { mapToPk: true, fieldName: 'order_unit_code', targetKey: 'code' })
  orderUnitCode!: string;
  /** One order unit is numerator / denominator of the item's stock unit. */
  @Property({ type: 'bigint', defaultRaw: '1' })
  numerator: bigint = 1n;
  @Property({ type: 'bigint', defaultRaw: '1' })
  denominator: bigint = 1n;
  /** In order units, as the two below. */
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', default: 0 })
  minimumQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', default: 1 })
  orderMultiple: Decimal = new Decimal(1);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', nullable: true })
  maximumQuantity: Decimal | null = null;
  /** Working days of the supplier from order to arrival. */
  @Property({ type: 'integer', default: 0 })
  leadTimeDays: number = 0;
  @Property({ type: 'character', length: 3, default: 'USD' })
  currency: string = 'USD';
  @Property({ type: 'boolean', default: false })
  isPreferred: boolean = false;
  @Property({ type: 'boolean', default: true })
  isActive: boolean = true;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
