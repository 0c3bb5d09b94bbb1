import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** How the demand of an item is forecast, and how wrong the method was over the holdout. */
@Entity({ tableName: 'planning_forecast' })
export class Forecast {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'text' })
  demandClass: string = '';
  @Property({ type: 'text' })
  bucket: 'WEEK' | 'MONTH' = 'WEEK';
  /** That of the lowest error over the holdout, unless a person chose it. */
  @Property({ type: 'text' })
  method!: 'MOVING_AVERAGE' | 'SES' | 'HOLT' | 'HOLT_WINTERS' | 'CROSTON' | 'SBA';
  @Property({ type: 'boolean' })
  isMethodChosen: boolean = false;
  /** ORDERS: what customers asked for, by the day they wanted it. USAGE: what was drawn, where that says more. */
  @Property({ type: 'text' })
  source: 'ORDERS' | 'USAGE' = 'ORDERS';
  @Property({ type: 'jsonb' })
  parameters: unknown = {};
  /** What each method would have said, and how wrong it was: [{ method, parameters, mae, wape, mase, bias, trackingSignal }]. */
  @Property({ type: 'jsonb' })
  candidates: unknown = [];
  @Property({ type: 'date' })
  historyFrom!: string;
  @Property({ type: 'date' })
  historyTo!: string;
  @Property({ type: 'integer' })
  holdoutBuckets: number = 0;
  @Property({ type: DecimalType, columnType: 'numeric', nullable: true })
  mae: Decimal | null = null;
  @Property({ type: DecimalType, columnType: 'numeric', nullable: true })
  wape: Decimal | null = null;
  @Property({ type: DecimalType, columnType: 'numeric', nullable: true })
  mase: Decimal | null = null;
  @Property({ type: DecimalType, columnType: 'numeric', nullable: true })
  bias: Decimal | null = null;
  @Property({ type: DecimalType, columnType: 'numeric', nullable: true })
  trackingSignal: Decimal | null = null;
  @Property({ type: 'timestamptz' })
  computedAt!: Date;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
