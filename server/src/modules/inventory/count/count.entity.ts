import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import type { CountState } from './count.state.ts';

/** Counting what is physically at a site, and booking the difference. */
@Entity({ tableName: 'inventory_count' })
export class Count {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Unique({ name: 'inventory_count_number_unique' })
  @Property({ type: 'text' })
  number!: string;
  @ManyToOne(() => Site, { mapToPk: true, fieldName: 'site_id' })
  siteId!: string;
  @Property({ type: 'text', default: 'OPEN' })
  state: CountState = 'OPEN';
  @Property({ type: 'text', default: '' })
  note: string = '';
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  openedAt: Date = new Date();
  @Property({ type: 'timestamptz', nullable: true })
  postedAt: Date | null = null;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
