import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** Machines or people who do the same work, with the hours they can do in a day. */
@Entity({ tableName: 'planning_work_centre' })
export class WorkCentre {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text' })
  code!: string;
  @Property({ type: 'text' })
  name!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  /** None: the site's. */
  @Property({ type: 'uuid', nullable: true })
  calendarId: string | null = null;
  /** Hours of work it can do on a working day, over all its machines or people. */
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  hoursPerDay: Decimal = new Decimal(8);
  /** Hours of standard work done in an hour that is worked. */
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  efficiency: Decimal = new Decimal(1);
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  costPerHour: Decimal = new Decimal(0);
  @Property({ type: 'boolean' })
  isActive: boolean = true;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
