import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** How a site is planned: buckets, horizon, and how far off an order may be before a planner is told. */
@Entity({ tableName: 'planning_policy' })
export class PlanningPolicy {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid', nullable: true })
  siteId: string | null = null;
  @Property({ type: 'text' })
  bucket: 'DAY' | 'WEEK' = 'WEEK';
  @Property({ type: 'integer' })
  bucketCount: number = 52;
  /** A message is raised when an order is off by more than this, so that planners are not flooded. */
  @Property({ type: 'integer' })
  expediteToleranceDays: number = 0;
  @Property({ type: 'integer' })
  deferToleranceDays: number = 5;
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  quantityTolerance: Decimal = new Decimal(0.05);
  /** How far an order looks for forecast to consume beside its own bucket, in buckets. */
  @Property({ type: 'integer' })
  consumeBackward: number = 0;
  @Property({ type: 'integer' })
  consumeForward: number = 0;
  /** In weeks: the history forecasts learn from, the last of it that methods are judged by, a season, and how far they look. */
  @Property({ type: 'integer' })
  historyWeeks: number = 156;
  @Property({ type: 'integer' })
  holdoutWeeks: number = 8;
  @Property({ type: 'integer' })
  seasonWeeks: number = 52;
  @Property({ type: 'integer' })
  forecastWeeks: number = 26;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
