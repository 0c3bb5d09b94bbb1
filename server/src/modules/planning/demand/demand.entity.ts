import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** Independent demand that no sales order of ours stands for. */
@Entity({ tableName: 'planning_demand' })
export class Demand {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  /** FIRM: somebody ordered it. FORECAST: expected; orders consume it. */
  @Property({ type: 'text' })
  kind: 'FIRM' | 'FORECAST' = 'FIRM';
  @Property({ type: 'text' })
  demandClass: string = '';
  /** The day it is needed; a forecast: the first day of its bucket. */
  @Property({ type: 'date' })
  dueOn!: string;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quantity!: Decimal;
  @Property({ type: 'text' })
  reference: string = '';
  @Property({ type: 'text' })
  note: string = '';
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
  @Property({ type: 'timestamptz' })
  createdAt: Date = new Date();
}
