import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';

/** The operations that make an item, in one revision. */
@Entity({ tableName: 'planning_routing' })
export class Routing {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'uuid', nullable: true })
  siteId: string | null = null;
  @Property({ type: 'text' })
  revision: string = '1';
  @Property({ type: 'integer' })
  alternate: number = 1;
  @Property({ type: 'date' })
  validFrom: string = '-infinity';
  @Property({ type: 'date' })
  validTo: string = 'infinity';
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
