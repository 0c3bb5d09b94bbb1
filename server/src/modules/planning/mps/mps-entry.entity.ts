import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** What the master schedule makes in one bucket. */
@Entity({ tableName: 'planning_mps' })
export class MpsEntry {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'date' })
  bucketOn!: string;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quantity!: Decimal;
  @Property({ type: 'boolean' })
  isFirm: boolean = false;
  @Property({ type: 'uuid', nullable: true })
  editedByPersonId: string | null = null;
  @Property({ type: 'timestamptz' })
  editedAt: Date = new Date();
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
