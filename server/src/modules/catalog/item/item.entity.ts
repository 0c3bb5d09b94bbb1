import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { Unit } from '../unit/unit.entity.ts';
import { Category } from './category.entity.ts';

/** Whether an item is made here or bought. */
export type Supply = 'MAKE' | 'BUY';

/** A thing that is bought, kept or sold, whatever its packing. All its quantities are in its stock unit. */
@Entity({ tableName: 'catalog_item' })
export class Item {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Unique({ name: 'catalog_item_sku_unique' })
  @Property({ type: 'text' })
  sku!: string;
  @Unique({ name: 'catalog_item_gtin_unique' })
  @Property({ type: 'text', nullable: true })
  gtin: string | null = null;
  @Property({ type: 'text' })
  nameEn!: string;
  @Property({ type: 'text', default: '' })
  nameZh: string = '';
  @Property({ type: 'text', default: '' })
  description: string = '';
  /** The stock unit. */
  @ManyToOne(() => Unit, { mapToPk: true, fieldName: 'unit_code', targetKey: 'code' })
  unitCode!: string;
  @Property({ type: 'text' })
  supply!: Supply;
  @ManyToOne(() => Category, {
    mapToPk: true,
    fieldName: 'category_id',
    nullable: true,
    index: 'catalog_item_category',
  })
  categoryId: string | null = null;
  @Property({ type: 'boolean', default: false })
  isSellable: boolean = false;
  @Property({ type: 'boolean', default: false })
  isLotTracked: boolean = false;
  @Property({ type: 'boolean', default: true })
  isActive: boolean = true;
  @Property({ type: DecimalType, columnType: 'numeric(19,4)', nullable: true })
  standardCost: Decimal | null = null;
  @Property({ type: DecimalType, columnType: 'numeric(19,4)', nullable: true })
  listPrice: Decimal | null = null;
  @Property({ type: 'character', length: 3, default: 'USD' })
  currency: string = 'USD';
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', default: 0 })
  safetyStock: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', default: 0 })
  reorderPoint: Decimal = new Decimal(0);
  @Property({ type: 'integer', default: 0 })
  leadTimeDays: number = 0;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}
