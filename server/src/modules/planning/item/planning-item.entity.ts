import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';

/** How an item is planned at one site: lot rule, lead time, safety stock, fences. */
@Entity({ tableName: 'planning_item' })
export class PlanningItem {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'uuid' })
  itemId!: string;
  @Property({ type: 'uuid' })
  siteId!: string;
  @Property({ type: 'text' })
  lotRule:
    'LOT_FOR_LOT' | 'FIXED' | 'PERIOD' | 'EOQ' | 'SILVER_MEAL' | 'LEAST_UNIT_COST' | 'PART_PERIOD' | 'WAGNER_WHITIN' =
    'LOT_FOR_LOT';
  /** FIXED: the lot, or whole multiples of it. PERIOD: how many buckets one order covers. EOQ: the economic quantity. */
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', nullable: true })
  lotSize: Decimal | null = null;
  @Property({ type: 'integer', nullable: true })
  lotPeriods: number | null = null;
  /** For EOQ and the dynamic rules: money per order, and per stock unit held for one bucket. */
  @Property({ type: DecimalType, columnType: 'numeric(19,6)', nullable: true })
  orderCost: Decimal | null = null;
  @Property({ type: DecimalType, columnType: 'numeric(19,6)', nullable: true })
  holdingCost: Decimal | null = null;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  minimumQuantity: Decimal = new Decimal(0);
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', nullable: true })
  orderMultiple: Decimal | null = null;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)', nullable: true })
  maximumQuantity: Decimal | null = null;
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  safetyStock: Decimal = new Decimal(0);
  /** The part of cycles without a stockout that a computed safety stock is to reach. */
  @Property({ type: DecimalType, columnType: 'numeric(9,6)', nullable: true })
  serviceLevel: Decimal | null = null;
  @Property({ type: 'integer' })
  safetyLeadTime: number = 0;
  /** None: that of the preferred supplier's terms, else that of the item. */
  @Property({ type: 'integer', nullable: true })
  leadTime: number | null = null;
  /** Of lead time and safety lead time. */
  @Property({ type: 'text' })
  leadTimeUnit: 'WORKING_DAY' | 'WEEK' = 'WORKING_DAY';
  /** HARD: it cannot be shortened. SOFT: expediting may, and the plan says by how much. */
  @Property({ type: 'text' })
  leadTimeKind: 'HARD' | 'SOFT' = 'HARD';
  /** What is lost when it is made: quantity / (1 - scrap) is started. */
  @Property({ type: DecimalType, columnType: 'numeric(9,6)' })
  scrap: Decimal = new Decimal(0);
  @Property({ type: 'integer' })
  demandFenceDays: number = 0;
  @Property({ type: 'integer' })
  planningFenceDays: number = 0;
  /** Its supply is set bucket by bucket in the master schedule. */
  @Property({ type: 'boolean' })
  isMasterScheduled: boolean = false;
  @Property({ type: 'integer' })
  lowLevelCode: number = 0;
  @Property({ type: 'uuid', nullable: true })
  plannerPersonId: string | null = null;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
