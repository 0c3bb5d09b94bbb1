import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';

/** A region of customers that sales answers for. */
@Entity({ tableName: 'sales_territory' })
export class Territory {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text' })
  code!: string;
  @Property({ type: 'text' })
  name!: string;
  @Property({ type: 'character', length: 2, nullable: true })
  country: string | null = null;
  @Property({ type: 'text' })
  area: string = '';
}
