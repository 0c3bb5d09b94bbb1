import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import type { LocationKind } from './location-kind.calc.ts';
import { Site } from './site.entity.ts';

/** A place inside a site that holds stock, or a notional one that stock comes from and goes to. */
@Entity({ tableName: 'catalog_location' })
@Unique({ name: 'catalog_location_code_unique', properties: ['siteId', 'code'] })
export class Location {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => Site, { mapToPk: true, fieldName: 'site_id' })
  siteId!: string;
  @Property({ type: 'text' })
  code!: string;
  @Property({ type: 'text' })
  name!: string;
  @Property({ type: 'text' })
  kind!: LocationKind;
  @Property({ type: 'boolean', default: true })
  isActive: boolean = true;
}
