import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';

/** What a quantity is counted in: piece, kilogram, pallet. */
@Entity({ tableName: 'catalog_unit' })
export class Unit {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Unique({ name: 'catalog_unit_code_unique' })
  @Property({ type: 'text' })
  code!: string;
  @Property({ type: 'text' })
  nameEn!: string;
  @Property({ type: 'text', default: '' })
  nameZh: string = '';
}
