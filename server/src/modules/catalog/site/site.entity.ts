import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { Calendar } from '../calendar/calendar.entity.ts';

/** A plant, warehouse or shop of ours, with an address, a time zone and a calendar. */
@Entity({ tableName: 'catalog_site' })
export class Site {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Unique({ name: 'catalog_site_code_unique' })
  @Property({ type: 'text' })
  code!: string;
  @Property({ type: 'text' })
  name!: string;
  @Property({ type: 'text', default: 'UTC' })
  timeZone: string = 'UTC';
  @ManyToOne(() => Calendar, { mapToPk: true, fieldName: 'calendar_id', nullable: true })
  calendarId: string | null = null;
  @Property({ type: 'text', nullable: true })
  address: string | null = null;
  @Property({ type: 'boolean', default: true })
  isActive: boolean = true;
}
