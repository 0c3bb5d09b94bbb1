import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { Unit } from '../unit/unit.entity.ts';
import { Item } from './item.entity.ts';

/** Another unit of an item: one of it is numerator / denominator of the stock unit, exactly. */
@Entity({ tableName: 'catalog_item_unit' })
@Unique({ name: 'catalog_item_unit_unique', properties: ['itemId', 'unitCode'] })
export class ItemUnit {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => Item, { mapToPk: true, fieldName: 'item_id' })
  itemId!: string;
  @ManyToOne(() => Unit, { mapToPk: true, fieldName: 'unit_code', targetKey: 'code' })
  unitCode!: string;
  @Property({ type: 'bigint' })
  numerator!: bigint;
  @Property({ type: 'bigint', defaultRaw: '1' })
  denominator: bigint = 1n;
  @Property({ type: 'text', nullable: true })
  gtin: string | null = null;
}
