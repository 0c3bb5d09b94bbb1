import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';

/** A place for items in one tree of kinds. */
@Entity({ tableName: 'catalog_category' })
export class Category {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => Category, {
    mapToPk: true,
    fieldName: 'parent_id',
    nullable: true,
    index: 'catalog_category_parent',
  })
  parentId: string | null = null;
  @Unique({ name: 'catalog_category_code_unique' })
  @Property({ type: 'text' })
  code!: string;
  @Property({ type: 'text' })
  nameEn!: string;
  @Property({ type: 'text', default: '' })
  nameZh: string = '';
}
