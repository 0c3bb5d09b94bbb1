import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import type { WorkingInterval } from '../../../kernel/working-hours.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';

/** Hours by ISO weekday (`1` is Monday). */
export type StoredWeek = Record<string, WorkingInterval[]>;
/** Hours by date: none is a holiday, some are a make-up workday. */
export type StoredOverrides = Record<string, WorkingInterval[]>;

/** Working days and hours of an organisation in a time zone, with holidays and make-up workdays. */
@Entity({ tableName: 'catalog_calendar' })
@Unique({ name: 'catalog_calendar_name_unique', properties: ['organisationId', 'name'] })
export class Calendar {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => Organisation, { mapToPk: true, fieldName: 'organisation_id' })
  organisationId!: string;
  @Property({ type: 'text' })
  name!: string;
  @Property({ type: 'text' })
  timeZone!: string;
  @Property({ type: 'jsonb' })
  week!: StoredWeek;
  @Property({ type: 'jsonb', defaultRaw: `'{}'` })
  overrides: StoredOverrides = {};
  @Property({ type: 'boolean', default: false })
  isDefault: boolean = false;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
