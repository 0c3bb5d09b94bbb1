import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** The demand expected in one bucket, and what a person expects instead. */
@Entity({ tableName: 'planning_forecast_bucket' })
export class ForecastBucket {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  forecastId!: string;
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'date' })
  bucketOn!: string;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  computed!: Decimal;
  /** What a person expects instead, and why. */
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', nullable: true })
  overrideQuantity: Decimal | null = null;
  @Property({ type: 'text' })
  overrideReason: string = '';
  @Property({ type: 'uuid', nullable: true })
  overriddenByPersonId: string | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  overriddenAt: Date | null = null;
}
